import type { CheckedCounty, CountyMember, Scope as CountyScope } from '@mingshu/report-checks';
import {
  countyKind,
  editionForYear,
  type AgencyKind,
  type EditionId,
  type Figures,
  type Report,
  type RosterKind,
} from '@mingshu/report-format';
import { owesFor } from '@mingshu/statistics/season';
import type { EntityManager } from 'typeorm';
import { exceptionsInForce } from '../filings/exceptions-in-force';

/** An agency of the year, or the county itself, with the report that stands. */
export interface YearMember {
  readonly agencyId: string;
  readonly name: string;
  readonly kind: RosterKind;
  readonly firstYear: number | null;
  readonly lastYear: number | null;
  readonly version: number | null;
  readonly edition: EditionId | null;
  readonly figures: Figures | null;
  readonly receivedAt: string | null;
  readonly isSigned: boolean;
  /** Why it owes no report; `null` where it owes one or has filed one. */
  readonly excused: string | null;
}

/** A county's year as it is kept: its agencies, its own row, and the scope its own report states. */
export interface KeptCountyYear {
  readonly countyName: string;
  readonly year: number;
  readonly statedScope: CountyScope;
  readonly members: readonly YearMember[];
  readonly own: YearMember | undefined;
}

/** Reads a county's year in one go, in the order of the roster. What a report's signature was given for an older version does not count. */
export async function keptCountyYear(database: Pick<EntityManager, 'query'>, countyId: string, year: number): Promise<KeptCountyYear> {
  const rows = await database.query<Omit<YearMember, 'excused'>[]>(
    `select a.id as "agencyId", a.name, a.kind, a.first_year as "firstYear", a.last_year as "lastYear", r.version, r.edition, r.figures,
            to_char(r.received_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "receivedAt",
            coalesce((select s.kind = 'signed' from sign_off s where s.county_id = a.county_id and s.agency_id = a.id and s.year = $2 and s.version = r.version
                       order by s.at desc, s.id desc limit 1), false) as "isSigned"
       from agency a
       left join report r on r.county_id = a.county_id and r.agency_id = a.id and r.year = $2 and r.stands
      where a.county_id = $1 order by a.position, a.code`,
    [countyId, year],
  );
  const [county] = await database.query<{ name: string; scope: CountyScope | null }[]>(
    `select c.name, r.county_scope as scope from county c left join round r on r.county_id = c.id and r.year = $2 where c.id = $1`,
    [countyId, year],
  );
  const exceptions = await exceptionsInForce(database, countyId, year);
  const members = rows.map((row): YearMember => {
    const exception = exceptions.get(row.agencyId);
    return { ...row, excused: row.version === null && exception?.kind === 'excused' ? exception.reason : null };
  });
  return {
    countyName: county?.name ?? '',
    year,
    statedScope: county?.scope ?? '全县',
    members: members.filter((member) => member.kind !== countyKind && owesFor(member, year)),
    own: members.find(({ kind }) => kind === countyKind),
  };
}

const reportOf = ({ edition, figures }: YearMember, year: number): Report | undefined =>
  edition && figures ? { year, edition, figures } : undefined;

/** The year as checks see it. With `of: 'signed'` a report that nobody signed off counts as missing. The form is the one the county itself reports on. */
export function checkedCountyYear({ countyName, year, statedScope, members, own }: KeptCountyYear, of: 'all' | 'signed'): CheckedCounty {
  const published = own && reportOf(own, year);
  return {
    name: countyName,
    year,
    edition: published?.edition ?? editionForYear(year) ?? '2021',
    members: members.map((member): CountyMember => {
      const { agencyId, name, kind, isSigned, excused } = member;
      const report = of === 'all' || isSigned ? reportOf(member, year) : undefined;
      return { agencyId, name, kind: kind as AgencyKind, ...(report ? { report } : {}), ...(excused === null ? {} : { excused }) };
    }),
    ...(published ? { published: { report: published, scope: statedScope } } : {}),
  };
}
