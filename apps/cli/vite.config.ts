import { defineConfig } from 'vite';

/** Two programs: the command, and what a reading child runs. */
export default defineConfig({
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist',
    emptyOutDir: true,
    rollupOptions: {
      input: {
        mingshu: 'src/mingshu.ts',
        'reading-child': 'src/reading-child.ts',
        'bench-reading': 'src/bench-reading.ts',
        'bench-checks': 'src/bench-checks.ts',
      },
    },
  },
});
