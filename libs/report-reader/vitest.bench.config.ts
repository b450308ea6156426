import { defineConfig } from 'vitest/config';

/** The long run over damaged documents; the short one belongs to the unit ring. */
export default defineConfig({ test: { include: ['src/**/*.bench.ts'], testTimeout: 3_600_000, disableConsoleIntercept: true } });
