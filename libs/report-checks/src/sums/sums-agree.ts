import { figureAt, isNumber, type CellCode, type Figures } from '@mingshu/report-format';
import type { CheckId } from '../check-id';
import type { NotAssessable, Verdict } from '../verdict';

/** Two sums that must be equal. `whole` is the printed total among them. `describe` words a breach. */
export interface Equation {
  readonly check: CheckId;
  readonly left: readonly CellCode[];
  readonly right: readonly CellCode[];
  readonly whole: CellCode;
  readonly describe: (expected: number, found: number) => string;
}

/** Added in millionths, so that a printed 0.1 + 0.2 is 0.3 and nobody is accused of float noise. */
export const sumOf = (figures: Figures, cells: readonly CellCode[]): number =>
  cells.reduce((total, cell) => {
    const figure = figureAt(figures, cell);
    return isNumber(figure) ? total + Math.round(figure * 1_000_000) : total;
  }, 0) / 1_000_000;

function whyNot(figures: Figures, cells: readonly CellCode[], whole: CellCode): string | undefined {
  if (cells.some((cell) => figureAt(figures, cell) === 'unread')) return '有的格没有读到';
  if (!isNumber(figureAt(figures, whole))) return '总计没有填数';
  return cells.some((cell) => cell !== whole && isNumber(figureAt(figures, cell))) ? undefined : '各分项都没有填数';
}

/**
 * Judges an equation. A blank or not applicable part adds nothing. Where a cell is unread, the whole is no number or no part is one, nobody can tell.
 * `expected` is the side without the whole, `found` the side with it (domain: filling rules, arithmetic with blanks).
 */
export function sumsAgree(figures: Figures, { check, left, right, whole, describe }: Equation): Verdict {
  const cells = [...left, ...right];
  const why = whyNot(figures, cells, whole);
  if (why !== undefined) return { check, outcome: 'not_assessable', cells, why } satisfies NotAssessable;
  const [expected, found] = right.includes(whole)
    ? [sumOf(figures, left), sumOf(figures, right)]
    : [sumOf(figures, right), sumOf(figures, left)];
  if (expected === found) return { check, outcome: 'holds', cells };
  return { check, outcome: 'broken', cells, expected, found, sentence: describe(expected, found) };
}
