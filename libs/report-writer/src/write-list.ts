import { writeXlsx } from 'hucre';
import Papa from 'papaparse';
import { guarded } from './formula-guard';
import { withoutClock } from './same-bytes';
import { sheetOf, type Slot } from './sheet';

/** A list of words and numbers for a file. `width` is in characters of a sheet column; `notes` stand below. */
export interface ListTable {
  readonly title: string;
  readonly columns: readonly { readonly heading: string; readonly width: number }[];
  readonly rows: readonly (readonly (string | number)[])[];
  readonly notes: readonly string[];
}

/** A list as CSV that Excel and WPS open right: UTF-8 with BOM, CRLF, quoted, guarded against formulas. */
export function writeListCsv({ columns, rows, notes }: ListTable): Uint8Array {
  const lines = [columns.map(({ heading }) => heading), ...rows.map((row) => row.map(String)), ...notes.map((note) => [`注：${note}`])];
  return new TextEncoder().encode(
    `\uFEFF${Papa.unparse(
      lines.map((line) => line.map(guarded)),
      { quotes: true, newline: '\r\n' },
    )}\r\n`,
  );
}

/** A list as one sheet an office prints: title, bordered table with its heading on every page, notes. Numbers are numbers. */
export async function writeListWorkbook({ title, columns, rows, notes }: ListTable): Promise<Uint8Array> {
  const width = columns.length;
  const slots: Slot[] = [
    { row: 0, column: 0, value: title, style: 'title', colspan: width },
    ...columns.map(({ heading }, column): Slot => ({ row: 1, column, value: heading, style: 'header' })),
    ...rows.flatMap((row, index) =>
      row.map((value, column): Slot => ({ row: index + 2, column, value, style: typeof value === 'number' ? 'figure' : 'label' })),
    ),
    ...notes.map((note, index): Slot => ({ row: rows.length + 2 + index, column: 0, value: note, style: 'note', colspan: width })),
  ];
  const sheet = sheetOf(slots, {
    name: title.slice(0, 28),
    widths: columns.map((column) => column.width),
    frozen: { rows: 2, columns: 1 },
    titleRows: [2, 2],
  });
  return withoutClock(await writeXlsx({ sheets: [sheet] }));
}
