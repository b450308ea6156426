import type { Queue } from 'bullmq';
import type { EntityManager } from 'typeorm';

/**
 * Asks for a fresh judgement of next year's standing reports, the agency's own and those of agencies that came from it, after a version of this year
 * was stored: the carry-over may be broken or mended by it. Whoever was held against
 * this version already is left alone; `id` names the version.
 */
export async function queueNextYear(
  database: Pick<EntityManager, 'query'>,
  rechecks: Queue,
  { countyId, agencyId, year, id }: { readonly countyId: string; readonly agencyId: string; readonly year: number; readonly id: string },
): Promise<void> {
  const next = year + 1;
  const heirs = await database.query<{ agencyId: string }[]>(
    `with recursive heir as (
       select $2::uuid as agency_id
       union select p.agency_id from agency_predecessor p join heir h on h.agency_id = p.predecessor_id where p.county_id = $1 and p.since_year = $3)
     select r.agency_id as "agencyId" from report r join heir h on h.agency_id = r.agency_id where r.county_id = $1 and r.year = $3 and r.stands and not $4 = any(r.judged_with)`,
    [countyId, agencyId, next, id],
  );
  for (const heir of heirs)
    await rechecks
      .add('recheck', { countyId, agencyId: heir.agencyId, year: next }, { jobId: `recheck-${heir.agencyId}-${next}-${id}` })
      .catch(() => undefined);
}
