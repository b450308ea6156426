import { requestCell } from '@mingshu/report-format';
import { cellName, columnName, offBy, sumParts } from '../cell-wording';
import type { ReportCheck } from '../checked-report';
import { applicants, requestRows } from '../form-rows';
import { sumsAgree } from './sums-agree';

/** T3-ROW: the six kinds of applicant add up to 总计, in every row. 25 tests in the 2021 edition, 23 in the 2019 edition. */
export const rowsSum: ReportCheck = {
  id: 'T3-ROW',
  judge: ({ report: { edition, figures } }) =>
    requestRows(edition).map((row) => {
      const parts = applicants.filter((applicant) => applicant !== 'total').map((applicant) => requestCell(row, applicant));
      const whole = requestCell(row, 'total');
      return sumsAgree(figures, {
        check: 'T3-ROW',
        left: parts,
        right: [whole],
        whole,
        describe: (expected, found) =>
          `${cellName(whole)}应为 ${expected}，填写 ${found}（${offBy(expected, found)}）。依据：${sumParts(figures, parts, (cell) => columnName(cell).split('·').at(-1)!)}。`,
      });
    }),
};
