import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readDocument } from '../../read-document';

it('reads a PDF and leaves the language as fast as it was', async () => {
  const parts = () => [Array.prototype.push, JSON.parse, JSON.stringify, Function.prototype.toString];
  const before = parts();
  const reading = await readDocument(
    readFileSync(new URL('../../../../../test/fixtures/drawn/2024-pdf-drawn-lines/document.pdf', import.meta.url)),
  );
  expect(reading.kind).toBe('report');
  expect(parts().map((part, place) => part === before[place])).toEqual([true, true, true, true]);
});
