import { spawn, type ChildProcess } from 'node:child_process';
import { defineConfig, type Plugin } from 'vite';

/** While developing: starts the server anew after each build, the old one stopped first. */
function restart(): Plugin {
  let running: ChildProcess | undefined;
  const stopped = (server: ChildProcess) => new Promise((resolve) => server.once('exit', resolve).kill('SIGTERM'));
  return {
    name: 'restart',
    async closeBundle() {
      if (running && running.exitCode === null) await stopped(running);
      running = spawn(process.execPath, ['--enable-source-maps', 'dist/main.js'], { stdio: 'inherit' });
    },
  };
}

/** One build, several programs. Not minified: Nest, TypeORM and the migrations use class names. */
export default defineConfig(({ mode }) => ({
  plugins: mode === 'development' ? [restart()] : [],
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist',
    emptyOutDir: true,
    sourcemap: true,
    minify: false,
    rollupOptions: {
      input: Object.fromEntries(
        ['main', 'main.api', 'main.worker', 'main.migrate', 'reading-child'].map((name) => [name, `src/${name}.ts`]),
      ),
    },
  },
}));
