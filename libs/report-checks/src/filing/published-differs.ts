import { cellsOf, figureAt, isNumber } from '@mingshu/report-format';
import { cellName, figureWord } from '../cell-wording';
import type { FilingCheck } from '../checked-filing';
import { broken, holds, notAssessable } from '../verdict';

const check = 'PUB-DIFF';

/** PUB-DIFF: every cell of the public page is that of the accepted version. A cell that could not be read on either side is not assessable. */
export const publishedDiffers: FilingCheck = {
  id: check,
  judge: ({ filed, published }) => {
    if (!filed) return [];
    if (!published) return [notAssessable(check, '没有取得公开页面的数字')];
    if (filed.edition !== published.edition)
      return [
        broken(check, {
          subject: 'edition',
          facts: [filed.edition, published.edition],
          sentence: `备案的报告用 ${filed.edition} 年版表格，公开的用 ${published.edition} 年版表格，公开的不是审核通过的版本。`,
        }),
      ];
    return cellsOf(filed.edition).map((cell) => {
      const [expected, found] = [figureAt(filed.figures, cell), figureAt(published.figures, cell)];
      if (expected === 'unread' || found === 'unread') return notAssessable(check, '有的格在备案件或公开页面中没有读到', [cell]);
      if (expected === found) return holds(check, [cell]);
      return broken(check, {
        cells: [cell],
        ...(isNumber(expected) ? { expected } : {}),
        ...(isNumber(found) ? { found } : {}),
        facts: [String(expected), String(found)],
        sentence: `${cellName(cell)}公开的是 ${figureWord(published.figures, cell)}，备案的是 ${figureWord(filed.figures, cell)}。`,
      });
    });
  },
};
