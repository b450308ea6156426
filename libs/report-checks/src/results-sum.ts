import { requestCell } from '@mingshu/report-format';
import type { ReportCheck } from './report-check';
import { sumsAgree } from './sums-agree';
import { applicants, outcomeRows } from './tables';

/** T3-SUM: the outcomes （一） to （六） add up to （七）总计, for every kind of applicant. Seven tests. */
export const resultsSum: ReportCheck = {
  id: 'T3-SUM',
  judge: ({ report }) =>
    applicants.map((applicant) =>
      sumsAgree(report.figures, {
        check: 'T3-SUM',
        left: outcomeRows(report.edition).map((row) => requestCell(row, applicant)),
        right: [requestCell('settled', applicant)],
        whole: requestCell('settled', applicant),
      }),
    ),
};
