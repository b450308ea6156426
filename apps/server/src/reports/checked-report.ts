import type { CheckedReport, EarlierReport, ReadingSigns, ReportText, TextSketch } from '@mingshu/report-checks';
import type { Report } from '@mingshu/report-format';
import type { EntityManager } from 'typeorm';
import type { ReadingEntity } from '../database/entities';
import { lineageOfReport } from './lineage-of-report';
import { possibleCopies, sketchOf } from './possible-copies';

type Database = Pick<EntityManager, 'query'>;
type AgencyRow = NonNullable<CheckedReport['agency']> & {
  id: string;
  aliases: string[];
  firstYear: number | null;
  lastYear: number | null;
};
/** The county's own report is judged as the government's: it speaks of all agencies, so their names are no slip in it. */
const asGovernment = (row: AgencyRow, isCounty: boolean): AgencyRow => (isCounty ? { ...row, kind: '县政府本级' } : row);

type StoredReport = Report & { id: string };

/** The reading of a report as far as checks look at it. */
export type KeptReading = Pick<
  ReadingEntity,
  'editionPresumed' | 'figures' | 'agencySigns' | 'yearSigns' | 'remarks' | 'sections' | 'opening' | 'headings'
>;

/** A stored reading's prose, as checks need it. */
const textOf = ({ sections, opening, headings }: KeptReading): ReportText => ({
  parts: { ...sections, ...(opening === null ? {} : { opening }) },
  ...(headings ? { headings } : {}),
});

const signsOf = ({ editionPresumed, figures, agencySigns, yearSigns, remarks }: KeptReading): ReadingSigns => ({
  editionPresumed,
  figures,
  agency: agencySigns,
  year: yearSigns,
  remarks,
});

/** The report that stands for an agency's year, with its reading. */
export async function standingReport(
  database: Database,
  countyId: string,
  agencyId: string,
  year: number,
): Promise<(StoredReport & { reading: KeptReading }) | undefined> {
  const [found] = await database.query<(StoredReport & KeptReading & { read: KeptReading['figures'] })[]>(
    `select r.id, r.year, r.edition, r.figures, g.figures as read, g.edition_presumed as "editionPresumed", g.agency_signs as "agencySigns",
            g.year_signs as "yearSigns", g.remarks, g.sections, g.opening, g.headings
       from report r join reading g on g.county_id = r.county_id and g.report_id = r.id
      where r.county_id = $1 and r.agency_id = $2 and r.year = $3 and r.stands`,
    [countyId, agencyId, year],
  );
  if (!found) return undefined;
  const { id, edition, figures, read, ...reading } = found;
  return { id, year, edition, figures, reading: { ...reading, figures: read } };
}

/** What checks may look at, and which of last year's reports that were. */
export interface CheckedWithSources {
  readonly checked: CheckedReport;
  readonly judgedWith: readonly string[];
}

/** All that checks may look at: the report, who files it, its prose and what reading noticed, last year's report with its prose. */
export async function checkedReport(
  database: Database,
  countyId: string,
  agencyId: string,
  report: StoredReport,
  reading: KeptReading,
): Promise<CheckedWithSources> {
  const agencies = await database.query<AgencyRow[]>(
    `select a.id, a.name, a.kind, a.aliases, a.first_year as "firstYear", a.last_year as "lastYear", c.name as county from agency a join county c on c.id = a.county_id where a.county_id = $1`,
    [countyId],
  );
  const agency = agencies.find(({ id }) => id === agencyId);
  const judgedWith: string[] = [];
  const yearBefore = async (id: string): Promise<EarlierReport | undefined> => {
    const found = await standingReport(database, countyId, id, report.year - 1);
    if (!found) return undefined;
    judgedWith.push(found.id);
    const { reading: earlier, ...bare } = found;
    return { ...bare, text: textOf(earlier) };
  };
  const lastYear = await yearBefore(agencyId);
  const lineage = await lineageOfReport(database, countyId, { agencyId, year: report.year }, agencies, yearBefore);
  const checked = {
    report,
    ...(lastYear ? { lastYear } : {}),
    ...(lineage ? { lineage } : {}),
    ...(agency ? { agency: asGovernment(agency, agencyId === countyId) } : {}),
    ...{ text: textOf(reading), reading: signsOf(reading) },
    otherAgencies: agencies
      .filter(({ id }) => id !== agencyId && id !== countyId && agencyId !== countyId)
      .flatMap(({ name, aliases }) => [name, ...aliases]),
  };
  return { checked, judgedWith };
}

/** The same with the texts of this year's reports that may be copies. */
export async function checkedWithCopies(
  database: Database,
  countyId: string,
  agencyId: string,
  report: StoredReport,
  reading: KeptReading,
): Promise<CheckedWithSources & { readonly sketch: TextSketch; readonly lookedAt: readonly string[] }> {
  const { checked, judgedWith } = await checkedReport(database, countyId, agencyId, report, reading);
  const sketch = sketchOf(checked);
  const { copies, reportIds } = await possibleCopies(database, { countyId, agencyId, year: report.year }, sketch);
  return { checked: { ...checked, possibleCopies: copies }, judgedWith, sketch, lookedAt: reportIds };
}
