import { defineConfig } from 'vitest/config';

/** The api ring: black-box, against the built programs. One file at a time, as each starts a server of its own. */
export default defineConfig({
  test: {
    include: ['api/**/*.api.spec.ts'],
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
