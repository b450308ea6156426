import type { AgencyLineage } from '@mingshu/report-checks';
import type { EntityManager } from 'typeorm';

/** What a county recorded of one agency's origin, with who recorded it when. */
export interface RecordedLineage extends AgencyLineage {
  readonly by: string;
  readonly at: string;
}

/** Every recorded origin of a county's agencies; predecessors in the order of the roster. A county has few. */
export function recordedLineages(database: Pick<EntityManager, 'query'>, countyId: string): Promise<RecordedLineage[]> {
  return database.query(
    `select p.agency_id as "agencyId", p.kind, p.since_year as "sinceYear", array_agg(p.predecessor_id order by a.position, a.code) as "predecessorIds",
            p.by_name as by, to_char(p.at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
       from agency_predecessor p join agency a on a.county_id = p.county_id and a.id = p.predecessor_id
      where p.county_id = $1 group by p.agency_id, p.kind, p.since_year, p.by_name, p.at order by p.agency_id`,
    [countyId],
  );
}
