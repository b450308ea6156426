import { readXlsx, type CellValue, type Sheet } from 'hucre';
import type { OpenedDocument } from '../../document';
import { refuse } from '../refusals';
import { sheetBlocks } from './sheet-blocks';
import { printedNumber, visibleCells, type StoredSheet } from './visible-cells';

const mostCells = 200_000;

const printed = (value: CellValue): string => {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return printedNumber(value);
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value).trim();
};

/** A formula that was never worked out has no figure yet; its text stands for it, which is no number and no blank. */
const textOf = (sheet: Sheet, value: CellValue, row: number, column: number): string => {
  const cell = value === null || value === '' ? sheet.cells?.get(`${row},${column}`) : undefined;
  return cell?.formula && cell.formulaResult === null ? `=${cell.formula}` : printed(value);
};

const stored = (sheet: Sheet): StoredSheet => ({
  name: sheet.name,
  texts: new Map(
    sheet.rows.map((values, row) => [row, new Map(values.map((value, column) => [column, textOf(sheet, value, row, column)]))]),
  ),
  merges: (sheet.merges ?? []).map(({ startRow, startCol, endRow, endCol }) => ({
    top: startRow,
    left: startCol,
    bottom: endRow,
    right: endCol,
  })),
  isHiddenRow: (row) => sheet.rowDefs?.get(row)?.hidden === true || sheet.rowDefs?.get(row)?.height === 0,
  isHiddenColumn: (column) => sheet.columns?.[column]?.hidden === true,
});

/** A workbook (XLSX): its visible sheets in order, merged cells kept. The package has passed the limits of `readZip` before. */
export async function openXlsx(bytes: Uint8Array): Promise<OpenedDocument> {
  const { sheets } = await readXlsx(bytes).catch(() => refuse('damaged'));
  const visible = sheets.filter((sheet) => !sheet.hidden && !sheet.veryHidden);
  if (visible.reduce((sum, { rows }) => sum + rows.reduce((cells, row) => cells + row.length, 0), 0) > mostCells) refuse('bomb');
  return {
    kind: 'opened',
    type: 'xlsx',
    blocks: visible.flatMap((sheet) => sheetBlocks(visibleCells(stored(sheet)))),
    traits: { scripts: 0, links: [], pictures: 0 },
  };
}
