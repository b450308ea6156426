import { figureAt, isNumber, requestCell, type Applicant, type Figure, type Report } from '@mingshu/report-format';
import { applicants } from '../form-rows';

/** One year of the chain: what was carried in and out, column by column; `null` where no report stands. */
export interface ChainYear {
  readonly year: number;
  readonly columns: readonly { readonly applicant: Applicant; readonly carriedIn: Figure | null; readonly carriedOut: Figure | null }[];
}

/** Between a year and the next, one column: whether what was carried out is what the next year carried in. Unknown is never holding. */
export interface ChainLink {
  readonly fromYear: number;
  readonly toYear: number;
  readonly columns: readonly {
    readonly applicant: Applicant;
    readonly state: 'holds' | 'broken' | 'unknown';
    readonly carriedOut: Figure | null;
    readonly carriedIn: Figure | null;
  }[];
  /** Of all seven columns: broken where any is, else unknown where any is. */
  readonly state: 'holds' | 'broken' | 'unknown';
}

export interface CarryOverChain {
  readonly years: readonly ChainYear[];
  readonly links: readonly ChainLink[];
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

/**
 * The carry-over of an agency through all its years, seven columns, from the first year with a report to the last; years between without one are links
 * nobody can judge. Several reports of one year are those of the predecessors it was merged from, added up.
 */
export function carryOverChain(reports: readonly Report[]): CarryOverChain {
  const known = reports.map(({ year }) => year);
  if (known.length === 0) return { years: [], links: [] };
  const [first, last] = [Math.min(...known), Math.max(...known)];
  const years = Array.from({ length: last - first + 1 }, (_, step): ChainYear => {
    const year = first + step;
    const own = reports.filter((report) => report.year === year);
    return {
      year,
      columns: applicants.map((applicant) => ({
        applicant,
        carriedIn: together(own, 'carried_in', applicant),
        carriedOut: together(own, 'carried_out', applicant),
      })),
    };
  });
  const links = years.slice(1).map((next, place): ChainLink => {
    const before = years[place]!;
    const columns = next.columns.map(({ applicant, carriedIn }, column) => {
      const { carriedOut } = before.columns[column]!;
      return { applicant, carriedOut, carriedIn, state: stateOf(carriedOut, carriedIn) };
    });
    const states = columns.map(({ state }) => state);
    const state = states.includes('broken') ? 'broken' : states.includes('unknown') ? 'unknown' : 'holds';
    return { fromYear: before.year, toYear: next.year, columns, state };
  });
  return { years, links };
}
