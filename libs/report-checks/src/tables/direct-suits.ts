import { disputeCell, editions, figureAt, isNumber } from '@mingshu/report-format';
import type { ReportCheck } from '../checked-report';
import { broken, holds, notAssessable } from '../verdict';

const check = 'T4-2024';
const cells = editions['2021'].tables.disputes.columns.map(({ code }) => disputeCell('suit_direct', code));

/** T4-2024: since 2024-01-01 a refusal to disclose goes to reconsideration first, so a suit without one deserves a look. */
export const directSuits: ReportCheck = {
  id: check,
  judge: ({ report: { figures } }) => {
    const above = cells.filter((cell) => Number(figureAt(figures, cell)) > 0);
    if (above.length > 0) {
      const total = disputeCell('suit_direct', 'total');
      const found = figureAt(figures, total);
      return [
        broken(check, {
          cells: above,
          subject: 'suit_direct',
          ...(isNumber(found) ? { found } : {}),
          sentence: `表四「未经复议直接起诉」部分「总计」填写 ${isNumber(found) ? found : '不明'}。2024 年起对不予公开不服的应先申请行政复议，请核对是否为以前年度的案件或其他情形；与上年比较时注意口径变化。`,
        }),
      ];
    }
    return cells.every((cell) => figureAt(figures, cell) === 0)
      ? [holds(check, cells)]
      : [notAssessable(check, '“未经复议直接起诉”有的格没有填数或没有读到', cells)];
  },
};
