import type { CellCode, Figure, Report } from '@mingshu/report-format';
import type { ReportCheck } from '../checked-report';
import type { Broken, Verdict } from '../verdict';
import { columnsBalance } from './columns-balance';
import { resultsSum } from './results-sum';
import { rowsSum } from './rows-sum';

const checksOfTable3: readonly ReportCheck[] = [columnsBalance, resultsSum, rowsSum];
const isBroken = (verdict: Verdict): verdict is Broken => verdict.outcome === 'broken';

/** The sums of table 3 that do not hold: 39 are tested in the 2021 edition. */
export const brokenSums = (report: Report): Broken[] => checksOfTable3.flatMap(({ judge }) => [...judge({ report })]).filter(isBroken);

/** Whether every sum of table 3 holds once some figures are other ones. */
export const isRepairedBy = (report: Report, cells: Readonly<Partial<Record<CellCode, Figure>>>): boolean =>
  brokenSums({ ...report, figures: { ...report.figures, ...cells } }).length === 0;
