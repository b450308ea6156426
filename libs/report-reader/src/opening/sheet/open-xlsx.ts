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

function cellsOf({ name, rows, merges = [] }: Sheet): SheetCell[][] {
  const anchors = new Map(merges.map((merge) => [`${merge.startRow},${merge.startCol}`, merge]));
  const covered = new Set<string>();
  for (const { startRow, startCol, endRow, endCol } of merges) {
    if ((endRow - startRow + 1) * (endCol - startCol + 1) > mostCells) refuse('bomb');
    for (let row = startRow; row <= endRow; row += 1)
      for (let column = startCol; column <= endCol; column += 1)
        if (row !== startRow || column !== startCol) covered.add(`${row},${column}`);
  }
  return rows.map((values, row) =>
    Array.from(values, (value, column): SheetCell | undefined => {
      if (covered.has(`${row},${column}`)) return undefined;
      const merge = anchors.get(`${row},${column}`);
      const place = { kind: 'sheet' as const, sheet: name, address: `${columnName(column)}${row + 1}` };
      return {
        row,
        column,
        rowspan: merge ? merge.endRow - merge.startRow + 1 : 1,
        colspan: merge ? merge.endCol - merge.startCol + 1 : 1,
        text: printed(value),
        place,
      };
    }).filter((cell): cell is SheetCell => cell !== undefined),
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
