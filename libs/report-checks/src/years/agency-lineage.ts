/**
 * Where an agency came from, as the county recorded it. From fiscal year `sinceYear` on it files by itself; what was before is its predecessors'.
 * `merged`: made of them, or has taken them in; `renamed`: one under another name; `split`: came out of one, and nobody can say which figure is whose.
 */
export interface AgencyLineage {
  readonly agencyId: string;
  readonly kind: 'merged' | 'renamed' | 'split';
  readonly sinceYear: number;
  readonly predecessorIds: readonly string[];
}

/**
 * Whose reports of a year are added up for an agency: its own from `sinceYear` on, before that its predecessors', and theirs in turn. An agency that
 * existed before others were merged into it is one of the parts. A split leads nowhere.
 */
export function sourcesOf(
  agencyId: string,
  year: number,
  lineages: readonly AgencyLineage[],
  existed: (agencyId: string, year: number) => boolean,
): readonly string[] {
  const lineage = lineages.find((one) => one.agencyId === agencyId);
  if (!lineage || year >= lineage.sinceYear || lineage.kind === 'split') return [agencyId];
  const before = lineage.predecessorIds.flatMap((id) => sourcesOf(id, year, lineages, existed));
  return [...new Set([...(lineage.kind === 'merged' && existed(agencyId, year) ? [agencyId] : []), ...before])];
}

/** Whether figures of the year before cannot be told apart: the agency came out of another in that year, or another came out of it. */
export const isSplitIn = (agencyId: string, year: number, lineages: readonly AgencyLineage[]): boolean =>
  lineages.some(
    (one) => one.kind === 'split' && one.sinceYear === year && (one.agencyId === agencyId || one.predecessorIds.includes(agencyId)),
  );

/** Whether an agency would come from itself, at once or by way of others. */
export function comesFromItself(proposed: AgencyLineage, others: readonly AgencyLineage[]): boolean {
  const all = [...others.filter(({ agencyId }) => agencyId !== proposed.agencyId), proposed];
  const seen = new Set<string>();
  const ahead = [...proposed.predecessorIds];
  for (let id = ahead.pop(); id !== undefined; id = ahead.pop()) {
    if (id === proposed.agencyId) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    ahead.push(...all.filter(({ agencyId }) => agencyId === id).flatMap(({ predecessorIds }) => predecessorIds));
  }
  return false;
}
