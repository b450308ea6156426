import { expect, it } from 'vitest';
import { joinedTables, type PageTable } from './joined-tables';

const edges = [50, 150, 200, 250, 300];

/** A table on a page: every row a label and three cells. */
const table = (...rows: string[][]): PageTable => ({
  edges,
  isOpenAbove: false,
  isOpenBelow: false,
  rows: rows.map((texts, row) =>
    texts.map((text, column) => ({ row, column, rowspan: 1, colspan: 1, text, place: { kind: 'page', page: 1, box: [0, 0, 0, 0] } })),
  ),
});
const texts = (joined: PageTable | undefined) => joined?.rows.map((cells) => cells.map(({ text }) => text).join(' '));
const header = ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'];

it('puts the halves of a row together that the page cut, wherever the figures ended up', () => {
  const above = table(header, ['规章', '0', '0', '0'], ['行政规范', '', '', '']);
  expect(texts(joinedTables(above, table(['性文件', '7', '2', '31'], ['其他', '1', '1', '1'])))).toEqual([
    header.join(' '),
    '规章 0 0 0',
    '行政规范性文件 7 2 31',
    '其他 1 1 1',
  ]);
  const withFigures = table(header, ['规章', '0', '0', '0'], ['行政规范', '7', '2', '31']);
  expect(texts(joinedTables(withFigures, table(['性文件', '', '', ''])))).toEqual([
    header.join(' '),
    '规章 0 0 0',
    '行政规范性文件 7 2 31',
  ]);
});

it('keeps a row of blanks at the end of a page as a row of its own, and leaves a repeated header out', () => {
  const joined = joinedTables(table(header, ['规章', '', '', '']), table(header, ['行政规范性文件', '7', '2', '31']));
  expect(texts(joined)).toEqual([header.join(' '), '规章   ', '行政规范性文件 7 2 31']);
});

it('joins no tables of other columns', () => {
  expect(joinedTables(table(header), { ...table(header), edges: [50, 120, 200, 250, 300] })).toBeUndefined();
  expect(joinedTables(table(header), { ...table(header), edges: [50, 150, 200, 250, 330] })).toBeUndefined();
});

it('joins a continuation whose merged label has no line at its left, where the page cut both open', () => {
  const first = { ...table(['不予公开', '国家秘密', '1', '2'], ['', '第三方', '3', '4']), isOpenBelow: true };
  const rest = { ...table(['内部', '5', '6']), edges: edges.slice(1), isOpenAbove: true };
  expect(texts(joinedTables(first, rest))).toEqual(['不予公开 国家秘密 1 2', ' 第三方 3 4', '内部 5 6']);
  expect(joinedTables(first, rest)!.rows[2]!.map(({ column }) => column)).toEqual([1, 2, 3]);
  expect(joinedTables({ ...first, isOpenBelow: false }, rest)).toBeUndefined();
  expect(joinedTables(first, { ...rest, edges: edges.slice(2) })).toBeUndefined();
});

it('takes figures on both sides of the page for two rows, though no line parts them', () => {
  const above = { ...table(header, ['规章', '3', '4', '7']), isOpenBelow: true };
  const below = { ...table(['规范性文件', '5', '6', '11']), isOpenAbove: true };
  expect(texts(joinedTables(above, below))).toEqual([header.join(' '), '规章 3 4 7', '规范性文件 5 6 11']);
});
