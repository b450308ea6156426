import { requestCell } from '@mingshu/report-format';
import { bareRowName, cellName, offBy, sumParts } from '../cell-wording';
import type { ReportCheck } from '../checked-report';
import { applicants, outcomeRows } from '../form-rows';
import { sumsAgree } from './sums-agree';

/** T3-SUM: the outcomes （一） to （六） add up to （七）总计, for every kind of applicant. Seven tests. */
export const resultsSum: ReportCheck = {
  id: 'T3-SUM',
  judge: ({ report: { edition, figures } }) =>
    applicants.map((applicant) => {
      const parts = outcomeRows(edition).map((row) => requestCell(row, applicant));
      const whole = requestCell('settled', applicant);
      return sumsAgree(figures, {
        check: 'T3-SUM',
        left: parts,
        right: [whole],
        whole,
        describe: (expected, found) =>
          `${cellName(whole)}应为 ${expected}，填写 ${found}（${offBy(expected, found)}）。依据：${sumParts(figures, parts, bareRowName)}。`,
      });
    }),
};
