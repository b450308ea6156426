import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cellsOf, figureOf, type CellCode, type DocumentReading, type EditionId, type Figure } from '@mingshu/report-format';
import { describe, expect, it } from 'vitest';
import { readDocument } from './read-document';

/** What a document must be read as; test/corpus writes these beside the documents it draws. */
interface Expected {
  readonly kind?: string;
  readonly fileName?: string;
  readonly isDamaged?: boolean;
  readonly otherwise?: string;
  readonly agency: string | null;
  readonly year: number | null;
  readonly edition: EditionId;
  readonly figures: Record<string, Figure>;
  /** Cells that nobody can tell from this damage. */
  readonly mayBeUnread?: readonly string[];
}

const folder = fileURLToPath(new URL('../../../test/fixtures/', import.meta.url));
const results = fileURLToPath(new URL('../../../docs/reading-results.md', import.meta.url));
const fixtures = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('report.json'))
  .map((name) => dirname(name))
  .sort();

/** Cells of one document: right, not told (unclear or not found although printed), wrong. */
function compared(reading: DocumentReading, { edition, figures, mayBeUnread = [] }: Expected) {
  const read = (cell: CellCode): Figure =>
    reading.kind === 'report' && reading.edition === edition ? figureOf(reading.figures[cell]!) : 'unread';
  const cells = cellsOf(edition).map((cell) => ({
    cell,
    read: read(cell),
    printed: figures[cell]!,
    mayBeUnread: mayBeUnread.includes(cell),
  }));
  return {
    right: cells.filter(({ read: one, printed }) => one === printed).length,
    unclear: cells.filter(({ read: one, printed }) => one === 'unread' && printed !== 'unread'),
    wrong: cells.filter(({ read: one, printed }) => one !== 'unread' && one !== printed),
  };
}

interface Tally {
  documents: number;
  right: number;
  unclear: number;
  wrong: number;
}
const tallies = new Map<string, Tally>();

function tally(key: string, counts: { right: number; unclear: readonly unknown[]; wrong: readonly unknown[] }): void {
  const own = tallies.get(key) ?? { documents: 0, right: 0, unclear: 0, wrong: 0 };
  tallies.set(key, {
    documents: own.documents + 1,
    right: own.right + counts.right,
    unclear: own.unclear + counts.unclear.length,
    wrong: own.wrong + counts.wrong.length,
  });
}

describe.each(fixtures)('%s', (name) => {
  const expected = JSON.parse(readFileSync(join(folder, name, 'report.json'), 'utf8')) as Expected;
  const document = readdirSync(join(folder, name)).find((file) => file.startsWith('document.'))!;
  const format = document.split('.')[1]!;

  it('is read as it is printed, or said to be unclear', async () => {
    const reading = await readDocument(readFileSync(join(folder, name, document)), expected.fileName);
    if (expected.otherwise) {
      tally(`${expected.kind}|${format}`, { right: 0, unclear: [], wrong: [] });
      expect(reading).toMatchObject({ reason: expected.otherwise });
      return;
    }
    const counts = compared(reading, expected);
    tally(`${expected.kind ?? '实际损坏'}|${format}`, counts);
    expect(counts.wrong).toEqual([]);
    expect(counts.unclear.filter(({ mayBeUnread }) => !mayBeUnread)).toEqual([]);
    if (reading.kind !== 'report') throw new Error(`${reading.kind}: ${reading.sentence}`);
    const orNobody = <Value>(value: Value | null, wanted: Value | null) => (expected.isDamaged ? (value ?? wanted) : value);
    expect([orNobody(reading.agency.value, expected.agency), orNobody(reading.year.value, expected.year), reading.edition]).toEqual([
      expected.agency,
      expected.year,
      expected.edition,
    ]);
    for (const figure of Object.values(reading.figures)) if (figure.state === 'number') expect(figure.place).toBeDefined();
  }, 60_000);
});

it('shows in docs/ what was seen', async () => {
  const rows = [...tallies]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(
      ([key, { documents, right, unclear, wrong }]) => `| ${key.replace('|', ' | ')} | ${documents} | ${right} | ${unclear} | ${wrong} |`,
    );
  const table = [
    '# What the reader makes of the corpus',
    '',
    'Written by `libs/report-reader/src/corpus.spec.ts` from the documents in `test/fixtures`. Cells that a document prints and the reader',
    'does not tell count as unclear; documents that are no report, or cannot be opened, have no cells.',
    '',
    '| kind | format | documents | cells right | unclear | wrong |',
    '| --- | --- | ---: | ---: | ---: | ---: |',
    ...rows,
    '',
  ].join('\n');
  await expect(table).toMatchFileSnapshot(results);
});
