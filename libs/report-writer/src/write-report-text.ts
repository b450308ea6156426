import { editions, officialTableLayout, slotColumns, type OfficialGrid } from '@mingshu/report-format';
import { printedFigure, printedHeading, type ReportDocument } from './report-document';

/** The lines of a grid as they are pasted: a tab for every column, a merged place left empty. */
function tableLines(grid: OfficialGrid, { figures }: ReportDocument): string[] {
  const columns = slotColumns(grid);
  const lines = grid.rows.map((slots, row) => {
    const fields = Array.from({ length: grid.columns }, () => '');
    slots.forEach(({ text, cell }, place) => (fields[columns[row]![place]!] = cell ? printedFigure(figures[cell]) : (text ?? '')));
    return fields.join('\t');
  });
  return grid.caption ? [grid.caption, ...lines] : lines;
}

/** A report as plain text with tabs between the cells, as it comes out of the clipboard. */
export function writeReportText(report: ReportDocument): Uint8Array {
  const parts = editions[report.edition].sections.flatMap(({ number, heading, table }) => [
    ...[printedHeading(report, number, heading)].flatMap((text) => (text === null ? [] : [text, ''])),
    ...(number === 1 || number === 5 || number === 6 ? report.sections[`${number}`].flatMap((text) => [text, '']) : []),
    ...(table ? officialTableLayout(report.edition, table).flatMap((grid) => [...tableLines(grid, report), '']) : []),
  ]);
  return new TextEncoder().encode([report.title, '', report.introduction, '', ...parts, report.signature, ''].join('\n'));
}
