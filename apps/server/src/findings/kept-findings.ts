import { findingFingerprint, findingKey, type CheckId, type Finding, type RuleSettings } from '@mingshu/report-checks';
import type { Acceptance, Figures, RosterKind, VersionOrigin } from '@mingshu/report-format';
import type { EntityManager } from 'typeorm';
import type { FindingAnswerEntity, OpinionEntity, SignOffEntity } from '../database/entities';
import { keptFilings, type KeptFiling } from '../filings/kept-filings';

export interface KeptVersion {
  readonly agencyId: string;
  readonly version: number;
  readonly stands: boolean;
  readonly origin: VersionOrigin;
  /** When the version came to be: handed in, or made by a person. */
  readonly receivedAt: Date;
  /** Whoever handed it in or made it, and their name. */
  readonly receivedBy: string | null;
  readonly receivedByName: string | null;
  readonly unclearCells: number;
  readonly acceptance: Acceptance | null;
}

export interface KeptFinding {
  readonly agencyId: string;
  readonly version: number;
  readonly stands: boolean;
  readonly key: string;
  readonly fingerprint: string;
  readonly finding: Finding;
}

/** Everything kept about the findings of a year: of one agency or of all. */
export interface KeptFindings {
  readonly year: number;
  readonly agencies: readonly { readonly id: string; readonly name: string; readonly kind: RosterKind }[];
  readonly versions: readonly KeptVersion[];
  readonly findings: readonly KeptFinding[];
  readonly lastYear: readonly { readonly agencyId: string; readonly check: CheckId }[];
  readonly answers: readonly FindingAnswerEntity[];
  readonly opinions: readonly OpinionEntity[];
  readonly signOffs: readonly SignOffEntity[];
  readonly settings: RuleSettings;
  /** The ISO day in China on which it is asked. */
  readonly today: string;
  /** Dates and publication of the year, and of the year before, by agency. */
  readonly filings: ReadonlyMap<string, KeptFiling>;
  readonly lastFilings: ReadonlyMap<string, KeptFiling>;
  /** Who may sign off, and what the county says about signing one's own. */
  readonly signers: readonly string[];
  readonly ownSignOff: 'refuse' | 'warn';
}

const ofYear = 'county_id = $1 and year = $2 and ($3::uuid is null or agency_id = $3)';

/** Reads all of it in one go; inside a transaction that holds the agency it cannot change meanwhile. */
export async function keptFindings(
  database: Pick<EntityManager, 'query'>,
  {
    countyId,
    agencyId,
    year,
    settings,
    today,
  }: { countyId: string; agencyId: string | null; year: number; settings: RuleSettings; today: string },
): Promise<KeptFindings> {
  const asked = [countyId, year, agencyId];
  const agencies = await database.query<KeptFindings['agencies'][number][]>(
    `select a.id, a.name, a.kind from agency a where a.county_id = $1 and ($3::uuid is null or a.id = $3)
        and exists (select 1 from report r where r.county_id = a.county_id and r.agency_id = a.id and r.year = $2) order by a.position, a.code`,
    asked,
  );
  const versions = await database.query<KeptVersion[]>(
    `select r.agency_id as "agencyId", r.version, r.stands, r.origin, coalesce(r.made_at, r.received_at) as "receivedAt", coalesce(r.made_by, s.received_by) as "receivedBy", u.name as "receivedByName",
            g.unclear_count as "unclearCells", g.acceptance
       from report r join submission s on s.county_id = r.county_id and s.id = r.submission_id join reading g on g.county_id = r.county_id and g.report_id = r.id
       left join app_user u on u.county_id = s.county_id and u.id = coalesce(r.made_by, s.received_by)
      where r.county_id = $1 and r.year = $2 and ($3::uuid is null or r.agency_id = $3) order by r.version`,
    asked,
  );
  const findings = await database.query<KeptFinding[]>(
    `select r.agency_id as "agencyId", r.version, r.stands, f.key, f.fingerprint, f.finding
       from finding f join report r on r.county_id = f.county_id and r.id = f.report_id
      where r.county_id = $1 and r.year = $2 and ($3::uuid is null or r.agency_id = $3) order by r.version, f.place`,
    asked,
  );
  const lastYear = await database.query<KeptFindings['lastYear'][number][]>(
    `select distinct r.agency_id as "agencyId", f.finding ->> 'check' as "check"
       from finding f join report r on r.county_id = f.county_id and r.id = f.report_id
      where r.county_id = $1 and r.year = $2 - 1 and r.stands and ($3::uuid is null or r.agency_id = $3)`,
    asked,
  );
  const answers = await database.query<FindingAnswerEntity[]>(
    `select id, agency_id as "agencyId", year, version, kind, text, key, fingerprint, finding, by_name as "byName", at
       from finding_answer where ${ofYear} order by at, id`,
    asked,
  );
  const opinions = await database.query<OpinionEntity[]>(
    `select id, agency_id as "agencyId", year, number, version, to_char(due_on, 'YYYY-MM-DD') as "dueOn", to_char(returned_on, 'YYYY-MM-DD') as "returnedOn", opening, items, by_name as "byName", at,
            undone_at as "undoneAt", undone_by as "undoneBy", undone_reason as "undoneReason"
       from opinion where ${ofYear} order by at, id`,
    asked,
  );
  const signOffs = await database.query<SignOffEntity[]>(
    `select id, agency_id as "agencyId", year, version, kind, text, is_own as "isOwn", by_name as "byName", at
       from sign_off where ${ofYear} order by at, id`,
    asked,
  );
  const filings = await keptFilings(database, { countyId, agencyId, year });
  const lastFilings = await keptFilings(database, { countyId, agencyId, year: year - 1 });
  const signers = await database.query<{ id: string }[]>(
    `select id from app_user where county_id = $1 and role in ('county_admin', 'reviewer') and is_active`,
    [countyId],
  );
  const [county] = await database.query<{ ownSignOff: 'refuse' | 'warn' }[]>(
    `select own_sign_off as "ownSignOff" from county where id = $1`,
    [countyId],
  );
  return {
    year,
    agencies,
    versions,
    findings,
    lastYear,
    answers,
    opinions,
    signOffs,
    settings,
    today,
    filings,
    lastFilings,
    signers: signers.map(({ id }) => id),
    ownSignOff: county?.ownSignOff ?? 'refuse',
  };
}

/** What was found about a county's year, and the version of its own report that stands. */
export interface CountyOutcome {
  readonly findings: readonly Finding[];
  readonly own: { readonly version: number; readonly figures: Figures } | undefined;
}

/** The findings of a county's year take their place behind those of its own report, so that they can be explained and settled there as any other. */
export function withCounty(kept: KeptFindings, countyId: string, { findings, own }: CountyOutcome): KeptFindings {
  if (!own) return kept;
  const ofCounty = findings.map((finding): KeptFinding => ({
    agencyId: countyId,
    version: own.version,
    stands: true,
    key: findingKey(finding),
    fingerprint: findingFingerprint(finding, own.figures),
    finding,
  }));
  return { ...kept, findings: [...kept.findings, ...ofCounty] };
}
