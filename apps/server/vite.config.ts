import { defineConfig } from 'vite';

/** One build, several programs. Not minified: Nest, TypeORM and the migrations use class names. */
export default defineConfig({
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
});
