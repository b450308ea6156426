import { figureAt, isNumber, type CellCode, type Report } from '@mingshu/report-format';
import type { LikelyCell } from '../finding';
import type { Broken } from '../verdict';
import { brokenSums, isRepairedBy } from './table-3';

/** Values of a cell that would make the first broken relation hold: its figure moved by the difference, in either direction. */
function repairs(report: Report, cell: CellCode, broken: Broken): number[] {
  const figure = figureAt(report.figures, cell);
  if (!isNumber(figure)) return [];
  const difference = broken.expected! - broken.found!;
  return [figure + difference, figure - difference].filter((value) => value >= 0 && Number.isInteger(value));
}

/** What may have happened between the value meant and the one printed, where the digits show it. */
export function slipOf(printed: number, value: number): string | undefined {
  const [wrong, right] = [String(printed), String(value)];
  if (wrong.length === right.length && wrong !== right && [...wrong].sort().join('') === [...right].sort().join('')) return '数字可能颠倒';
  const isShorterBy = (short: string, long: string) =>
    long.length === short.length + 1 && [...long].some((_, index) => long.slice(0, index) + long.slice(index + 1) === short);
  if (right !== '0' && isShorterBy(right, wrong)) return '可能多了一位数字';
  if (wrong !== '0' && isShorterBy(wrong, right)) return '可能少了一位数字';
  return undefined;
}

/**
 * The single cell of table 3 whose change makes every broken relation hold and breaks no other. `undefined` where several cells would do,
 * or none: then no one can say from arithmetic alone. A single-cell error is always found, since each cell lies in at least two relations.
 */
export function likelyCell(report: Report): LikelyCell | undefined {
  const broken = brokenSums(report);
  const [first] = broken;
  if (!first || broken.length < 2) return undefined;
  const common = first.cells.filter((cell) => broken.every(({ cells }) => cells.includes(cell)));
  const found = common.flatMap((cell) =>
    repairs(report, cell, first).flatMap((value): LikelyCell[] => (isRepairedBy(report, { [cell]: value }) ? [{ cell, value }] : [])),
  );
  const [only] = found;
  if (!only || found.length > 1) return undefined;
  const how = slipOf(Number(figureAt(report.figures, only.cell)), only.value);
  return how === undefined ? only : { ...only, how };
}
