import { cellsOf, figureAt, isNumber, type Report } from '@mingshu/report-format';
import { cellName, figureWord } from '../cell-wording';
import type { CheckedFiling, FilingCheck, PublishedReport } from '../checked-filing';
import { broken, holds, notAssessable, type Verdict } from '../verdict';

const check = 'PUB-DIFF' as const;

/** Another agency's report, another year's, or one on another edition's tables: cells are not held against each other then. */
function anotherReport(filed: Report, published: PublishedReport): Verdict | undefined {
  if (published.ofAgency !== undefined)
    return broken(check, {
      subject: 'agency',
      facts: [published.ofAgency],
      sentence: `公开的页面是${published.ofAgency}的报告，不是本单位的。`,
    });
  if (filed.year !== published.year)
    return broken(check, {
      subject: 'year',
      facts: [String(filed.year), String(published.year)],
      sentence: `备案的是 ${filed.year} 年度报告，公开的是 ${published.year} 年度报告。`,
    });
  if (filed.edition === published.edition) return undefined;
  return broken(check, {
    subject: 'edition',
    facts: [filed.edition, published.edition],
    sentence: `备案的报告用 ${filed.edition} 年版表格，公开的用 ${published.edition} 年版表格，公开的不是审核通过的版本。`,
  });
}

/** PUB-DIFF: every cell of the public page is that of the accepted version. A cell that could not be read on either side is not assessable. */
export const publishedDiffers = {
  id: check,
  judge: ({ filed, published }: Pick<CheckedFiling, 'filed' | 'published'>): readonly Verdict[] => {
    if (!filed) return [];
    if (!published) return [notAssessable(check, '没有取得公开页面的数字')];
    const another = anotherReport(filed, published);
    if (another) return [another];
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
} satisfies FilingCheck;
