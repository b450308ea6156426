/** An agency as the roster of several years knows it: `firstYear` and `lastYear` bound the years for which it owes a report. */
export interface LivedAgency {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly firstYear: number | null;
  readonly lastYear: number | null;
}

/** What changed on the roster from the year before: names. `kept` agencies are on both. */
export interface RosterDifferences {
  readonly added: readonly string[];
  readonly ended: readonly string[];
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
  readonly kept: number;
}

export const owesFor = ({ firstYear, lastYear }: Pick<LivedAgency, 'firstYear' | 'lastYear'>, year: number): boolean =>
  (firstYear === null || firstYear <= year) && (lastYear === null || lastYear >= year);

/** The roster of `year` against the year before. One that ends and one that begins under an alias of that name count as renamed. */
export function rosterDifferences(agencies: readonly LivedAgency[], year: number): RosterDifferences {
  const before = agencies.filter((agency) => owesFor(agency, year - 1));
  const now = agencies.filter((agency) => owesFor(agency, year));
  const ended = before.filter((agency) => !now.includes(agency));
  const added = now.filter((agency) => !before.includes(agency));
  const renamed = added.flatMap((agency) => {
    const old = ended.filter(({ name }) => agency.aliases.includes(name));
    return old.length === 1 ? [{ from: old[0]!.name, to: agency.name }] : [];
  });
  return {
    added: added.map(({ name }) => name).filter((name) => !renamed.some(({ to }) => to === name)),
    ended: ended.map(({ name }) => name).filter((name) => !renamed.some(({ from }) => from === name)),
    renamed,
    kept: now.length - added.length,
  };
}
