import { expect, it } from 'vitest';
import type { GridCell } from '../../document';
import { withoutStruckLabels } from './struck-labels';

const cell = (text: string, row: number, column: number, rowspan = 1): GridCell => ({
  text,
  row,
  column,
  rowspan,
  colspan: 1,
  place: { kind: 'page', page: 1, box: [column, row, column + 1, row + rowspan] },
});
const printed = (rows: readonly (readonly GridCell[])[]) =>
  rows.map((cells) => cells.map(({ text, row, column, rowspan }) => `${text}@${row},${column}${rowspan > 1 ? `x${rowspan}` : ''}`));

const struck = (upper: string, lower: string) => [
  [cell('办理结果', 0, 0, 4), cell('予以公开', 0, 1), cell('3', 0, 2), cell('7', 0, 3)],
  [cell(upper, 1, 1), cell('', 1, 2, 2), cell('14', 1, 3, 2)],
  [cell(lower, 2, 1)],
  [cell('国家秘密', 3, 1), cell('0', 3, 2), cell('5', 3, 3)],
];

it('puts a label back before its figures that a line across the label alone parted from them', () => {
  const whole = [
    ['办理结果@0,0x3', '予以公开@0,1', '3@0,2', '7@0,3'],
    ['部分公开@1,1', '@1,2', '14@1,3'],
    ['国家秘密@2,1', '0@2,2', '5@2,3'],
  ];
  expect(printed(withoutStruckLabels(struck('', '部分公开')))).toEqual(whole);
  expect(printed(withoutStruckLabels(struck('部分公开', '')))).toEqual(whole);
});

it('gives figures that stand beside two labels to neither', () => {
  expect(withoutStruckLabels(struck('部分公开', '其他处理'))).toHaveLength(4);
});

it('leaves a line that parts figures too', () => {
  const rows = [
    [cell('规章', 0, 0), cell('1', 0, 1), cell('9', 0, 2, 2)],
    [cell('', 1, 0), cell('2', 1, 1)],
  ];
  expect(withoutStruckLabels(rows)).toHaveLength(2);
});
