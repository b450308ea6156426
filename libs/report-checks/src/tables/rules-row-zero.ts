import { cellsOf, figureAt, isNumber } from '@mingshu/report-format';
import { cellName } from '../cell-wording';
import type { ReportCheck } from '../checked-report';
import { broken, holds, notAssessable } from '../verdict';

const check = 'T2-RULE0';

/** T2-RULE0: no agency of a county makes 规章 (立法法 Art. 91, 93), so the row is 0 throughout. Every kind of agency we know is one of a county. */
export const rulesRowZero: ReportCheck = {
  id: check,
  judge: ({ report: { edition, figures }, agency }) =>
    cellsOf(edition)
      .filter((cell) => cell.startsWith('disclosure.a20_1.regulation.'))
      .map((cell) => {
        const found = figureAt(figures, cell);
        if (!isNumber(found)) return notAssessable(check, '“规章”行有的格没有填数或没有读到', [cell]);
        if (found === 0) return holds(check, [cell]);
        if (!agency) return notAssessable(check, '不知道是哪一级单位', [cell]);
        return broken(check, {
          cells: [cell],
          expected: 0,
          found,
          sentence: `${cellName(cell)}应为 0，填写 ${found}。依据：县级部门和乡镇、街道没有规章制定权，内部规章制度不计入。`,
        });
      }),
};
