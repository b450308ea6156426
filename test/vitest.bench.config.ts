import { defineConfig } from 'vitest/config';

/** Measures and prints; claims nothing. */
export default defineConfig({
  test: {
    include: ['bench/**/*.bench.spec.ts'],
    fileParallelism: false,
    testTimeout: 900_000,
    hookTimeout: 180_000,
    disableConsoleIntercept: true,
  },
});
