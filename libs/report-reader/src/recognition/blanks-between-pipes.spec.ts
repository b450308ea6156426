import { editions, figureOf, type CellCode, type ReportReading } from '@mingshu/report-format';
import { expect, it } from 'vitest';
import { readDocument } from '../read-document';

const rows = editions['2021'].tables.requests.rows;
const nothing = ['0', '0', '0', '0', '0', '0', '0'];
const seven = ['0', '5', '0', '0', '0', '2', '7'];
const pipes = (fields: readonly string[]) => `| ${fields.join(' | ')} |`;

const rowOf = (label: string, figures: readonly string[]) => ['', '', label, ...figures];

/** A Markdown report in which one row of table 3 prints `held` and table 4 prints `disputes`; everything else adds up. */
async function read(held: readonly string[], disputes: readonly string[], row = rowOf): Promise<ReportReading> {
  const figures: Record<string, readonly string[]> = { new_received: seven, settled: seven, 'unavailable.not_held': held };
  const requests = rows.map(({ code, label }) => pipes(row(label, figures[code] ?? nothing)));
  const blank = (count: number) => Array.from({ length: count }, () => '');
  const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
  const header = [
    pipes(['行政复议', ...blank(4), '行政诉讼', ...blank(9)]),
    pipes([...results, '未经复议直接起诉', ...blank(4), '复议后起诉', ...blank(4)]),
    pipes([...blank(5), ...results, ...results]),
  ];
  const parts = editions['2021'].sections.flatMap(({ heading }, place) => [
    `## ${heading}`,
    ...(place === 2 ? requests : place === 3 ? [...header, pipes(disputes)] : ['这一部分是文字。']),
  ]);
  const text = ['# 清河县柳河镇人民政府2024年政府信息公开工作年度报告', ...parts].join('\n');
  const reading = await readDocument(new TextEncoder().encode(text));
  if (reading.kind !== 'report') throw new Error(reading.sentence);
  return reading;
}
const of = ({ figures }: ReportReading, cells: readonly string[]) => cells.map((cell) => figureOf(figures[cell as CellCode]!));
const held = ['natural_person', 'enterprise', 'org_other', 'total'].map((column) => `requests.unavailable.not_held.${column}`);
const suits = ['upheld', 'corrected', 'total'].map((result) => `disputes.suit_after_review.${result}`);
const fifteen = ['3', '1', '0', '1', '5', '3', '1', '0', '2', '6'];

it('a blank first figure is blank where the row adds up under its columns', async () => {
  expect(of(await read(['', ...seven.slice(1)], [...fifteen, '0', '0', '2', '0', '2']), held)).toEqual(['blank', 5, 2, 7]);
});

it('where it does not add up the figures may have been pushed, and none is taken', async () => {
  const pushed = await read(['', '5', '0', '0', '0', '2', '9'], [...fifteen, '0', '0', '2', '0', '2']);
  expect(of(pushed, held)).toEqual(['unread', 'unread', 'unread', 'unread']);
});

it('a blank among the fifteen of table 4 is blank, whatever blanks its header left', async () => {
  expect(of(await read(seven, [...fifteen, '0', '', '2', '0', '2']), suits)).toEqual([0, 'blank', 2]);
});

it('says nothing of a row that ends before its table does and may have lost a nought behind a wider label', async () => {
  const row = (label: string, figures: readonly string[]) => {
    if (label.startsWith('四')) return [label, '', '', '0', '0', '3', '0', '0', '3', ''];
    // The rows behind a page break, which cut off the merged label at their left; the first of the table is lost.
    return label.startsWith('一') ? [''] : ['', label, ...figures, ''];
  };
  const left = seven.map((_, place) => `requests.carried_out.${editions['2021'].tables.requests.columns[place]!.code}`);
  expect(new Set(of(await read(seven, fifteen, row), left))).toEqual(new Set(['unread']));
});

it('takes no blank behind a merged label for the first figure where no other row of its kind shows it: a nought may be lost', async () => {
  const partial = ['requests.partial.natural_person', 'requests.partial.enterprise', 'requests.partial.total'];
  const shown = (label: string, figures: readonly string[]) =>
    label.startsWith('（二）') ? [label, ...seven.with(0, '')] : [label, ...figures];
  const kind = (label: string, figures: readonly string[]) =>
    /^（[一七]）/.test(label) ? [label, '', ...figures.slice(1)] : shown(label, figures);
  expect(of(await read(nothing, fifteen, shown), partial)).toEqual(['blank', 5, 7]);
  expect(of(await read(nothing, fifteen, kind), partial)).toEqual(['unread', 'unread', 'unread']);
});
