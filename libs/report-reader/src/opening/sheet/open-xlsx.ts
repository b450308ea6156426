import { readXlsx, type Sheet } from 'hucre';
import type { OpenedDocument } from '../../document';
import { refuse } from '../refusals';
import { sheetBlocks, type SheetCell } from './sheet-blocks';

const mostCells = 200_000;

/** Numbers as they are shown: what binary arithmetic adds behind the fifteenth digit was never typed. */
const printed = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(Number(value.toPrecision(15)));
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value).trim();
};

const columnName = (column: number): string =>
  (column < 26 ? '' : columnName(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));

/** A formula that was never worked out has no figure yet; its text stands for it, which is no number and no blank. */
const textOf = (sheet: Sheet, value: unknown, row: number, column: number): string => {
  const cell = value === null || value === '' ? sheet.cells?.get(`${row},${column}`) : undefined;
  return cell?.formula && cell.formulaResult === null ? `=${cell.formula}` : printed(value);
};

/** Printed cells of a sheet. Hidden rows and columns are not printed. */
function cellsOf(sheet: Sheet): SheetCell[][] {
  const { name, rows, merges = [], rowDefs, columns = [] } = sheet;
  const isHiddenRow = (row: number) => rowDefs?.get(row)?.hidden === true || rowDefs?.get(row)?.height === 0;
  const isHiddenColumn = (column: number) => columns[column]?.hidden === true;
  const shown = (from: number, to: number, isHidden: (place: number) => boolean) =>
    Array.from({ length: to - from + 1 }, (_, place) => from + place).filter((place) => !isHidden(place)).length;
  const anchors = new Map(merges.map((merge) => [`${merge.startRow},${merge.startCol}`, merge]));
  const covered = new Set<string>();
  for (const { startRow, startCol, endRow, endCol } of merges) {
    if ((endRow - startRow + 1) * (endCol - startCol + 1) > mostCells) refuse('bomb');
    for (let row = startRow; row <= endRow; row += 1)
      for (let column = startCol; column <= endCol; column += 1)
        if (row !== startRow || column !== startCol) covered.add(`${row},${column}`);
  }
  const cellAt = (value: unknown, row: number, column: number): SheetCell | undefined => {
    const merge = anchors.get(`${row},${column}`);
    const rowspan = merge ? shown(merge.startRow, merge.endRow, isHiddenRow) : 1;
    const isHidden = merge ? shown(merge.startCol, merge.endCol, isHiddenColumn) === 0 : isHiddenColumn(column);
    if (covered.has(`${row},${column}`) || rowspan === 0 || isHidden) return undefined;
    const place = { kind: 'sheet' as const, sheet: name, address: `${columnName(column)}${row + 1}` };
    const colspan = merge ? merge.endCol - merge.startCol + 1 : 1;
    return { row, column, rowspan, colspan, text: textOf(sheet, value, row, column), place };
  };
  return rows.flatMap((values, row) =>
    isHiddenRow(row)
      ? []
      : [Array.from(values, (value, column) => cellAt(value, row, column)).filter((cell): cell is SheetCell => cell !== undefined)],
  );
}

/** A workbook (XLSX): its visible sheets in order, merged cells kept. The package has passed the limits of `readZip` before. */
export async function openXlsx(bytes: Uint8Array): Promise<OpenedDocument> {
  const { sheets } = await readXlsx(bytes).catch(() => refuse('damaged'));
  const visible = sheets.filter((sheet) => !sheet.hidden && !sheet.veryHidden);
  if (visible.reduce((sum, { rows }) => sum + rows.reduce((cells, row) => cells + row.length, 0), 0) > mostCells) refuse('bomb');
  return {
    kind: 'opened',
    type: 'xlsx',
    blocks: visible.flatMap((sheet) => sheetBlocks(cellsOf(sheet))),
    traits: { scripts: 0, links: [], pictures: 0 },
  };
}
