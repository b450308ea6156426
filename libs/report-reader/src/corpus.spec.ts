import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cellsOf, figureOf, type CellCode, type EditionId, type Figure } from '@mingshu/report-format';
import { describe, expect, it } from 'vitest';
import { readDocument } from './read-document';

interface Expected {
  readonly agency: string;
  readonly year: number;
  readonly edition: EditionId;
  readonly figures: Record<string, Figure>;
  /** Cells that nobody can read from this damage; they must come out unread. */
  readonly unread?: readonly string[];
}

const folder = fileURLToPath(new URL('../../../test/fixtures/', import.meta.url));
const fixtures = existsSync(folder) ? readdirSync(folder).filter((name) => existsSync(join(folder, name, 'report.json'))) : [];

describe.each(fixtures)('%s', (name) => {
  const expected = JSON.parse(readFileSync(join(folder, name, 'report.json'), 'utf8')) as Expected;
  const document = readdirSync(join(folder, name)).find((file) => file.startsWith('document.'))!;

  it('reads every cell as it is printed, with its place, and names agency, year and edition', async () => {
    const reading = await readDocument(readFileSync(join(folder, name, document)));
    if (reading.kind !== 'report') throw new Error(`${reading.kind}: ${reading.sentence}`);
    expect([reading.agency.value, reading.year.value, reading.edition]).toEqual([expected.agency, expected.year, expected.edition]);
    const read = Object.fromEntries(cellsOf(expected.edition).map((cell: CellCode) => [cell, figureOf(reading.figures[cell]!)]));
    const wanted = Object.fromEntries(
      cellsOf(expected.edition).map((cell) => [cell, expected.unread?.includes(cell) ? 'unread' : expected.figures[cell]]),
    );
    expect(read).toEqual(wanted);
    for (const figure of Object.values(reading.figures)) if (figure.state === 'number') expect(figure.place).toBeDefined();
  });
});
