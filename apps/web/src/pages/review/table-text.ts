import { officialTableLayout, slotColumns, figureOf, type EditionId, type Readings, type TableCode } from '@mingshu/report-format';
import { typedText } from './typed-figure';

/** An official table as text for a sheet: labels and figures parted by tabs. Blank stays blank, "/" is not applicable, "?" unread. */
export function tableText(edition: EditionId, table: TableCode, readings: Readings): string {
  return officialTableLayout(edition, table)
    .flatMap((grid) => {
      const columns = slotColumns(grid);
      const rows = grid.rows.map((slots, row) => {
        const line = Array.from({ length: grid.columns }, () => '');
        slots.forEach(({ cell, text }, place) => {
          const reading = cell && readings[cell];
          line[columns[row]![place]!] = cell ? typedText(reading ? figureOf(reading) : 'unread') : (text ?? '');
        });
        return line.join('\t');
      });
      return grid.caption ? [grid.caption, ...rows] : rows;
    })
    .join('\r\n');
}
