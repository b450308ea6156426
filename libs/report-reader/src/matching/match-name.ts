import { normalise } from '../recognition/normalise';
import { ownCounty, withoutGenericCounty, type OwnCounty } from './county-in-names';
import { nameKey, rosterKey } from './name-key';
import { nearestAgencies } from './nearest';
import { reportsFor, yearsText, type Roster, type RosterAgency } from './roster';

/** An agency a person may choose, and what speaks for it. */
export interface Candidate {
  readonly agencyId: string;
  readonly name: string;
  readonly why: string;
}

/** What one read name means on the roster. Only `matched` is taken without asking a person. */
export type NameMatch =
  | { readonly kind: 'matched'; readonly agencyId: string; readonly name: string; readonly why: string }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly Candidate[] }
  | { readonly kind: 'foreign'; readonly region: string; readonly candidates: readonly Candidate[] }
  | { readonly kind: 'unknown'; readonly candidates: readonly Candidate[] };

interface Entry {
  readonly agency: RosterAgency;
  readonly name: string;
  readonly key: string | undefined;
  readonly aliases: readonly { name: string; key: string | undefined }[];
}

/** A roster made ready for matching; built once for many names. */
export interface PreparedRoster {
  readonly county: OwnCounty;
  readonly entries: readonly Entry[];
  readonly byId: ReadonlyMap<string, RosterAgency>;
}

export function prepareRoster({ countyName, agencies }: Roster): PreparedRoster {
  const county = ownCounty(
    countyName,
    agencies.flatMap(({ name, aliases }) => [name, ...aliases]),
  );
  const written = (name: string) => ({ name: normalise(name), key: rosterKey(name, county) });
  return {
    county,
    entries: agencies.map((agency) => ({ agency, ...written(agency.name), aliases: agency.aliases.map(written) })),
    byId: new Map(agencies.map((agency) => [agency.id, agency])),
  };
}

/** In what ways a name can fit, the surest first. `key` is absent where a name may be another county's: that fits by its very letters alone. */
const fits: readonly { why: string; is: (entry: Entry, asked: Asked) => boolean }[] = [
  { why: '名称与名册全称一致', is: (entry, { text }) => entry.name === text },
  { why: '名称是名册单位的另一种写法', is: (entry, { key }) => key !== undefined && entry.key === key },
  { why: '名称是名册中的别名', is: (entry, { text }) => entry.aliases.some(({ name }) => name === text) },
  { why: '名称是名册别名的另一种写法', is: (entry, { key }) => key !== undefined && entry.aliases.some((alias) => alias.key === key) },
  { why: '名称是名册单位的简称', is: (entry, { looseKey }) => looseKey !== undefined && entry.key === looseKey },
];

interface Asked {
  readonly text: string;
  readonly key: string | undefined;
  /** 县教育局 read as 教育局 of this county. */
  readonly looseKey: string | undefined;
}

export const candidate = (agency: RosterAgency, why: string): Candidate => ({
  agencyId: agency.id,
  name: agency.name,
  why: [agency.isCounty ? '汇总全县的县级报告' : why, yearsText(agency)].filter(Boolean).join('，'),
});

/**
 * What a read name means on the roster, for a year where one is known. A namesake of another county, a city's department, an agency outside its years or a name that fits
 * several is never matched: a person decides.
 */
export function matchName(read: string, roster: PreparedRoster, year: number | null): NameMatch {
  const text = normalise(read);
  const { key, standing } = nameKey(read, roster.county);
  const isSure = standing.kind === 'own' || standing.kind === 'bare';
  const generic = isSure ? withoutGenericCounty(read, roster.county) : undefined;
  const asked = { text, key: isSure ? key : undefined, looseKey: generic && nameKey(generic, roster.county).key };
  const found: { agency: RosterAgency; why: string; tier: number }[] = [];
  fits.forEach(({ is, why }, tier) => {
    for (const entry of roster.entries)
      if (is(entry, asked) && !found.some(({ agency }) => agency.id === entry.agency.id)) found.push({ agency: entry.agency, why, tier });
  });
  const due = found.filter(({ agency }) => reportsFor(agency, year));
  const surest = due.filter(({ tier }) => tier === due[0]?.tier);
  const mayHaveEnded = year === null && surest.some(({ agency }) => agency.lastYear !== null);
  // A name that an agency bears too may head that agency's report or the one for the whole county.
  const mayBeCounty = due.some(({ agency }) => agency.isCounty);
  const meant = mayHaveEnded || mayBeCounty ? due : surest;
  if (meant.length === 1) return { kind: 'matched', agencyId: meant[0]!.agency.id, name: meant[0]!.agency.name, why: meant[0]!.why };
  if (meant.length > 1) return { kind: 'ambiguous', candidates: meant.map(({ agency, why }) => candidate(agency, why)) };
  if (found.length > 0)
    return { kind: 'ambiguous', candidates: found.map(({ agency }) => candidate(agency, `${year} 年度不在填报年限内`)) };
  const namesakes =
    key === undefined ? [] : roster.entries.filter((entry) => entry.key === key || entry.aliases.some((alias) => alias.key === key));
  if (standing.kind === 'uncertain' && namesakes.length > 0)
    return {
      kind: 'ambiguous',
      candidates: namesakes.map(({ agency }) => candidate(agency, `文件写的是“${standing.region}”，请确认是否本地`)),
    };
  if (standing.kind === 'elsewhere')
    return {
      kind: 'foreign',
      region: standing.region,
      candidates: namesakes.map(({ agency }) => candidate(agency, `只是同名，文件写的是“${standing.region}”`)),
    };
  return { kind: 'unknown', candidates: nearestAgencies(read, roster, year).map((agency) => candidate(agency, '名称相近')) };
}
