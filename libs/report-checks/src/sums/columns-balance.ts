import { requestCell } from '@mingshu/report-format';
import { bareRowName, columnName, figureWord, offBy } from '../cell-wording';
import type { ReportCheck } from '../checked-report';
import { applicants } from '../form-rows';
import { sumsAgree } from './sums-agree';

/** T3-COL, printed in the form's corner: new + carried in = settled + carried out, for every kind of applicant. Seven tests. */
export const columnsBalance: ReportCheck = {
  id: 'T3-COL',
  judge: ({ report: { figures } }) =>
    applicants.map((applicant) => {
      const [received, carried, settled, out] = (['new_received', 'carried_in', 'settled', 'carried_out'] as const).map((row) =>
        requestCell(row, applicant),
      ) as [ReturnType<typeof requestCell>, ReturnType<typeof requestCell>, ReturnType<typeof requestCell>, ReturnType<typeof requestCell>];
      return sumsAgree(figures, {
        check: 'T3-COL',
        left: [received, carried],
        right: [settled, out],
        whole: settled,
        describe: (expected, found) =>
          `表三「${columnName(settled)}」列不平衡：${bareRowName(received)} ${figureWord(figures, received)} + ${bareRowName(carried)} ${figureWord(figures, carried)} = ${expected}，而（七）总计 ${figureWord(figures, settled)} + ${bareRowName(out)} ${figureWord(figures, out)} = ${found}（${offBy(expected, found)}）。`,
      });
    }),
};
