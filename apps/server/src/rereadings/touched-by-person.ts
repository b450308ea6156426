import type { EntityManager } from 'typeorm';

/** Whether a person has corrected, confirmed, entered, explained, returned or signed anything of a report: then nothing is taken over without being asked for. */
export async function isTouchedByPerson(database: Pick<EntityManager, 'query'>, countyId: string, reportId: string): Promise<boolean> {
  const [found] = await database.query<{ touched: boolean }[]>(
    `select r.origin not in ('read', 'reread') or g.settlements <> '{}'
            or exists (select 1 from finding_answer a where a.county_id = r.county_id and a.agency_id = r.agency_id and a.year = r.year)
            or exists (select 1 from opinion o where o.county_id = r.county_id and o.agency_id = r.agency_id and o.year = r.year)
            or exists (select 1 from sign_off s where s.county_id = r.county_id and s.agency_id = r.agency_id and s.year = r.year) as touched
       from report r join reading g on g.county_id = r.county_id and g.report_id = r.id
      where r.county_id = $1 and r.id = $2`,
    [countyId, reportId],
  );
  return found?.touched ?? true;
}
