import type { CheckedReport, EarlierReport } from '../checked-report';

/** The reports last year's figures are taken from, or why nobody can tell. */
export type Predecessors =
  | { readonly kind: 'known'; readonly reports: readonly EarlierReport[]; readonly names: readonly string[] }
  | { readonly kind: 'unknown'; readonly why: string }
  /** Nothing speaks of a year before: no test at all. */
  | { readonly kind: 'none' };

/** Last year's reports of the agency or, where it was merged or renamed, of those it was made from. A split agency's are nobody's. */
export function predecessorsOf({ report, lastYear, lineage }: CheckedReport): Predecessors {
  const before = report.year - 1;
  if (lineage?.kind === 'split')
    return { kind: 'unknown', why: `单位由${lineage.predecessors.map(({ name }) => name).join('、')}拆分而来，上年数字无法归属` };
  if (lineage) {
    const missing = lineage.predecessors.filter(({ lastYear: one }) => one?.year !== before);
    if (missing.length > 0 || lineage.predecessors.length === 0)
      return { kind: 'unknown', why: `没有${missing.map(({ name }) => name).join('、')}${before} 年度的报告` };
    return {
      kind: 'known',
      reports: lineage.predecessors.map(({ lastYear: one }) => one!),
      names: lineage.predecessors.map(({ name }) => name),
    };
  }
  if (!lastYear) return { kind: 'none' };
  return lastYear.year === before ? { kind: 'known', reports: [lastYear], names: [] } : { kind: 'none' };
}
