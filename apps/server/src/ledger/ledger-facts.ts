import type { LedgerLine } from '@mingshu/contracts';
import type { DataSource } from 'typeorm';
import { moment } from '../filings/moment';

export interface FiledRow {
  readonly agencyId: string;
  readonly receivedAt: string;
  readonly version: number;
  readonly unclearCount: number;
}

/** The standing report of each agency. */
export async function filedReports(database: DataSource, countyId: string, year: number): Promise<Map<string, FiledRow>> {
  const rows = await database.query<FiledRow[]>(
    `select r.agency_id as "agencyId", ${moment('r.received_at')} as "receivedAt",
            r.version, g.unclear_count as "unclearCount"
       from report r join reading g on g.county_id = r.county_id and g.report_id = r.id
      where r.county_id = $1 and r.year = $2 and r.stands`,
    [countyId, year],
  );
  return new Map(rows.map((row) => [row.agencyId, row]));
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
