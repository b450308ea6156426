import { cellsIn, cellsOf, figureAt, type CellCode, type EditionId } from '@mingshu/report-format';
import type { AgencyFigures } from './filings';
import type { StatCell } from './stat-table';
import { sumCell, valueOf } from './sum-figures';

/** Cells that are listed and never added, since the form prints no unit for them. */
const isAdded = (cell: CellCode) => !cell.endsWith('.proc_amount');

/**
 * The official tables of an edition filled with sums over reports of one year. A report of the other edition answers with its comparable cells and is
 * counted as not given where it has none. `due` is the number of agencies that should have reported.
 */
export function officialSums(reports: readonly AgencyFigures[], edition: EditionId, due: number): Readonly<Record<string, StatCell>> {
  return Object.fromEntries(
    cellsOf(edition).map((cell) => {
      if (!isAdded(cell)) return [cell, { value: 'not_comparable', given: 0, due } satisfies StatCell];
      const values = reports.map((report) => {
        if (report.edition === edition) return figureAt(report.figures, cell);
        const cells = edition === '2021' ? cellsIn('2019', [cell]) : undefined;
        return cells ? valueOf(report.figures, cells) : ('not_comparable' as const);
      });
      return [cell, sumCell(values, due)];
    }),
  );
}
