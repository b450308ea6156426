import { cellsOf, editions, figureOf, officialTableLayout, type CellCode, type ReportReading } from '@mingshu/report-format';
import { expect, it } from 'vitest';
import { readDocument } from '../../read-document';

const cells = cellsOf('2021');
const received: Record<string, string> = { enterprise: '10', public_welfare: '2', legal_service: '2', total: '14' };
/** Figures of 清河县柳河镇: 14 requests received, all granted; tables 2 and 4 count 0 to 3. */
const printedOf = (cell: CellCode, place: number): string => {
  const [table, row, column] = cell.split('.');
  if (table !== 'requests') return String(place % 4);
  return (/new_received|granted|settled/.test(row!) && received[column!]) || '0';
};
const figures = new Map<string, string>(cells.map((cell, place) => [cell, printedOf(cell, place)]));

const middle = (text: string) => ' '.repeat(Math.max(0, Math.floor((76 - text.length) / 2))) + text;

/** A cell's paragraphs as the program prints them: each in the middle of its line but the last of several, behind which the line goes on. */
const printedCell = (text: string) => {
  const [first = '', second] = text.split('\n');
  return second === undefined ? `${middle(first)}\n` : `${middle(first)}\n${second}`;
};

async function read(printed: (cell: string) => string | undefined, label = (text: string) => text): Promise<ReportReading> {
  const tables = (['disclosure', 'requests', 'disputes'] as const).map((table) =>
    officialTableLayout('2021', table).flatMap(({ caption, rows }) => [
      ...(caption ? [caption] : []),
      ...rows.flat().flatMap(({ text, cell }) => (text === undefined ? (printed(cell!) ?? []) : label(text))),
    ]),
  );
  const text = [
    '清河县柳河镇人民政府2024年政府信息公开工作年度报告\n',
    ...editions['2021'].sections.flatMap(({ number, heading }) => [
      `${heading}\n`,
      ...(tables[number - 2]?.map(printedCell) ?? ['这一部分是文字。\n']),
    ]),
  ].join('');
  const reading = await readDocument(new TextEncoder().encode(text));
  if (reading.kind !== 'report') throw new Error(reading.sentence);
  return reading;
}
const of = ({ figures: own }: ReportReading, cell: string) => figureOf(own[cell as CellCode]!);
const wrong = (reading: ReportReading) => cells.filter((cell) => String(of(reading, cell)) !== figures.get(cell));
const seven = ['natural_person', 'enterprise', 'research', 'public_welfare', 'legal_service', 'org_other', 'total'];

it('reads tables whose cells stand each on a line of its own, in the middle of it', async () => {
  expect(wrong(await read((cell) => figures.get(cell)!))).toEqual([]);
});

/** A label of two paragraphs. */
const inTwo = (text: string) => (text.length > 5 ? `${text.slice(0, 4)}\n${text.slice(4)}` : text);

it('parts a line on which a cell begins behind the last paragraph of another', async () => {
  expect(wrong(await read((cell) => figures.get(cell)!, inTwo))).toEqual([]);
});

it('takes a line of blanks for an empty cell and two dashes for one that does not apply', async () => {
  const special: Record<string, string> = {
    'requests.granted.research': '',
    'requests.granted.org_other': '-- ',
  };
  const reading = await read((cell) => special[cell] ?? figures.get(cell)!);
  expect(seven.map((column) => of(reading, `requests.granted.${column}`))).toEqual([0, 10, 'blank', 2, 2, 'not_applicable', 14]);
});

it('takes a blank in front of the figures for the first of them, where every row has seven', async () => {
  const first = 'requests.granted.natural_person';
  const blank = (cell: string) => (cell === first ? '' : figures.get(cell)!);
  const withOneLost = await read((cell) => (cell === 'requests.partial.total' ? undefined : blank(cell)));
  expect([await read(blank), await read(blank, inTwo), withOneLost].map((reading) => of(reading, first))).toEqual([
    'blank',
    'blank',
    'unread',
  ]);
});

it('says nothing of a row that lost a cell without a trace', async () => {
  const reading = await read((cell) => (cell === 'requests.granted.research' ? undefined : figures.get(cell)!));
  expect(seven.map((column) => of(reading, `requests.granted.${column}`))).not.toContain(14);
});
