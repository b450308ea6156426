import { agencyKinds, type AgencyKind } from '@mingshu/report-format';
import { breakdowns, type Breakdown } from '@mingshu/statistics';
import type { LocationQuery } from 'vue-router';

/** The question of the page as it stands in the address. */
export interface TrendAddress {
  readonly breakdown: Breakdown;
  readonly from?: number;
  readonly to?: number;
  readonly agencies: readonly string[];
  readonly kinds: readonly AgencyKind[];
}

const text = (value: LocationQuery[string] | undefined) => (typeof value === 'string' ? value : '');
const year = (value: string) => (/^20\d\d$/.test(value) ? Number(value) : undefined);
const items = (value: string) => value.split(',').filter((one) => one !== '');

/** What an address asks; what cannot be understood is left at its usual value. */
export const readAddress = (query: LocationQuery): TrendAddress => ({
  breakdown: breakdowns.find((one) => one === text(query.breakdown)) ?? 'flow',
  from: year(text(query.from)),
  to: year(text(query.to)),
  agencies: items(text(query.agencies)),
  kinds: items(text(query.kinds)).filter((kind): kind is AgencyKind => agencyKinds.includes(kind as AgencyKind)),
});

/** The address of a question; usual values are left out. */
export const writeAddress = ({ breakdown, from, to, agencies, kinds }: TrendAddress): Record<string, string> => ({
  ...(breakdown === 'flow' ? {} : { breakdown }),
  ...(from ? { from: String(from) } : {}),
  ...(to ? { to: String(to) } : {}),
  ...(agencies.length > 0 ? { agencies: agencies.join(',') } : {}),
  ...(kinds.length > 0 ? { kinds: kinds.join(',') } : {}),
});
