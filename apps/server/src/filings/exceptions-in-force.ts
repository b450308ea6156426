import type { FilingException } from '@mingshu/contracts';
import type { EntityManager } from 'typeorm';
import { moment } from './moment';

/** The extension or excuse in force for each agency; the last decision counts, and one that was taken back is none. */
export async function exceptionsInForce(
  database: Pick<EntityManager, 'query'>,
  countyId: string,
  year: number,
): Promise<Map<string, FilingException>> {
  const rows = await database.query<(FilingException & { agencyId: string; kind: string })[]>(
    `select distinct on (agency_id) agency_id as "agencyId", kind, to_char(until, 'YYYY-MM-DD') as until, reason, by_name as by, ${moment('at')} as at
       from filing_exception where county_id = $1 and year = $2 order by agency_id, filing_exception.at desc, id desc`,
    [countyId, year],
  );
  return new Map(rows.filter(({ kind }) => (kind as string) !== 'withdrawn').map(({ agencyId, ...exception }) => [agencyId, exception]));
}
