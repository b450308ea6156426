import { mayBeCopies, textSketch, type CheckedReport, type CopySource, type TextSketch } from '@mingshu/report-checks';
import type { ReportReading } from '@mingshu/report-format';
import type { EntityManager } from 'typeorm';

type Database = Pick<EntityManager, 'query'>;

/** A standing report of a year. */
export interface SketchedReport {
  readonly countyId: string;
  readonly agencyId: string;
  readonly year: number;
  readonly reportId: string;
}

const namesOf = ({ agency, otherAgencies = [] }: CheckedReport): string[] => [
  ...(agency ? [agency.county, agency.name, ...(agency.aliases ?? [])] : []),
  ...otherAgencies,
];

/** The sketch of a report's words, without the names of agencies. */
export const sketchOf = (checked: CheckedReport): TextSketch => textSketch(checked.text ?? { parts: {} }, namesOf(checked));

/** Keeps the sketch of a report's words in place of that of the version before. */
export async function keepSketch(database: Database, place: SketchedReport, sketch: TextSketch): Promise<void> {
  await database.query(
    `insert into text_sketch (county_id, agency_id, year, report_id, sketch) values ($1, $2, $3, $4, $5)
     on conflict (county_id, agency_id, year) do update set report_id = excluded.report_id, sketch = excluded.sketch`,
    [place.countyId, place.agencyId, place.year, place.reportId, JSON.stringify(sketch)],
  );
}

/** Other agencies' reports of a year, by their sketches: all that were looked at, and those that may be copies, with their texts. */
export interface LookedAt {
  readonly reportIds: readonly string[];
  readonly copies: readonly CopySource[];
}

/** Looks at the sketches of this year's other standing reports, leaving out those `already` looked at. All sketches are read, only few texts. */
export async function possibleCopies(
  database: Database,
  { countyId, agencyId, year }: Pick<SketchedReport, 'countyId' | 'agencyId' | 'year'>,
  own: TextSketch,
  already: readonly string[] = [],
): Promise<LookedAt> {
  const others = await database.query<{ reportId: string; sketch: TextSketch }[]>(
    `select report_id as "reportId", sketch from text_sketch where county_id = $1 and year = $2 and agency_id <> $3 and report_id <> all($4)`,
    [countyId, year, agencyId, already],
  );
  const alike = others.filter(({ sketch }) => mayBeCopies(own, sketch)).map(({ reportId }) => reportId);
  return {
    reportIds: others.map(({ reportId }) => reportId),
    copies: alike.length > 0 ? await textsOf(database, countyId, year, alike) : [],
  };
}

async function textsOf(database: Database, countyId: string, year: number, reportIds: readonly string[]): Promise<CopySource[]> {
  const texts = await database.query<{ agencyId: string; name: string; sections: ReportReading['sections'] }[]>(
    `select r.agency_id as "agencyId", a.name, g.sections from report r join reading g on g.county_id = r.county_id and g.report_id = r.id
       join agency a on a.county_id = r.county_id and a.id = r.agency_id where r.county_id = $1 and r.id = any($2) order by a.position, a.name`,
    [countyId, reportIds],
  );
  return texts.map(({ agencyId: id, name, sections }) => ({ id, agency: name, year, text: { parts: sections } }));
}

/**
 * Has the others of a year judged anew that this report's findings name as alike and theirs do not, or the reverse: being alike is the same from either
 * side. The sweeper takes them up. Asked after the judgement is stored, so that two reports handed in together never wait for each other.
 */
export async function askCopiesAgain(database: Database, countyId: string, agencyId: string, year: number): Promise<void> {
  await database.query(
    `with named as (
       select r.agency_id, f.finding ->> 'subject' as other from report r join finding f on f.county_id = r.county_id and f.report_id = r.id
        where r.county_id = $1 and r.year = $3 and r.stands and f.finding ->> 'check' = 'DUP-TEXT')
     update report r set judged_under = null
      where r.county_id = $1 and r.year = $3 and r.stands and r.agency_id <> $2
        and exists (select 1 from named where agency_id = $2 and other = r.agency_id::text)
            <> exists (select 1 from named where agency_id = r.agency_id and other = $2::text)`,
    [countyId, agencyId, year],
  );
}
