import { figureAt, isNumber, type CellCode, type Figures } from '@mingshu/report-format';
import type { CheckId, Verdict } from './verdict';

/** Two sums that must be equal. `whole` is the printed total among them, where there is one. */
export interface Equation {
  readonly check: CheckId;
  readonly left: readonly CellCode[];
  readonly right: readonly CellCode[];
  readonly whole: CellCode;
}

/** Added in millionths, so that a printed 0.1 + 0.2 is 0.3 and nobody is accused of float noise. */
const sum = (figures: Figures, cells: readonly CellCode[]) =>
  cells.reduce((total, cell) => {
    const figure = figureAt(figures, cell);
    return isNumber(figure) ? total + Math.round(figure * 1_000_000) : total;
  }, 0) / 1_000_000;

/**
 * Judges an equation. A blank or not applicable part adds nothing. Where a cell is unread, the whole is no number or no part is one, nobody can tell.
 * `expected` is the side without the whole, `found` the side with it (domain: filling rules, arithmetic with blanks).
 */
export function sumsAgree(figures: Figures, { check, left, right, whole }: Equation): Verdict {
  const cells = [...left, ...right];
  const parts = cells.filter((cell) => cell !== whole);
  const isUnread = cells.some((cell) => figureAt(figures, cell) === 'unread');
  const canTell = !isUnread && isNumber(figureAt(figures, whole)) && parts.some((cell) => isNumber(figureAt(figures, cell)));
  if (!canTell) return { check, outcome: 'not_assessable', cells };
  const [expected, found] = right.includes(whole) ? [sum(figures, left), sum(figures, right)] : [sum(figures, right), sum(figures, left)];
  return expected === found ? { check, outcome: 'holds', cells } : { check, outcome: 'broken', cells, expected, found };
}
