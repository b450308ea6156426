import { defineConfig } from 'vitest/config';

/**
 * Writes the documents of test/fixtures anew; run after a case was added in test/corpus. `write-fixtures` draws them from nothing; `write-scans`
 * prints with Chromium and the fonts of the machine (fonts-arphic-uming, fonts-noto-cjk), so name the one you mean.
 */
export default defineConfig({ test: { include: ['corpus/write-*.spec.ts'], testTimeout: 300_000 } });
