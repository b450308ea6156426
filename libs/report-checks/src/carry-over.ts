import { figureAt, isNumber, requestCell } from '@mingshu/report-format';
import type { ReportCheck } from './report-check';
import { applicants } from './tables';
import type { Verdict } from './verdict';

/**
 * YOY-CARRY: what is carried in equals what last year's report carried out, for every kind of applicant. Seven tests where last year's report is known.
 * A report of 2019 has no usable predecessor, so it is not asked. An unknown side is not assessable, never 0.
 */
export const carryOver: ReportCheck = {
  id: 'YOY-CARRY',
  judge: ({ report, lastYear }) => {
    const hasPredecessor = lastYear?.year === report.year - 1 && lastYear.year >= 2019;
    if (!lastYear || !hasPredecessor) return [];
    return applicants.map((applicant): Verdict => {
      const cells = [requestCell('carried_in', applicant)];
      const found = figureAt(report.figures, cells[0]!);
      const expected = figureAt(lastYear.figures, requestCell('carried_out', applicant));
      if (!isNumber(found) || !isNumber(expected)) return { check: 'YOY-CARRY', outcome: 'not_assessable', cells };
      return found === expected
        ? { check: 'YOY-CARRY', outcome: 'holds', cells }
        : { check: 'YOY-CARRY', outcome: 'broken', cells, expected, found };
    });
  },
};
