import { defineConfig } from 'vitest/config';

/** Writes the drawn documents of test/fixtures/drawn anew; run after a case was added in test/corpus. */
export default defineConfig({ test: { include: ['corpus/write-fixtures.spec.ts'], testTimeout: 300_000 } });
