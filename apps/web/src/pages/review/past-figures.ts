import { cellsIn, type CellCode, type EditionId, type Figure, type Figures } from '@mingshu/report-format';

export interface PastYear {
  readonly year: number;
  readonly edition: EditionId;
  readonly figures: Figures;
}

export interface PastFigure {
  readonly year: number;
  /** `not_filed`: no report of that year; `not_comparable`: its edition has no such single cell. */
  readonly figure: Figure | 'not_filed' | 'not_comparable';
}

/** What a cell said in each of the last five years, oldest first. A year's older edition is asked for the cell that compares; sums of cells are not shown as a cell. */
export function pastFigures(past: readonly PastYear[], edition: EditionId, cell: CellCode, year: number, back = 5): PastFigure[] {
  return Array.from({ length: back }, (_, place): PastFigure => {
    const then = year - back + place;
    const report = past.find((one) => one.year === then);
    if (!report) return { year: then, figure: 'not_filed' };
    const same =
      report.edition === edition
        ? [cell]
        : edition === '2021'
          ? cellsIn(report.edition, [cell])
          : report.figures[cell] === undefined
            ? undefined
            : [cell];
    const [only] = same ?? [];
    if (!only || same?.length !== 1) return { year: then, figure: 'not_comparable' };
    return { year: then, figure: report.figures[only] ?? 'unread' };
  });
}

/** Points of a small line, in a box of `width` × `height`; runs of years without a gap. One number alone is a point. */
export function sparkRuns(values: readonly (number | undefined)[], width: number, height: number): { x: number; y: number }[][] {
  const numbers = values.filter((value) => value !== undefined);
  const [least, most] = [Math.min(0, ...numbers), Math.max(...numbers, 1)];
  const step = values.length > 1 ? width / (values.length - 1) : 0;
  const runs: { x: number; y: number }[][] = [[]];
  values.forEach((value, place) => {
    if (value === undefined) return void (runs.at(-1)!.length > 0 && runs.push([]));
    runs
      .at(-1)!
      .push({ x: Math.round(place * step * 10) / 10, y: Math.round((height - ((value - least) / (most - least)) * height) * 10) / 10 });
  });
  return runs.filter((run) => run.length > 0);
}
