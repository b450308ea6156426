import { expect, it } from 'vitest';
import { rowPlacer } from './request-columns';
import type { CandidateRow, Field } from './rows';

/** A print of a page without lines; columns of figures begin every 40 points from 100 on. */
const print = (text: string, left: number, right: number): Field => ({
  text,
  column: 0,
  colspan: 1,
  place: { kind: 'page', page: 1, box: [left, 10, right, 18] },
});
const at = (column: number, text: string) => print(text, 100 + 40 * column, 112 + 40 * column);
const row = (labels: readonly Field[], values: readonly Field[]): CandidateRow => ({
  labels,
  values,
  block: 0,
  width: labels.length + values.length,
});
const label = print('重复申请', 20, 60);
const full = Array.from({ length: 5 }, () =>
  row(
    [label],
    Array.from({ length: 7 }, (_, column) => at(column, String(column + 1))),
  ),
);
const placed = (one: CandidateRow) => rowPlacer([], [...full, one])(one)?.fields.map(({ text }) => text);

it('takes a column for blank under which a row of a page prints nothing', () => {
  expect(placed(row([label], [at(1, '8'), at(2, '9'), at(6, '17')]))).toEqual(['', '8', '9', '', '', '', '17']);
});

it('takes no column for blank over which figures ran together', () => {
  expect(placed(row([label, print('31,85211,120', 98, 152)], [at(2, '9'), at(3, '4'), at(6, '13')]))).toBeUndefined();
  expect(placed(row([label], [at(0, '7'), print('912', 170, 236), at(6, '13')]))).toBeUndefined();
});

it('gives no figure of a row of which a cell prints two below each other: they may be of two rows', () => {
  const cells = ['部分公开', '659\n116', '0', '111', '101', '143', '0', '1014'].map((text, column) => ({
    ...print(text, 20 + 40 * column, 50 + 40 * column),
    row: 0,
    column,
    rowspan: 1,
  }));
  const inTable = (own: typeof cells): CandidateRow => ({ ...row(own.slice(0, 1), own.slice(1)), cells: own });
  expect(placed(inTable(cells))).toBeUndefined();
  expect(placed(inTable(cells.map((cell) => ({ ...cell, text: cell.text.replace(/\n.*/, '') }))))).toEqual([
    '659',
    '0',
    '111',
    '101',
    '143',
    '0',
    '1014',
  ]);
});
