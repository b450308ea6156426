import { cellsOf, figureAt, isNumber, type CellCode, type Report } from '@mingshu/report-format';
import { cellName, offBy } from '../cell-wording';
import type { CheckedCounty, CountyCheck, CountyMember } from '../checked-county';
import { blocksSum } from '../sums/blocks-sum';
import { columnsBalance } from '../sums/columns-balance';
import { resultsSum } from '../sums/results-sum';
import { rowsSum } from '../sums/rows-sum';
import { broken, holds, notAssessable, type Verdict } from '../verdict';
import { isAddable, namesWord, partsWord, sumMembers, unknownWord } from './members-sum';

const check = 'AGG-SUM';
const relations = [columnsBalance, resultsSum, rowsSum, blocksSum];
const place = ({ check: relation, cells }: Verdict) => `${relation}|${cells.join()}`;

/** Relations that members' own reports break, by place. */
const brokenPlaces = (members: readonly CountyMember[]): ReadonlySet<string> =>
  new Set(
    members.flatMap(({ report }) =>
      report
        ? relations.flatMap(({ judge }) =>
            judge({ report })
              .filter(({ outcome }) => outcome === 'broken')
              .map(place),
          )
        : [],
    ),
  );

/** Members that left some of the cells empty, and some not: what they print there does not add up in the sums. */
function gapsWord({ members, edition }: CheckedCounty, cells: readonly CellCode[]): string {
  const names = [...new Set(cells.flatMap((cell) => sumMembers(members, edition, cell).blank))].filter((name) => {
    const { report } = members.find((one) => one.name === name)!;
    return cells.some((cell) => Number(figureAt(report!.figures, cell)) > 0);
  });
  return names.length > 0 ? `${namesWord(names)}这里有空格，请先补全。` : '';
}

/**
 * Relations hold again on sums of balanced reports. Where a member's own report breaks the same one, or a member's cell is not known, the sum must be off, and
 * only the member is to blame.
 */
function relationsOfTotals(county: CheckedCounty): Verdict[] {
  const { members, totals, year, edition } = county;
  const report: Report = { year, edition, figures: totals! };
  const own = brokenPlaces(members);
  return relations.flatMap(({ judge }) =>
    judge({ report }).map((verdict): Verdict => {
      if (verdict.outcome !== 'broken') return { ...verdict, check };
      if (own.has(place(verdict))) return notAssessable(check, '有单位的报告自身不平衡，汇总数随之不平衡', verdict.cells);
      const unknown = verdict.cells.map((cell) => sumMembers(members, edition, cell)).find((one) => one.unknown.length > 0);
      if (unknown) return notAssessable(check, unknownWord(unknown), verdict.cells);
      const sentence = `汇总数不平衡：${verdict.sentence}${gapsWord(county, verdict.cells)}`;
      return { ...verdict, check, subject: `${verdict.check}:${verdict.cells.at(-1)}`, sentence };
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
        if (behind.unknown.length > 0) return notAssessable(check, unknownWord(behind), [cell]);
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
