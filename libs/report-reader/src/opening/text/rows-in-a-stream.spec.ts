import { cellsOf, editions, figureOf, officialTableLayout, type CellCode, type ReportReading } from '@mingshu/report-format';
import { expect, it } from 'vitest';
import { readDocument } from '../../read-document';

const cells = cellsOf('2021').filter((cell) => !cell.startsWith('disclosure.'));
const received: Record<string, string> = { natural_person: '13', enterprise: '5', public_welfare: '2', legal_service: '2', total: '22' };
/** Figures of 清河县柳河镇: 22 requests received, all granted; table 4 counts 0 to 3. */
const printedOf = (cell: string, place: number): string => {
  const [table, row, column] = cell.split('.');
  if (table === 'disputes') return String(place % 4);
  return (/new_received|granted|settled/.test(row!) && received[column!]) || '0';
};
const figures = new Map<string, string>(cells.map((cell, place) => [cell, printedOf(cell, place)]));

/** Cells one behind the other as an old program prints a table it does not know how to draw: a bar in front of each, one more behind a row. */
function stream(table: 'requests' | 'disputes', printed: (cell: string) => string, line: number): string {
  const words = officialTableLayout('2021', table)
    .flatMap(({ rows }) => rows)
    .flatMap((row) => [
      ...row.flatMap(({ text, cell, colspan }) => [text ?? printed(cell!), ...Array.from({ length: colspan - 1 }, () => '')]),
      '',
    ])
    .map((text) => `|${text}`);
  const lines = [''];
  for (const word of words) {
    if (lines.at(-1)!.length + word.length > line) lines.push('');
    lines.push(`${lines.pop()}${word} `);
  }
  return lines.join('\n');
}

async function read(printed: (cell: string) => string, change = (text: string) => text, line = 76): Promise<ReportReading> {
  // The heading behind a table stands in the line in which the table ends.
  const body = editions['2021'].sections.map(({ heading, table }) =>
    table === 'requests' || table === 'disputes'
      ? `${heading}\n\n${change(stream(table, printed, line))}|`
      : `${heading}\n\n这一部分是文字。\n`,
  );
  const text = ['清河县柳河镇人民政府2024年政府信息公开工作年度报告\n', ...body].join('');
  const reading = await readDocument(new TextEncoder().encode(text));
  if (reading.kind !== 'report') throw new Error(reading.sentence);
  return reading;
}
const of = ({ figures: own }: ReportReading, cell: string) => figureOf(own[cell as CellCode]!);
const wrong = (reading: ReportReading) => cells.filter((cell) => String(of(reading, cell)) !== figures.get(cell));

it.each([60, 76, 120])('takes tables apart into rows whose cells run on over lines of %i characters', async (line) => {
  expect(wrong(await read((cell) => figures.get(cell)!, undefined, line))).toEqual([]);
});

it('gives no figure of a row that begins with a blank: where its label ends cannot be told', async () => {
  const reading = await read((cell) => (cell === 'requests.granted.natural_person' ? '' : figures.get(cell)!));
  expect(of(reading, 'requests.granted.enterprise')).toBe('unread');
  expect(of(reading, 'requests.partial.enterprise')).toBe(0);
});

it('gives no figure that a line break parts in two', async () => {
  const reading = await read(
    (cell) => figures.get(cell)!,
    (text) => text.replace('（一）予以公开 | |13 ', '（一）予以公开 | |1\n3 '),
  );
  expect(of(reading, 'requests.granted.natural_person')).toBe('unread');
});
