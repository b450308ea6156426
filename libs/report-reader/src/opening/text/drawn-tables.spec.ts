import { editions, figureOf, type CellCode, type ReportReading } from '@mingshu/report-format';
import { expect, it } from 'vitest';
import { readDocument } from '../../read-document';

const { sections, tables } = editions['2021'];
const blank = (count: number) => Array.from({ length: count }, () => '');

/** The first two blocks of table 2 of 清河县柳河镇, captions and headers as wide as the rows; `regulation` is what the row 规章 prints. */
const disclosure = (regulation: readonly string[]) => [
  [
    ['第二十条第（一）项', ...blank(3)],
    ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
    ['规章', ...regulation],
  ],
  [
    ['行政规范性文件', '7', '2', '37'],
    ['第二十条第（五）项', ...blank(3)],
    ['信息内容', '本年处理决定数量', ...blank(2)],
    ['行政许可', '1283', ...blank(2)],
  ],
];
/** Table 3, of whose requests all were granted. */
const requests = (granted: readonly string[]) => {
  const own: Record<string, readonly string[]> = { granted };
  for (const code of ['new_received', 'settled']) own[code] = granted.map((text) => text || '0');
  return tables.requests.rows.map(({ code, label }) => [label, ...(own[code] ?? granted.map(() => '0'))]);
};

const bars = (row: readonly string[]) => `| ${row.join(' | ')} |`;
const border = '+------+------+------+------+';

async function read(disclosed: readonly string[], requested: readonly string[]): Promise<ReportReading> {
  const parts = sections.flatMap(({ heading, table }) => [
    heading,
    ...(table === 'disclosure' ? disclosed : table === 'requests' ? requested : ['这一部分是文字。']),
  ]);
  const text = ['清河县柳河镇人民政府2024年政府信息公开工作年度报告', ...parts].join('\n');
  const reading = await readDocument(new TextEncoder().encode(text));
  if (reading.kind !== 'report') throw new Error(reading.sentence);
  return reading;
}
const of = ({ figures }: ReportReading, row: string, columns: readonly string[]) =>
  columns.map((column) => figureOf(figures[`${row}.${column}` as CellCode]!));
const regulation = ['issued', 'repealed', 'in_force'];
const seven = tables.requests.columns.map(({ code }) => code);

const drawn = (rows: readonly string[]) =>
  read(
    [border, ...disclosure(rows).flatMap((lines) => [...lines.map(bars), border])],
    requests(['4', '1', '0', '0', '0', '2', '7']).map(bars),
  );

it('reads the first row of a drawn table, between one pair of borders with its caption and header', async () => {
  const reading = await drawn(['3', '无', '5']);
  expect(of(reading, 'disclosure.a20_1.regulation', regulation)).toEqual([3, 'not_applicable', 5]);
  expect(of(reading, 'disclosure.a20_5.licence', ['decisions'])).toEqual([1283]);
});

it('reads its first figure as blank, and none where the last is: a lost one would leave the same', async () => {
  expect(of(await drawn(['', '0', '5']), 'disclosure.a20_1.regulation', regulation)).toEqual(['blank', 0, 5]);
  expect(of(await drawn(['0', '5', '']), 'disclosure.a20_1.regulation', regulation)).toEqual(['unread', 'unread', 'unread']);
});

it('takes no first row whose digits go on in the next line', async () => {
  const lines = disclosure(['1', '3', '5'])[0]!.map(bars);
  const reading = await read([border, ...lines, bars(['', '2', '', '']), border], requests(['4', '1', '0', '0', '0', '2', '7']).map(bars));
  expect(of(reading, 'disclosure.a20_1.regulation', ['issued'])).toEqual(['unread']);
});

it('reads a table drawn with lines between all its rows, also where the first figure is blank', async () => {
  const boxed = requests(['', '3', '0', '0', '0', '4', '7']).flatMap((row) => [
    `├${row.map(() => '────').join('┼')}┤`,
    `│${row.join('│')}│`,
  ]);
  const reading = await read(disclosure(['0', '0', '0']).flat().map(bars), boxed);
  expect(of(reading, 'requests.granted', seven)).toEqual(['blank', 3, 0, 0, 0, 4, 7]);
});

it('reads lines with commas although most of the report is prose', async () => {
  const lines = disclosure(['3', '', '5'])
    .flat()
    .map((row) => row.join(','));
  const reading = await read(lines, ['本年度未收到政府信息公开申请。', ...blank(1)]);
  expect(of(reading, 'disclosure.a20_1.regulation', regulation)).toEqual([3, 'blank', 5]);
  expect(of(reading, 'disclosure.a20_5.licence', ['decisions'])).toEqual([1283]);
});
