import { figureAt, isNumber, type CellCode, type Report } from '@mingshu/report-format';
import { columnsBalance } from './columns-balance';
import type { ReportCheck } from '../checked-report';
import { resultsSum } from './results-sum';
import { rowsSum } from './rows-sum';
import type { LikelyCell } from '../finding';
import type { Broken, Verdict } from '../verdict';

const checksOfTable3: readonly ReportCheck[] = [columnsBalance, resultsSum, rowsSum];
const judgeTable3 = (report: Report): Verdict[] => checksOfTable3.flatMap(({ judge }) => [...judge({ report })]);
const isBroken = (verdict: Verdict): verdict is Broken => verdict.outcome === 'broken';

/** Values of a cell that would make the first broken relation hold: its figure moved by the difference, in either direction. */
function repairs(report: Report, cell: CellCode, broken: Broken): number[] {
  const figure = figureAt(report.figures, cell);
  if (!isNumber(figure)) return [];
  const difference = broken.expected! - broken.found!;
  return [figure + difference, figure - difference].filter((value) => value >= 0 && Number.isInteger(value));
}

/**
 * The single cell of table 3 whose change makes every broken relation hold and breaks no other. `undefined` where several cells would do,
 * or none: then no one can say from arithmetic alone. A single-cell error is always found, since each cell lies in at least two relations.
 */
export function likelyCell(report: Report): LikelyCell | undefined {
  const broken = judgeTable3(report).filter(isBroken);
  const [first] = broken;
  if (!first || broken.length < 2) return undefined;
  const common = first.cells.filter((cell) => broken.every(({ cells }) => cells.includes(cell)));
  const found = common.flatMap((cell) =>
    repairs(report, cell, first).flatMap((value): LikelyCell[] => {
      const repaired = { ...report, figures: { ...report.figures, [cell]: value } };
      return judgeTable3(repaired).some(isBroken) ? [] : [{ cell, value }];
    }),
  );
  return found.length === 1 ? found[0] : undefined;
}
