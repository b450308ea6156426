import { defineConfig } from 'vitest/config';

/** `unit` needs nothing; `db` starts a PostgreSQL of its own and migrates one template that every file copies. */
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['src/**/*.spec.ts'], exclude: ['src/**/*.db.spec.ts'] } },
      {
        test: {
          name: 'db',
          include: ['src/**/*.db.spec.ts'],
          globalSetup: ['src/database/test-database.setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
