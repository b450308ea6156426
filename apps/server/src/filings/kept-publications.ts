import type { PublishedReport } from '@mingshu/report-checks';
import type { EntityManager } from 'typeorm';
import type { PublicationEntity } from '../database/entities';
import { moment } from './moment';

/** One look at a public page as it is kept; days and moments as ISO text. */
export interface KeptPublication extends Omit<
  PublicationEntity,
  'countyId' | 'byId' | 'startedCount' | 'at' | 'seenAt' | 'withdrawnAt' | 'published'
> {
  readonly published: PublishedReport | null;
  readonly at: string;
  readonly seenAt: string | null;
  readonly withdrawnAt: string | null;
}

/**
 * Every look at the pages of a year, of one agency or of all, oldest first. Only the last of each kind can count, so only there the figures are unpacked: a page
 * that is looked at every week would otherwise be read fifty times over.
 */
export function keptPublications(
  database: Pick<EntityManager, 'query'>,
  { countyId, agencyId, year }: { countyId: string; agencyId: string | null; year: number },
): Promise<KeptPublication[]> {
  const day = (column: string) => `to_char(${column}, 'YYYY-MM-DD')`;
  return database.query<KeptPublication[]>(
    `select id, agency_id as "agencyId", year, how, state, batch_id as "batchId", address, file_address as "fileAddress", file_name as "fileName", sha256,
            ${day('printed_on')} as "printedOn", printed_as as "printedAs", ${day('stated_on')} as "statedOn", note, sentence,
            case when state = 'read' and withdrawn_at is null and row_number() over (partition by agency_id, how, state, withdrawn_at is null order by publication.at desc, id desc) = 1
                 then published end as published,
            by_name as "byName",
            ${moment('at')} as at, ${moment('seen_at')} as "seenAt", ${moment('withdrawn_at')} as "withdrawnAt", withdrawn_by as "withdrawnBy", withdrawn_reason as "withdrawnReason"
       from publication where county_id = $1 and year = $2 and ($3::uuid is null or agency_id = $3) order by publication.at, id`,
    [countyId, year, agencyId],
  );
}

const saysSomething = ({ state, withdrawnAt }: KeptPublication) => withdrawnAt === null && state !== 'waiting' && state !== 'failed';

/**
 * The look that counts: the last that was not withdrawn and came to something. A page that cannot be reached today was still seen before, and one whose
 * figures cannot be read says nothing against what a person recorded of the same address.
 */
export function lookThatCounts(looks: readonly KeptPublication[]): KeptPublication | undefined {
  const last = looks.findLast(saysSomething);
  if (last?.how !== 'fetched' || last.state !== 'unread') return last;
  return looks.findLast((one) => saysSomething(one) && one.how === 'registered' && one.address === last.address) ?? last;
}

/** The day a report was made public: as its page prints it, else as a person stated it. */
export const publishedOn = ({ printedOn, statedOn }: Pick<KeptPublication, 'printedOn' | 'statedOn'>): string | null =>
  printedOn ?? statedOn;
