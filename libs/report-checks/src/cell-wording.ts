import { cellFormat, figureAt, isNumber, type CellCode, type Figures } from '@mingshu/report-format';
import type { LikelyCell } from './finding';

/** A row's name without the hint printed in brackets behind it. */
export const rowName = (cell: CellCode): string => cellFormat(cell).rowLabel.replace(/（区分处理.*$/, '');
export const columnName = (cell: CellCode): string => cellFormat(cell).columnLabel;

/** A row's name without its number: 予以公开 for （一）予以公开. */
export const bareRowName = (cell: CellCode): string =>
  rowName(cell).replace(/^[一二三四五六七八九十]+、|^[（(][一二三四五六七八九十]+[）)]|^\d+\./, '');

/** Where a cell stands, 表三「一、本年新收政府信息公开申请数量」行「自然人」列 for example. */
export function cellName(cell: CellCode): string {
  const { section } = cellFormat(cell);
  return section === 4
    ? `表四「${rowName(cell)}」部分「${columnName(cell)}」`
    : `表${'一二三四'[section - 1]}「${rowName(cell)}」行「${columnName(cell)}」列`;
}

const decimals = (value: number) => Number(value.toFixed(6));

/** By how much a printed value is off: （少 1） or （多 2）. */
export const offBy = (expected: number, found: number): string =>
  found < expected ? `少 ${decimals(expected - found)}` : `多 ${decimals(found - expected)}`;

/** A figure in a sentence. */
export const figureWord = (figures: Figures, cell: CellCode): string => {
  const figure = figureAt(figures, cell);
  return isNumber(figure) ? String(figure) : figure === 'blank' ? '未填' : figure === 'not_applicable' ? '不适用' : '未读到';
};

/** The parts of a sum that are not 0, each with its name; parts that are blank are said to count as nothing. */
export function sumParts(figures: Figures, cells: readonly CellCode[], name: (cell: CellCode) => string): string {
  const numbers = cells.filter((cell) => isNumber(figureAt(figures, cell)) && figureAt(figures, cell) !== 0);
  const named = numbers.map((cell) => `${name(cell)} ${figureAt(figures, cell)}`).join(' + ');
  const blanks = cells.filter((cell) => !isNumber(figureAt(figures, cell))).length;
  const rest = blanks > 0 ? `（另有 ${blanks} 格未填，按无数计）` : '';
  return `${named === '' ? '各项均为 0' : named}${rest}`;
}

/** The sentence that names the likely wrong cell. */
export const likelySentence = (figures: Figures, { cell, value, how }: LikelyCell): string =>
  `最可能是「${rowName(cell)}」行「${columnName(cell)}」列：填写 ${figureWord(figures, cell)}，应为 ${value}${how ? `（${how}）` : ''}。`;
