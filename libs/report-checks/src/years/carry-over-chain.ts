import { figureAt, isNumber, requestCell, type Applicant, type Figure, type Report } from '@mingshu/report-format';
import { applicants } from '../form-rows';

/** What one column carried in and out; `null` where no report stands, or not all that are to be added up. */
export interface ChainColumn {
  readonly applicant: Applicant;
  readonly carriedIn: Figure | null;
  readonly carriedOut: Figure | null;
}

/** A report in the chain, with whose it is where several agencies are added up. */
export interface ChainReport extends Report {
  readonly agency?: { readonly id: string; readonly name: string };
}

/** One year of the chain, column by column; `parts` are the reports it is made of, `missing` those that would be needed too. */
export interface ChainYear {
  readonly year: number;
  readonly columns: readonly ChainColumn[];
  readonly parts: readonly { readonly agency: ChainReport['agency']; readonly columns: readonly ChainColumn[] }[];
  readonly missing: readonly string[];
}

export type LinkState = 'holds' | 'broken' | 'unknown';

/** Between a year and the next, one column: whether what was carried out is what the next year carried in. Unknown is never holding. */
export interface ChainLink {
  readonly fromYear: number;
  readonly toYear: number;
  readonly columns: readonly {
    readonly applicant: Applicant;
    readonly state: LinkState;
    readonly carriedOut: Figure | null;
    readonly carriedIn: Figure | null;
    /** By how many 件 more was carried in than out, where both are known. */
    readonly difference: number | null;
  }[];
  /** Of all seven columns: broken where any is, else unknown where any is. */
  readonly state: LinkState;
  /** Why nobody can tell, where the link is unknown. */
  readonly why: string | null;
}

export interface CarryOverChain {
  readonly years: readonly ChainYear[];
  readonly links: readonly ChainLink[];
}

/** What stands against judging: agencies whose report of a year would have to be added and is missing; years into which a split leads. */
export interface ChainGaps {
  readonly missing?: ReadonlyMap<number, readonly string[]>;
  readonly splits?: ReadonlySet<number>;
}

const stateOf = (out: Figure | null, into: Figure | null) =>
  out === null || into === null || !isNumber(out) || !isNumber(into)
    ? ('unknown' as const)
    : out === into
      ? ('holds' as const)
      : ('broken' as const);

/** Figures of several reports for one cell: their sum, unknown where one is. */
function together(reports: readonly Report[], row: 'carried_in' | 'carried_out', applicant: Applicant): Figure | null {
  const figures = reports.map((report) => figureAt(report.figures, requestCell(row, applicant)));
  const [first] = figures;
  if (first === undefined) return null;
  if (figures.length === 1) return first;
  return figures.every(isNumber) ? figures.reduce((sum, figure) => sum + figure, 0) : 'unread';
}

const columnsOf = (reports: readonly Report[]): ChainColumn[] =>
  applicants.map((applicant) => ({
    applicant,
    carriedIn: together(reports, 'carried_in', applicant),
    carriedOut: together(reports, 'carried_out', applicant),
  }));

function whyUnknown(before: ChainYear, next: ChainYear, isSplit: boolean): string {
  if (isSplit) return `${next.year} 年度单位分设，上年数字无法归属`;
  const absent = [before, next].flatMap(({ year, missing, parts }) =>
    missing.length > 0 ? [`没有${missing.join('、')} ${year} 年度的报告`] : parts.length === 0 ? [`没有 ${year} 年度的报告`] : [],
  );
  return absent.length > 0 ? absent.join('；') : '有的格没有填数或没有读到';
}

function linkOf(before: ChainYear, next: ChainYear, isSplit: boolean): ChainLink {
  const columns = next.columns.map(({ applicant, carriedIn }, place) => {
    const { carriedOut } = before.columns[place]!;
    const state = isSplit ? 'unknown' : stateOf(carriedOut, carriedIn);
    const difference = state !== 'unknown' && isNumber(carriedIn!) && isNumber(carriedOut!) ? carriedIn - carriedOut : null;
    return { applicant, carriedOut, carriedIn, state, difference };
  });
  const states = columns.map(({ state }) => state);
  const state = states.includes('broken') ? 'broken' : states.includes('unknown') ? 'unknown' : 'holds';
  return {
    ...{ fromYear: before.year, toYear: next.year, columns, state },
    why: states.includes('unknown') ? whyUnknown(before, next, isSplit) : null,
  };
}

/**
 * The carry-over of an agency through all its years, seven columns, from the first year with a report to the last; years between without one are links
 * nobody can judge. Several reports of one year are those of the predecessors it was merged from, added up; where one of them is missing there is no sum.
 */
export function carryOverChain(reports: readonly ChainReport[], { missing, splits }: ChainGaps = {}): CarryOverChain {
  const known = reports.map(({ year }) => year);
  if (known.length === 0) return { years: [], links: [] };
  const [first, last] = [Math.min(...known), Math.max(...known)];
  const years = Array.from({ length: last - first + 1 }, (_, step): ChainYear => {
    const year = first + step;
    const own = reports.filter((report) => report.year === year);
    const absent = missing?.get(year) ?? [];
    return {
      year,
      columns: columnsOf(absent.length > 0 ? [] : own),
      parts: own.map((report) => ({ agency: report.agency, columns: columnsOf([report]) })),
      missing: absent,
    };
  });
  return { years, links: years.slice(1).map((next, place) => linkOf(years[place]!, next, splits?.has(next.year) ?? false)) };
}
