import { utils, write, type CellObject, type WorkSheet } from '@e965/xlsx';
import type { DrawnReport } from './drawn-report';
import { drawnSheets, type DrawnSheet } from './write-sheets';

/** How an old workbook is written: the binary file of Excel 97, or the XML of Excel 2003 that is often called .xls. */
export type XlsKind = 'biff8' | 'xlml';

/** What Excel stores for an error: a code that is a number, and the text it shows. */
const error: CellObject = { t: 'e', v: 23, w: '#REF!' };

function workSheet({ rows, merges }: DrawnSheet): WorkSheet {
  const sheet = utils.aoa_to_sheet(rows);
  for (const [address, cell] of Object.entries(sheet) as [string, CellObject][]) if (cell.v === error.w) sheet[address] = error;
  sheet['!merges'] = merges.map(({ startRow, startCol, endRow, endCol }) => ({
    s: { r: startRow, c: startCol },
    e: { r: endRow, c: endCol },
  }));
  return sheet;
}

/** The report as an old workbook. A hidden sheet with other numbers lies before it: what nobody sees is not the report. */
export function writeXls(report: DrawnReport, isOneSheet: boolean, bookType: XlsKind = 'biff8'): Uint8Array {
  const book = utils.book_new();
  const sheets = drawnSheets(report, isOneSheet);
  const [first] = sheets;
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet(first!.rows.map((row) => row.map((value) => (typeof value === 'number' ? value + 1 : value)))),
    '底稿',
  );
  for (const sheet of sheets) utils.book_append_sheet(book, workSheet(sheet), sheet.name);
  book.Workbook = { Sheets: [{ Hidden: 1 }] };
  if (bookType === 'biff8') return new Uint8Array(write(book, { type: 'array', bookType }) as ArrayBuffer);
  const hidden =
    '<WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet>';
  return new TextEncoder().encode((write(book, { type: 'string', bookType }) as string).replace('</Worksheet>', hidden));
}
