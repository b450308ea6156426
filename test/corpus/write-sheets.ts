import { writeXlsx } from 'hucre';
import { isTable, paddedLines, startsOf, type DrawnReport, type DrawnTable } from './drawn-report';

const asCell = (text: string) => (/^\d+(\.\d+)?$/.test(text) ? Number(text) : text === '' ? null : text);

export interface Grown {
  rows: (string | number | null)[][];
  merges: { startRow: number; startCol: number; endRow: number; endCol: number }[];
}

function addTable({ rows, merges }: Grown, table: DrawnTable): void {
  const top = rows.length;
  startsOf(table).forEach((starts, row) =>
    table.rows[row]!.forEach(({ rowspan, colspan }, place) => {
      if (rowspan > 1 || colspan > 1)
        merges.push({
          startRow: top + row,
          startCol: starts[place]!,
          endRow: top + row + rowspan - 1,
          endCol: starts[place]! + colspan - 1,
        });
    }),
  );
  rows.push(...paddedLines(table).map((fields) => fields.map(asCell)));
}

export type DrawnSheet = { readonly name: string } & Grown;

/** The report as rows of sheets, on one sheet or on one for each section. */
export function drawnSheets(report: DrawnReport, isOneSheet: boolean): DrawnSheet[] {
  const sheets: DrawnSheet[] = [];
  const open = (name: string) => {
    const sheet: DrawnSheet = { name, rows: [], merges: [] };
    sheets.push(sheet);
    return sheet;
  };
  let sheet = open(isOneSheet ? '年度报告' : '一、总体情况');
  sheet.rows.push([report.title], ...report.introduction.map((line) => [line]));
  report.sections.forEach(({ heading, parts }, place) => {
    if (!isOneSheet && place > 0) sheet = open(`第${place + 1}部分`);
    sheet.rows.push([heading]);
    for (const part of parts) {
      if (isTable(part)) addTable(sheet, part);
      else sheet.rows.push([part]);
    }
  });
  return sheets;
}

/** The report as a workbook, on one sheet or on one for each section. */
export const writeWorkbook = (report: DrawnReport, isOneSheet: boolean): Promise<Uint8Array> =>
  writeXlsx({ sheets: drawnSheets(report, isOneSheet) });

/** The report as comma separated values. */
export function writeCsv(report: DrawnReport): string {
  const quoted = (field: string) => (/[",\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);
  const lines = [
    [report.title],
    ...report.introduction.map((line) => [line]),
    ...report.sections.flatMap(({ heading, parts }) => [
      [heading],
      ...parts.flatMap((part) => (isTable(part) ? paddedLines(part) : [[part]])),
    ]),
  ];
  return lines.map((fields) => fields.map(quoted).join(',')).join('\r\n');
}
