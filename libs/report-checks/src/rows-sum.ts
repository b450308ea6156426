import { requestCell } from '@mingshu/report-format';
import type { ReportCheck } from './report-check';
import { sumsAgree } from './sums-agree';
import { applicants, requestRows } from './tables';

/** T3-ROW: the six kinds of applicant add up to 总计, in every row. 25 tests in the 2021 edition, 23 in the 2019 edition. */
export const rowsSum: ReportCheck = {
  id: 'T3-ROW',
  judge: ({ report }) =>
    requestRows(report.edition).map((row) =>
      sumsAgree(report.figures, {
        check: 'T3-ROW',
        left: applicants.filter((applicant) => applicant !== 'total').map((applicant) => requestCell(row, applicant)),
        right: [requestCell(row, 'total')],
        whole: requestCell(row, 'total'),
      }),
    ),
};
