import type { FilingException, LedgerLine } from '@mingshu/contracts';
import type { DataSource } from 'typeorm';

export interface FiledRow {
  readonly agencyId: string;
  readonly receivedAt: string;
  readonly receivedOn: string;
  readonly version: number;
  readonly unclearCount: number;
}

const moment = (column: string) => `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

/** The standing report of each agency, and the day its first version came. */
export async function filedReports(database: DataSource, countyId: string, year: number): Promise<Map<string, FiledRow>> {
  const rows = await database.query<FiledRow[]>(
    `select r.agency_id as "agencyId", ${moment('r.received_at')} as "receivedAt",
            (select to_char(min(e.received_at) at time zone 'Asia/Shanghai', 'YYYY-MM-DD') from report e where e.county_id = r.county_id and e.agency_id = r.agency_id and e.year = r.year) as "receivedOn",
            r.version, g.unclear_count as "unclearCount"
       from report r join reading g on g.county_id = r.county_id and g.report_id = r.id
      where r.county_id = $1 and r.year = $2 and r.stands`,
    [countyId, year],
  );
  return new Map(rows.map((row) => [row.agencyId, row]));
}

/** The extension or excuse in force for each agency; the last decision counts, and one that was taken back is none. */
export async function exceptionsInForce(database: DataSource, countyId: string, year: number): Promise<Map<string, FilingException>> {
  const rows = await database.query<(FilingException & { agencyId: string; kind: string })[]>(
    `select distinct on (agency_id) agency_id as "agencyId", kind, to_char(until, 'YYYY-MM-DD') as until, reason, by_name as by, ${moment('at')} as at
       from filing_exception where county_id = $1 and year = $2 order by agency_id, filing_exception.at desc, id desc`,
    [countyId, year],
  );
  return new Map(rows.filter(({ kind }) => (kind as string) !== 'withdrawn').map(({ agencyId, ...exception }) => [agencyId, exception]));
}

/** Every recorded reminder of the year by agency, newest first. */
export async function remindersOf(database: DataSource, countyId: string, year: number): Promise<Map<string, LedgerLine['reminders']>> {
  const rows = await database.query<(LedgerLine['reminders'][number] & { agencyId: string })[]>(
    `select agency_id as "agencyId", text, by_name as by, ${moment('at')} as at from reminder where county_id = $1 and year = $2 order by reminder.at desc, id desc`,
    [countyId, year],
  );
  const reminders = new Map<string, LedgerLine['reminders']>();
  for (const { agencyId, ...reminder } of rows) reminders.set(agencyId, [...(reminders.get(agencyId) ?? []), reminder]);
  return reminders;
}

/** The day on which each agency's first version of a year came. */
export async function firstArrivals(database: DataSource, countyId: string, year: number): Promise<Map<string, string>> {
  const rows = await database.query<{ agencyId: string; day: string }[]>(
    `select agency_id as "agencyId", to_char(min(received_at) at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day from report where county_id = $1 and year = $2 group by agency_id`,
    [countyId, year],
  );
  return new Map(rows.map(({ agencyId, day }) => [agencyId, day]));
}
