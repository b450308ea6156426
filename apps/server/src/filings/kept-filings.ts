import type { FilingException } from '@mingshu/contracts';
import { publicationState, type PublicationState } from '@mingshu/report-checks';
import type { Report } from '@mingshu/report-format';
import { dueDateOf, handedInOn, owesFor, publishByOf, type DueDate, type FilingDates } from '@mingshu/statistics/season';
import type { EntityManager } from 'typeorm';
import { usualDates } from '../rounds/rounds.service';
import { exceptionsInForce } from './exceptions-in-force';
import { keptPublications, lookThatCounts, type KeptPublication } from './kept-publications';
import { chinaDay, moment } from './moment';

type Database = Pick<EntityManager, 'query'>;

interface AgencyRow {
  readonly id: string;
  readonly name: string;
  readonly category: string;
  readonly firstYear: number | null;
  readonly lastYear: number | null;
  readonly arrivedOn: string | null;
}

/** A day of handing in that a person recorded. */
export interface RecordedHandIn {
  readonly on: string;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
}

/** When an agency owes its report of a year and what became of it. `looks`: every look at its public page; `seen`: the one that counts. */
export interface KeptFiling {
  readonly agencyId: string;
  readonly agencyName: string;
  readonly category: string;
  /** Whether it is on the roster of the year. */
  readonly owes: boolean;
  readonly due: DueDate;
  readonly publishBy: string;
  /** `null` where none is in force, and for an excuse that lapsed because a report came all the same. */
  readonly exception: FilingException | null;
  /** The day the first version arrived here. */
  readonly arrivedOn: string | null;
  readonly recorded: RecordedHandIn | null;
  readonly handedInOn: string | 'unknown' | null;
  readonly looks: readonly KeptPublication[];
  readonly seen: KeptPublication | undefined;
  readonly publication: PublicationState;
  /** The version that counts, where there is a page to hold against it. */
  readonly filed: Report | undefined;
}

/** Days on which reports were handed in as persons recorded them; the last record of an agency counts. */
async function recordedHandIns(database: Database, countyId: string, year: number): Promise<Map<string, RecordedHandIn>> {
  const rows = await database.query<(RecordedHandIn & { agencyId: string; on: string | null })[]>(
    `select distinct on (agency_id) agency_id as "agencyId", to_char(handed_in_on, 'YYYY-MM-DD') as "on", reason, by_name as by, ${moment('at')} as at
       from hand_in_date where county_id = $1 and year = $2 order by agency_id, hand_in_date.at desc, id desc`,
    [countyId, year],
  );
  return new Map(rows.filter(({ on }) => on !== null).map(({ agencyId, ...recorded }) => [agencyId, recorded]));
}

async function roundDates(database: Database, countyId: string, year: number) {
  const columns = ['on_time_by', 'closes_on', 'publish_by'].map((column) => `to_char(${column}, 'YYYY-MM-DD')`);
  const dates = `${columns[0]} as "onTimeBy", ${columns[1]} as "closesOn", ${columns[2]} as "publishBy"`;
  const [round] = await database.query<FilingDates[]>(`select ${dates} from round where county_id = $1 and year = $2`, [countyId, year]);
  const categories = await database.query<(FilingDates & { category: string })[]>(
    `select category, ${dates} from round_category where county_id = $1 and year = $2`,
    [countyId, year],
  );
  return { round: round ?? usualDates(year), categories: new Map(categories.map((one) => [one.category, one])) };
}

/**
 * What is known of the filings of a year, of one agency or of every agency of the county, by agency. Nothing of it depends on today. The county's own report is
 * not handed in to the county and has no line here.
 */
export async function keptFilings(
  database: Database,
  { countyId, agencyId, year }: { countyId: string; agencyId: string | null; year: number },
): Promise<Map<string, KeptFiling>> {
  const agencies = await database.query<AgencyRow[]>(
    `select a.id, a.name, coalesce(a.category, a.kind) as category, a.first_year as "firstYear", a.last_year as "lastYear",
            (select ${chinaDay('min(r.received_at)')} from report r where r.county_id = a.county_id and r.agency_id = a.id and r.year = $2) as "arrivedOn"
       from agency a where a.county_id = $1 and a.id <> a.county_id and ($3::uuid is null or a.id = $3) order by a.position, a.code`,
    [countyId, year, agencyId],
  );
  // One after another: inside a transaction there is one connection.
  const { round, categories } = await roundDates(database, countyId, year);
  const exceptions = await exceptionsInForce(database, countyId, year);
  const recorded = await recordedHandIns(database, countyId, year);
  const looks = await keptPublications(database, { countyId, agencyId, year });
  const filed = looks.some(({ published }) => published)
    ? await standingReports(database, countyId, agencyId, year)
    : new Map<string, Report>();
  return new Map(
    agencies.map(({ id, name, category, arrivedOn, ...lived }): [string, KeptFiling] => {
      const decided = exceptions.get(id) ?? null;
      const exception = decided?.kind === 'excused' && arrivedOn !== null ? null : decided;
      const extendedTo = exception?.kind === 'extended' ? exception.until : null;
      const own = looks.filter((look) => look.agencyId === id);
      const seen = lookThatCounts(own);
      return [
        id,
        {
          agencyId: id,
          agencyName: name,
          category,
          owes: owesFor(lived, year),
          due: dueDateOf(round, categories.get(category), extendedTo),
          publishBy: publishByOf(year, round, categories.get(category), extendedTo),
          exception,
          arrivedOn,
          recorded: recorded.get(id) ?? null,
          handedInOn: handedInOn(year, recorded.get(id)?.on ?? null, arrivedOn),
          looks: own,
          seen,
          publication: publicationState(filed.get(id), seen),
          filed: filed.get(id),
        },
      ];
    }),
  );
}

async function standingReports(database: Database, countyId: string, agencyId: string | null, year: number): Promise<Map<string, Report>> {
  const rows = await database.query<(Report & { agencyId: string })[]>(
    `select agency_id as "agencyId", year, edition, figures from report
      where county_id = $1 and year = $2 and stands and ($3::uuid is null or agency_id = $3)`,
    [countyId, year, agencyId],
  );
  return new Map(rows.map(({ agencyId: id, ...report }) => [id, report]));
}
