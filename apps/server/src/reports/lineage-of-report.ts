import { isSplitIn, sourcesOf, type EarlierReport, type Lineage } from '@mingshu/report-checks';
import { owesFor } from '@mingshu/statistics/season';
import type { EntityManager } from 'typeorm';
import { recordedLineages } from '../lineage/recorded-lineages';

interface LivingAgency {
  readonly id: string;
  readonly name: string;
  readonly firstYear: number | null;
  readonly lastYear: number | null;
}

/** Where an agency came from in the very year of a report, with the reports of the year before; `undefined` where it is simply its own successor. */
export async function lineageOfReport(
  database: Pick<EntityManager, 'query'>,
  countyId: string,
  { agencyId, year }: { readonly agencyId: string; readonly year: number },
  agencies: readonly LivingAgency[],
  earlier: (agencyId: string) => Promise<EarlierReport | undefined>,
): Promise<Lineage | undefined> {
  const lineages = await recordedLineages(database, countyId);
  const agency = (id: string) => agencies.find((one) => one.id === id)!;
  if (isSplitIn(agencyId, year, lineages)) {
    const own = lineages.find((one) => one.agencyId === agencyId && one.kind === 'split' && one.sinceYear === year);
    return { kind: 'split', predecessors: (own?.predecessorIds ?? [agencyId]).map((id) => ({ name: agency(id).name })) };
  }
  if (!lineages.some((one) => one.agencyId === agencyId && one.sinceYear === year)) return undefined;
  const predecessors: Lineage['predecessors'][number][] = [];
  for (const id of sourcesOf(agencyId, year - 1, lineages, (one, at) => owesFor(agency(one), at))) {
    const lastYear = await earlier(id);
    predecessors.push({ name: agency(id).name, ...(lastYear ? { lastYear } : {}) });
  }
  return { kind: 'merged', predecessors };
}
