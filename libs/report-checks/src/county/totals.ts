import { cellsOf, figureAt, isNumber, type Report } from '@mingshu/report-format';
import { cellName, offBy } from '../cell-wording';
import type { CheckedCounty, CountyCheck } from '../checked-county';
import { blocksSum } from '../sums/blocks-sum';
import { columnsBalance } from '../sums/columns-balance';
import { resultsSum } from '../sums/results-sum';
import { rowsSum } from '../sums/rows-sum';
import { broken, holds, notAssessable, type Verdict } from '../verdict';
import { isAddable, partsWord, sumMembers } from './members-sum';

const check = 'AGG-SUM';
const relations = [columnsBalance, resultsSum, rowsSum, blocksSum];
const brokenIn = (report: Report) => relations.some(({ judge }) => judge({ report }).some(({ outcome }) => outcome === 'broken'));

/** Relations hold again on sums of balanced reports. Where a member's own report is off, the sum must be, and only the member is to blame. */
function relationsOfTotals({ members, totals, year, edition }: CheckedCounty): Verdict[] {
  const report: Report = { year, edition, figures: totals! };
  const isMemberOff = members.some((member) => member.report && brokenIn(member.report));
  return relations.flatMap(({ judge }) =>
    judge({ report }).map((verdict): Verdict => {
      if (verdict.outcome !== 'broken') return { ...verdict, check };
      if (isMemberOff) return notAssessable(check, '有单位的报告自身不平衡，汇总数随之不平衡', verdict.cells);
      return { ...verdict, check, subject: `${verdict.check}:${verdict.cells.at(-1)}`, sentence: `汇总数不平衡：${verdict.sentence}` };
    }),
  );
}

/** AGG-SUM: every county total is the sum of the agencies it includes, and the sums balance as each report does. */
export const totals: CountyCheck = {
  id: check,
  judge: (county) => {
    if (!county.totals) return [];
    const { members, edition } = county;
    const sums = cellsOf(edition)
      .filter(isAddable)
      .map((cell): Verdict => {
        const behind = sumMembers(members, edition, cell);
        const found = figureAt(county.totals!, cell);
        if (behind.unknown.length > 0) return notAssessable(check, '有单位的这一格没有读到或不可比', [cell]);
        if (!isNumber(found)) return behind.parts.length === 0 ? holds(check, [cell]) : notAssessable(check, '汇总表这一格没有数', [cell]);
        if (behind.sum === found && behind.parts.length > 0) return holds(check, [cell]);
        return broken(check, {
          cells: [cell],
          subject: cell,
          expected: behind.sum,
          found,
          sentence: `汇总${cellName(cell)}应为 ${behind.sum}，现为 ${found}（${offBy(behind.sum, found)}）。依据：${partsWord(behind)}。`,
        });
      });
    return [...sums, ...relationsOfTotals(county)];
  },
};
