import type { CarryOverView } from '@mingshu/contracts';
import { carryOverChain, isSplitIn, sourcesOf, type AgencyLineage } from '@mingshu/report-checks';
import type { Report } from '@mingshu/report-format';
import { owesFor } from '@mingshu/statistics/season';
import { In, type DataSource } from 'typeorm';
import { AgencyEntity, ReportEntity } from '../database/entities';
import { recordedLineages } from '../lineage/recorded-lineages';

const words = { merged: '合并', renamed: '更名', split: '分设' };

/** An agency and all it came from, and those in turn. */
function family(agencyId: string, lineages: readonly AgencyLineage[]): string[] {
  const found = new Set([agencyId]);
  for (const id of found)
    for (const one of lineages) if (one.agencyId === id && one.kind !== 'split') one.predecessorIds.forEach((before) => found.add(before));
  return [...found];
}

/** 结转衔接 of an agency over all its years, with those it came from, from the versions that stand. */
export async function carryOver(database: DataSource, countyId: string, agencyId: string): Promise<CarryOverView> {
  const lineages = await recordedLineages(database, countyId);
  const members = family(agencyId, lineages);
  const [agencies, reports] = await Promise.all([
    database.getRepository(AgencyEntity).findBy({ countyId }),
    database.getRepository(ReportEntity).find({
      select: { agencyId: true, year: true, edition: true, figures: true },
      where: { countyId, agencyId: In(members), stands: true },
    }),
  ]);
  const agency = (id: string) => agencies.find((one) => one.id === id)!;
  const sources = (year: number) => sourcesOf(agencyId, year, lineages, (id, at) => owesFor(agency(id), at));
  const part = (id: string, year: number) => reports.find((one) => one.agencyId === id && one.year === year);
  const years = [...new Set(reports.map(({ year }) => year))];
  const parts = years.flatMap((year) =>
    sources(year).flatMap((id) => {
      const report: Report | undefined = part(id, year);
      return report ? [{ year, edition: report.edition, figures: report.figures, agency: { id, name: agency(id).name } }] : [];
    }),
  );
  const missing = years.map((year) => {
    const names = sources(year).filter((id) => !part(id, year));
    return [year, names.length < sources(year).length ? names.map((id) => agency(id).name) : []] as const;
  });
  const splits = years.filter((year) => sources(year).some((id) => isSplitIn(id, year, lineages)));
  const chain = carryOverChain(parts, { missing: new Map(missing), splits: new Set(splits) });
  const sentences = lineages.flatMap((one) => {
    const names = one.predecessorIds.map((id) => agency(id).name).join('、');
    if (members.includes(one.agencyId)) return [`${agency(one.agencyId).name} ${one.sinceYear} 年度起由${names}${words[one.kind]}而来。`];
    return one.predecessorIds.includes(agencyId) ? [`${one.sinceYear} 年度起${words[one.kind]}为${agency(one.agencyId).name}。`] : [];
  });
  return { ...(chain as Pick<CarryOverView, 'years' | 'links'>), lineage: sentences };
}
