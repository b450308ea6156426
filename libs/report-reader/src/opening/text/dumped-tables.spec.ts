import { cellsOf, editions, figureOf, officialTableLayout, slotColumns, type CellCode, type ReportReading } from '@mingshu/report-format';
import { expect, it } from 'vitest';
import { readDocument } from '../../read-document';

/** Figures of 清河县柳河镇: rows of table 3 add up to their totals, table 2 counts on from 3. */
function truth(cell: CellCode, place: number): string {
  if (!cell.startsWith('requests.')) return String(place % 4);
  return cell.endsWith('.total') ? '21' : String(['natural_person', 'enterprise', 'research'].some((one) => cell.endsWith(one)) ? 5 : 2);
}
const cells = cellsOf('2021');
const figures = new Map(cells.map((cell, place) => [cell, truth(cell, place)]));

type Dump = readonly (readonly string[])[];

/** The rows of an official table as a program writes them that gives a merged cell's text for every cell it covers. */
function filled(section: 2 | 3 | 4, printed: ReadonlyMap<string, string>): Dump {
  const table = (['disclosure', 'requests', 'disputes'] as const)[section - 2]!;
  return officialTableLayout('2021', table).flatMap((grid): Dump => {
    const starts = slotColumns(grid);
    const lines = grid.rows.map(() => Array.from({ length: grid.columns }, () => ''));
    grid.rows.forEach((slots, row) =>
      slots.forEach(({ text, cell, rowspan, colspan }, place) => {
        for (let down = 0; down < rowspan; down += 1)
          for (let right = 0; right < colspan; right += 1)
            lines[row + down]![starts[row]![place]! + right] = text ?? printed.get(cell!) ?? '';
      }),
    );
    return [...(grid.caption ? [lines[0]!.map(() => grid.caption!)] : []), ...lines];
  });
}

const labelled = (label: string, own: readonly string[]) => (row: readonly string[]) =>
  row.includes(label) && !row.includes('信息内容') ? [...row.slice(0, row.lastIndexOf(label) + 1), ...own] : row;

async function read(change: (rows: Dump, section: number) => Dump = (rows) => rows, between = ' | '): Promise<ReportReading> {
  const text = [
    '清河县柳河镇人民政府2024年政府信息公开工作年度报告',
    ...editions['2021'].sections.flatMap(({ number, heading }) => [
      heading,
      ...(number >= 2 && number <= 4
        ? change(filled(number as 2 | 3 | 4, figures), number).map((row) => row.join(between))
        : ['这一部分是文字。']),
    ]),
  ].join('\n');
  const reading = await readDocument(new TextEncoder().encode(text));
  if (reading.kind !== 'report') throw new Error(reading.sentence);
  return reading;
}
const of = ({ figures: read }: ReportReading, cell: string) => figureOf(read[cell as CellCode]!);
const wrong = (reading: ReportReading) =>
  cells.filter((cell) => String(of(reading, cell)) !== figures.get(cell)).map((cell) => `${cell} ${of(reading, cell)}`);

it.each([' | ', '\t'])(
  'reads tables in which every merged cell is printed once for every cell it covers, parted by %j',
  async (between) => {
    expect(wrong(await read(undefined, between))).toEqual([]);
  },
);

it('takes three equal figures for one only under a header that is printed as often', async () => {
  const licence = 'disclosure.a20_5.licence.decisions';
  const same = labelled('行政许可', ['1234', '1234', '1234']);
  const differing = labelled('行政许可', ['1234', '1234', '1243']);
  const other = (row: readonly string[]) => (row.includes('本年处理决定数量') ? ['信息内容', '本年处理决定数量', '备注', '说明'] : row);
  expect(of(await read((rows) => rows.map(same)), licence)).toBe(1234);
  expect(of(await read((rows) => rows.map(differing)), licence)).toBe('unread');
  expect(of(await read((rows) => rows.map(same).map(other)), licence)).not.toBe(12341234);
});

it('keeps the noughts of five columns apart whose header lost its lowest line', async () => {
  const noughts = labelled('（一）予以公开', ['5', '0', '0', '0', '0', '0', '5']);
  const reading = await read((rows, section) => (section === 3 ? [...rows.slice(0, 2), ...rows.slice(3)].map(noughts) : rows));
  expect(['enterprise', 'research', 'org_other'].map((one) => of(reading, `requests.granted.${one}`))).toEqual([0, 0, 0]);
});

it('gives no figure of a row that ends in a blank, which a lost figure may have left', async () => {
  const short = labelled('（一）予以公开', ['5', '5', '2', '2', '2', '21', '']);
  const two = labelled('规章', ['3', '1', '']);
  const none = labelled('行政强制', ['', '', '']);
  const reading = await read((rows) => rows.map(short).map(two).map(none));
  expect(of(reading, 'requests.granted.org_other')).toBe('unread');
  expect(of(reading, 'disclosure.a20_1.regulation.repealed')).toBe('unread');
  expect(of(reading, 'disclosure.a20_6.compulsion.decisions')).toBe('unread');
  expect(of(reading, 'requests.partial.org_other')).toBe(2);
});

it('leaves a blank inside a row a blank', async () => {
  const reading = await read((rows) => rows.map(labelled('（一）予以公开', ['', '5', '', '2', '2', '2', '11'])));
  expect(['natural_person', 'enterprise', 'research', 'total'].map((one) => of(reading, `requests.granted.${one}`))).toEqual([
    'blank',
    5,
    'blank',
    11,
  ]);
});

const inTwo = (text: string) => (/^[\d.]*$/.test(text) || text.length < 5 ? text : `${text.slice(0, 4)}\n${text.slice(4)}`);

it('puts a row together that cells of two paragraphs break over lines', async () => {
  expect(wrong(await read((rows) => rows.map((row) => row.map(inTwo))))).toEqual([]);
});

it('gives no figure of which half stands on a line of its own', async () => {
  const halves = labelled('（一）予以公开', ['5', '5', '5', '2', '2', '2', '2\n1']);
  const first = labelled('（二）部分公开（区分处理的，只计这一情形，不计其他情形）', ['1\n2', '5', '5', '2', '2', '2', '28']);
  const reading = await read((rows) =>
    rows
      .map(halves)
      .map(first)
      .map((row) => row.map(inTwo)),
  );
  expect(of(reading, 'requests.granted.total')).toBe('unread');
  expect(of(reading, 'requests.partial.natural_person')).toBe('unread');
});

it.each([
  ['3 | 2 | 2', 3],
  ['2 | 2 | ', 'unread'],
])('reads %j under a merged column of 2019 as %s items of last year: a lost figure moves the others to its place', async (row, items) => {
  const { sections, tables } = editions['2019'];
  const requests = tables.requests.rows.map(({ label }) => `${label} | ${label} | ${label} | 0 | 0 | 0 | 0 | 0 | 0 | 0`);
  const disclosure = [
    '第二十条第（八）项 | 第二十条第（八）项 | 第二十条第（八）项 | 第二十条第（八）项',
    '信息内容 | 上一年项目数量 | 本年增/减 | 本年增/减',
    `行政事业性收费 | ${row}`,
  ];
  const parts = sections.flatMap(({ number, heading }) => [heading, ...(number === 2 ? disclosure : number === 3 ? requests : ['无。'])]);
  const text = ['清河县柳河镇人民政府2020年政府信息公开工作年度报告', ...parts].join('\n');
  const reading = await readDocument(new TextEncoder().encode(text));
  if (reading.kind !== 'report') throw new Error(reading.sentence);
  expect(of(reading, 'disclosure.a20_8.admin_fee.prev_items')).toBe(items);
});
