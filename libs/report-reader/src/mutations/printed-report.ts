import { cellsOf, editions, officialTableLayout, type CellCode, type EditionId, type Figure } from '@mingshu/report-format';
import type { Chance } from './chance';

/** A slot as printed. `cell` names the figure it stands for. */
export interface PrintedSlot {
  readonly text: string;
  readonly cell?: CellCode;
  readonly kind: 'header' | 'label' | 'figure';
  readonly rowspan: number;
  readonly colspan: number;
}

export type PrintedRow = readonly PrintedSlot[];

export interface PrintedTable {
  readonly section: 2 | 3 | 4;
  readonly columns: number;
  readonly rows: readonly PrintedRow[];
}

export type Part = string | PrintedTable;

/**
 * What is known of a cell after damage. `figure` is what the document says of it, `unread` where it no longer says anything;
 * `isKnowable`: whether a careful reader can tell.
 */
export interface Known {
  readonly figure: Figure;
  readonly isKnowable: boolean;
  /** Whether damage upon damage left nothing by which anyone could tell right from wrong. */
  readonly isUndefined?: boolean;
}

export type Truth = Readonly<Record<string, Known>>;

/** A report on paper together with what it says. */
export interface PrintedReport {
  readonly edition: EditionId;
  readonly year: number;
  readonly before: readonly string[];
  readonly sections: readonly { readonly heading: string; readonly parts: readonly Part[] }[];
  readonly after: readonly string[];
  readonly truth: Truth;
}

export const isTable = (part: Part): part is PrintedTable => typeof part !== 'string';

/** How large and how dense figures are: a quiet town, a busy one, a county. */
export const figureStyles = ['zeros', 'few', 'town', 'county', 'all-different'] as const;
export type FigureStyle = (typeof figureStyles)[number];

const magnitude: Record<FigureStyle, { share: number; limit: number }> = {
  zeros: { share: 0, limit: 1 },
  few: { share: 0.06, limit: 6 },
  town: { share: 0.25, limit: 30 },
  county: { share: 0.7, limit: 1500 },
  'all-different': { share: 1, limit: 90 },
};

/** Figures that keep every relation of the form. */
export function balancedFigures(edition: EditionId, style: FigureStyle, chance: Chance): Record<string, number> {
  const { share, limit } = magnitude[style];
  const any = () => (chance.isOne(share) ? chance.below(limit) + 1 : 0);
  const figures: Record<string, number> = Object.fromEntries(cellsOf(edition).map((cell) => [cell, any()]));
  const { rows, columns } = editions[edition].tables.requests;
  const parts = columns.slice(0, -1);
  const outcomes = rows.filter(({ within, code }) => within !== 'year' && code !== 'settled');
  for (const { code: part } of parts) {
    const settled = outcomes.reduce((sum, { code }) => sum + figures[`requests.${code}.${part}`]!, 0);
    const [carriedIn, carriedOut] = [
      chance.isOne(share) ? chance.below(Math.min(settled, 9) + 1) : 0,
      chance.isOne(share) ? chance.below(9) : 0,
    ];
    Object.assign(figures, {
      [`requests.settled.${part}`]: settled,
      [`requests.carried_in.${part}`]: Math.min(carriedIn, settled + carriedOut),
      [`requests.carried_out.${part}`]: carriedOut,
      [`requests.new_received.${part}`]: settled + carriedOut - Math.min(carriedIn, settled + carriedOut),
    });
  }
  for (const { code } of rows)
    figures[`requests.${code}.total`] = parts.reduce((sum, { code: part }) => sum + figures[`requests.${code}.${part}`]!, 0);
  const { blocks, columns: results } = editions[edition].tables.disputes;
  for (const { code } of blocks)
    figures[`disputes.${code}.total`] = results
      .slice(0, -1)
      .reduce((sum, { code: result }) => sum + figures[`disputes.${code}.${result}`]!, 0);
  return figures;
}

/** The tables of a section with their captions, figures as plain digits. */
export function printedTables(edition: EditionId, section: 2 | 3 | 4, figures: Readonly<Record<string, number>>): Part[] {
  const code = (['disclosure', 'requests', 'disputes'] as const)[section - 2]!;
  return officialTableLayout(edition, code).flatMap(({ caption, columns, rows }): Part[] => [
    ...(caption ? [caption] : []),
    {
      section,
      columns,
      rows: rows.map((slots) =>
        slots.map(({ kind, text, cell, rowspan, colspan }) => ({
          kind,
          text: cell ? String(figures[cell]) : (text ?? ''),
          cell,
          rowspan,
          colspan,
        })),
      ),
    },
  ]);
}

/** Changes every table of a section. */
export const changeTables = (
  report: PrintedReport,
  section: 2 | 3 | 4,
  change: (table: PrintedTable) => Part | readonly Part[],
): PrintedReport => ({
  ...report,
  sections: report.sections.map((one) => ({
    ...one,
    parts: one.parts.flatMap((part) => (isTable(part) && part.section === section ? change(part) : [part])),
  })),
});

/** Says anew what is known of some cells. */
export const knowing = (
  report: PrintedReport,
  cells: readonly (CellCode | undefined)[],
  change: (known: Known) => Known,
): PrintedReport => ({
  ...report,
  truth: {
    ...report.truth,
    ...Object.fromEntries(cells.flatMap((cell) => (cell ? [[cell, change(report.truth[cell]!)]] : []))),
  },
});

export const cellsOfRow = (row: PrintedRow): CellCode[] => row.flatMap(({ cell }) => (cell ? [cell] : []));
export const lost = (): Known => ({ figure: 'unread', isKnowable: false });
export const doubtful = (known: Known): Known => ({ ...known, isKnowable: false });
