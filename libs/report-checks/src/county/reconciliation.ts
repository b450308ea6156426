import { cellsOf, figureAt, type CellCode, type Figure } from '@mingshu/report-format';
import type { CheckedCounty, CountyMember, Scope } from '../checked-county';
import { figureOfMember, isAddable, sumMembers } from './members-sum';
import { membersIn, publishedReport } from './published-report';

/** `differs` and `agrees` only where both sides are whole; else nobody can tell, and `why` says what is missing. */
export type ReconciledState = 'differs' | 'agrees' | 'not_assessable';

/** One cell of the county's own report against its agencies. `reported` is absent without a report; `sum` where no agency prints a number. */
export interface ReconciledCell {
  readonly cell: CellCode;
  readonly reported?: Figure;
  readonly sum?: number;
  /** Agencies of the scope that print a number here. */
  readonly given: number;
  readonly state: ReconciledState;
  readonly why?: string;
}

/** Every cell that can be added, judged as AGG-PUB judges it, in the order of the form. `scope` takes the place of the one the county's report states. */
export function reconcile(county: CheckedCounty, scope: Scope): ReconciledCell[] {
  const { members, edition } = county;
  const published = county.published && { ...county.published, scope };
  const included = membersIn(members, scope);
  const verdicts = new Map(publishedReport.judge({ ...county, ...(published ? { published } : {}) }).map((one) => [one.cells[0], one]));
  return cellsOf(edition)
    .filter(isAddable)
    .map((cell): ReconciledCell => {
      const { sum, parts } = sumMembers(included, edition, cell);
      const verdict = verdicts.get(cell);
      return {
        cell,
        ...(published ? { reported: figureAt(published.report.figures, cell) } : {}),
        ...(parts.length > 0 ? { sum } : {}),
        given: parts.length,
        ...(verdict === undefined
          ? { state: 'not_assessable' as const, why: '没有县级报告' }
          : verdict.outcome === 'not_assessable'
            ? { state: 'not_assessable' as const, why: verdict.why }
            : { state: verdict.outcome === 'broken' ? ('differs' as const) : ('agrees' as const) }),
      };
    });
}

/** What each agency of a scope gives for a cell: its figure, or `undefined` where it has no report or its form has no such cell. */
export const partsOf = (
  { members, edition }: Pick<CheckedCounty, 'members' | 'edition'>,
  scope: Scope,
  cell: CellCode,
): { readonly member: CountyMember; readonly figure: Figure | undefined }[] =>
  membersIn(members, scope).map((member) => ({ member, figure: member.report && figureOfMember(member, edition, cell) }));
