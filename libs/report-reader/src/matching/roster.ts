/** What matching needs of an agency on the roster. `firstYear` and `lastYear` bound the fiscal years for which it reports; `null` is open. `isCounty`: the county itself, for its own report. */
export interface RosterAgency {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly firstYear: number | null;
  readonly lastYear: number | null;
  readonly isCounty?: boolean;
}

/** The roster of a county. `countyName` is the county's name, with what stands above it (东江市清河区) or without (清河县). */
export interface Roster {
  readonly countyName: string;
  readonly agencies: readonly RosterAgency[];
}

/** Whether the agency reports for the year; an unknown year excludes nobody. */
export const reportsFor = ({ firstYear, lastYear }: RosterAgency, year: number | null): boolean =>
  year === null || ((firstYear === null || firstYear <= year) && (lastYear === null || lastYear >= year));

/** The years of an agency in words, empty where it has no bounds. */
export function yearsText({ firstYear, lastYear }: RosterAgency): string {
  if (firstYear !== null && lastYear !== null) return `${firstYear}—${lastYear} 年度填报`;
  if (lastYear !== null) return `${lastYear} 年度后停用`;
  return firstYear === null ? '' : `${firstYear} 年度起填报`;
}
