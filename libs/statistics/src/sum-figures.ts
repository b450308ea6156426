import { figureAt, isNumber, type CellCode, type Figure, type Figures } from '@mingshu/report-format';
import type { StatCell } from './stat-table';

/** Decimal places kept in sums: 1 元 is 0.0001 万元 and a 分 is 0.000001 万元, so millionths of a 万元 are whole 分. */
const scale = 1_000_000;

/** Adds numbers without float noise: amounts are whole 分 while they are added. */
export const addExactly = (values: readonly number[]): number => values.reduce((sum, value) => sum + Math.round(value * scale), 0) / scale;

/** The value one report gives for a sum of cells: its number, or the word for why there is none. Blank parts beside a number add nothing. */
export function valueOf(figures: Figures, cells: readonly CellCode[]): Figure {
  const parts = cells.map((cell) => figureAt(figures, cell));
  if (parts.includes('unread')) return 'unread';
  const numbers = parts.filter(isNumber);
  return numbers.length > 0 ? addExactly(numbers) : (parts[0] ?? 'unread');
}

/** Sums what reports gave. `values` holds one entry for each report that was filed, of `due` that should have been. Nothing given is never 0. */
export function sumCell(values: readonly (Figure | 'not_comparable')[], due: number): StatCell {
  const numbers = values.filter((value): value is number => typeof value === 'number');
  const unread = values.filter((value) => value === 'unread').length;
  if (numbers.length > 0) return { value: addExactly(numbers), given: numbers.length, due, ...(unread > 0 ? { unread } : {}) };
  const words = ['unread', 'blank', 'not_applicable', 'not_comparable'] as const;
  return { value: words.find((word) => values.includes(word)) ?? 'not_filed', given: 0, due };
}
