import { mayBeCopies, textSketch, type CheckedReport, type CopySource, type TextSketch } from '@mingshu/report-checks';
import type { ReportReading } from '@mingshu/report-format';
import type { EntityManager } from 'typeorm';
import type { Judgement } from './reports.repository';

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

/** Keeps the sketch of a report's words in place of that of the version before. The county's own tells what its agencies did and is no one's copy. */
export async function keepSketch(database: Database, place: SketchedReport, sketch: TextSketch): Promise<void> {
  if (place.agencyId === place.countyId) return;
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
  if (agencyId === countyId) return { reportIds: [], copies: [] };
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
 * What is left to do once a judgement is stored, as two reports handed in together never wait for each other: calls it final, unless reports it did not
 * look at have come meanwhile that may be copies, and has those of a year judged anew that this one names as alike and that do not name it, or the
 * reverse: being alike is the same from either side. The sweeper takes them up. @returns whether the judgement is final.
 */
export async function settleCopies(database: Database, place: SketchedReport, judgement: Judgement): Promise<boolean> {
  const { countyId, agencyId, year, reportId } = place;
  const { sketch, lookedAt, pending, mark } = judgement;
  const final = 'update report set judged_under = $6 where county_id = $1 and id = $5 and judged_under = $7';
  const [{ meanwhile, naming }] = await database.query<[{ meanwhile: { reportId: string; sketch: TextSketch }[]; naming: string[] }]>(
    `with unseen as (
       select report_id as "reportId", sketch from text_sketch where county_id = $1 and year = $2 and agency_id <> $3 and $3 <> $1 and report_id <> all($4)),
     final as (${final} and not exists (select 1 from unseen))
     select (select coalesce(jsonb_agg(unseen), '[]') from unseen) as meanwhile,
            array(select r.agency_id::text from finding f join report r on r.county_id = f.county_id and r.id = f.report_id
                   where f.county_id = $1 and f.finding ->> 'check' = 'DUP-TEXT' and f.finding ->> 'subject' = $3::text
                     and r.year = $2 and r.stands and r.agency_id <> $3) as naming`,
    [countyId, year, agencyId, lookedAt, reportId, mark, pending],
  );
  if (meanwhile.some((other) => mayBeCopies(sketch, other.sketch))) return false;
  if (meanwhile.length > 0) await database.query(final, [countyId, year, agencyId, lookedAt, reportId, mark, pending]);
  const named = judgement.findings.flatMap(({ finding: { check, subject } }) => (check === 'DUP-TEXT' && subject ? [subject] : []));
  const oneSided = [...named.filter((id) => !naming.includes(id)), ...naming.filter((id) => !named.includes(id))];
  if (oneSided.length > 0)
    await database.query('update report set judged_under = null where county_id = $1 and year = $2 and stands and agency_id = any($3)', [
      countyId,
      year,
      oneSided,
    ]);
  return true;
}
