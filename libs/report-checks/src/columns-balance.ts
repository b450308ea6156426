import { requestCell } from '@mingshu/report-format';
import type { ReportCheck } from './report-check';
import { sumsAgree } from './sums-agree';
import { applicants } from './tables';

/** T3-COL, printed in the form's corner: new + carried in = settled + carried out, for every kind of applicant. Seven tests. */
export const columnsBalance: ReportCheck = {
  id: 'T3-COL',
  judge: ({ report }) =>
    applicants.map((applicant) =>
      sumsAgree(report.figures, {
        check: 'T3-COL',
        left: [requestCell('new_received', applicant), requestCell('carried_in', applicant)],
        right: [requestCell('settled', applicant), requestCell('carried_out', applicant)],
        whole: requestCell('settled', applicant),
      }),
    ),
};
