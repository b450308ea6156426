import { cellsOf, figureAt, isNumber, type AgencyKind } from '@mingshu/report-format';
import { cellName, offBy } from '../cell-wording';
import type { CountyCheck, CountyMember, Scope } from '../checked-county';
import { broken, holds, notAssessable } from '../verdict';
import { isAddable, namesWord, partsWord, sumMembers, unknownWord } from './members-sum';

const check = 'AGG-PUB';
const towns: readonly AgencyKind[] = ['镇', '乡', '街道'];
const kindsOf: Readonly<Record<Scope, readonly AgencyKind[]>> = {
  全县: [...towns, '部门', '县政府本级'],
  县本级: ['部门', '县政府本级'],
  县政府及办公室: ['县政府本级'],
  仅乡镇: towns,
};

/** The agencies a scope takes in. */
export const membersIn = (members: readonly CountyMember[], scope: Scope): CountyMember[] =>
  members.filter(({ kind }) => kindsOf[scope].includes(kind));

/** The agencies of a scope by what they stand for in its sum: counted with a report, missing without one, or excused from it with a reason. */
export interface ScopeMembers {
  readonly included: readonly CountyMember[];
  readonly counted: readonly CountyMember[];
  readonly missing: readonly CountyMember[];
  readonly excused: readonly CountyMember[];
}

/** Parts the agencies of a scope: whoever files is counted, also where it need not have. */
export function partedIn(members: readonly CountyMember[], scope: Scope): ScopeMembers {
  const included = membersIn(members, scope);
  const without = included.filter(({ report }) => !report);
  return {
    included,
    counted: included.filter(({ report }) => report),
    missing: without.filter(({ excused }) => excused === undefined),
    excused: without.filter(({ excused }) => excused !== undefined),
  };
}

function whyNot({ included: members, missing }: ScopeMembers, scope: Scope): string | undefined {
  if (missing.length > 0) return `缺${namesWord(missing.map(({ name }) => name))}的报告，合计不完整`;
  const needsOffice = scope !== '仅乡镇';
  if (needsOffice && !members.some(({ kind }) => kind === '县政府本级')) return '名册中没有县政府本级，合计不含县政府自身';
  return members.length === 0 ? '这一口径下没有单位' : undefined;
}

/**
 * AGG-PUB: the county's published report, cell by cell, against the sum of the agencies of its stated scope. With a report missing nothing is said, also
 * where the figures happen to match.
 */
export const publishedReport: CountyCheck = {
  id: check,
  judge: ({ members, edition, published }) => {
    if (!published) return [];
    const parted = partedIn(members, published.scope);
    const { included } = parted;
    const why = whyNot(parted, published.scope) ?? (published.report.edition === edition ? undefined : '县级报告用的是另一版表格');
    return cellsOf(edition)
      .filter(isAddable)
      .map((cell) => {
        if (why !== undefined) return notAssessable(check, why, [cell]);
        const behind = sumMembers(included, edition, cell);
        const found = figureAt(published.report.figures, cell);
        if (behind.unknown.length > 0) return notAssessable(check, unknownWord(behind), [cell]);
        if (behind.parts.length === 0) return notAssessable(check, '没有单位在这一格填数', [cell]);
        if (!isNumber(found)) return notAssessable(check, '县级报告的这一格没有数', [cell]);
        if (behind.sum === found) return holds(check, [cell]);
        const joint = cell.endsWith('.issued') || cell.endsWith('.made') ? '联合发文各单位分别计数的，请说明。' : '';
        return broken(check, {
          cells: [cell],
          subject: cell,
          expected: behind.sum,
          found,
          facts: [published.scope],
          sentence: `县级公布报告（${published.scope}口径）${cellName(cell)}为 ${found}，${included.length} 个单位之和为 ${behind.sum}（${offBy(behind.sum, found)}）。依据：${partsWord(behind)}。${joint}`,
        });
      });
  },
};
