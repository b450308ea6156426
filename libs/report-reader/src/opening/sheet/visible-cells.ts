import { refuse } from '../refusals';
import type { SheetCell } from './sheet-blocks';

/** Rows and columns a merge covers, both ends included. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A sheet as its file stores it, before what is hidden is left out. Rows and columns count from 0; a cell that is not stored is blank. */
export interface StoredSheet {
  readonly name: string;
  readonly texts: ReadonlyMap<number, ReadonlyMap<number, string>>;
  readonly merges: readonly Merge[];
  readonly isHiddenRow: (row: number) => boolean;
  readonly isHiddenColumn: (column: number) => boolean;
}

const mostCells = 200_000;
const widestGap = 20;

export const columnName = (column: number): string =>
  (column < 26 ? '' : columnName(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));

/** Numbers as they are shown: what binary arithmetic adds behind the fifteenth digit was never typed. */
export const printedNumber = (value: number): string => String(Number(value.toPrecision(15)));

const visible = (count: number, isHidden: (index: number) => boolean) =>
  Array.from({ length: count }, (_, index) => index).filter((index) => !isHidden(index));

/** Columns without long runs in which nothing stands at all: a stray cell far to the right does not make every row as wide. */
function withoutWideGaps(columns: readonly number[], texts: StoredSheet['texts'], merges: readonly Merge[]): number[] {
  const used = new Set<number>();
  for (const cells of texts.values()) for (const [column, text] of cells) if (text !== '') used.add(column);
  for (const { left, right } of merges) for (const edge of [left, right]) used.add(edge);
  const kept: number[] = [];
  let gap: number[] = [];
  for (const column of columns) {
    if (!used.has(column)) gap.push(column);
    else {
      kept.push(...(gap.length > widestGap ? [] : gap), column);
      gap = [];
    }
  }
  return kept;
}

/** Cells as a person sees the sheet: hidden rows and columns left out, a merged cell once with the spans that show, blanks in their place. */
export function visibleCells({ name, texts, merges, isHiddenRow, isHiddenColumn }: StoredSheet): SheetCell[][] {
  let [height, width] = [0, 0];
  for (const [row, cells] of texts) {
    for (const [column, text] of cells) if (text !== '') [height, width] = [Math.max(height, row + 1), Math.max(width, column + 1)];
  }
  if (height > mostCells || width > mostCells) refuse('bomb');
  const rows = visible(height, isHiddenRow);
  const columns = withoutWideGaps(visible(width, isHiddenColumn), texts, merges);
  if (rows.length * columns.length > mostCells) refuse('bomb');
  const merged = new Map<string, Merge & { rowspan: number; colspan: number }>();
  let covered = 0;
  for (const merge of merges) {
    const down = rows.filter((row) => row >= merge.top && row <= merge.bottom);
    const across = columns.filter((column) => column >= merge.left && column <= merge.right);
    if ((covered += down.length * across.length) > mostCells) refuse('bomb');
    for (const row of down)
      for (const column of across) {
        const isAnchor = row === down[0] && column === across[0];
        merged.set(`${row},${column}`, { ...merge, rowspan: isAnchor ? down.length : 0, colspan: across.length });
      }
  }
  return rows.map((row, line) =>
    columns.flatMap((column, place): SheetCell[] => {
      const merge = merged.get(`${row},${column}`);
      if (merge?.rowspan === 0) return [];
      const [top, left] = merge ? [merge.top, merge.left] : [row, column];
      return [
        {
          row: line,
          column: place,
          rowspan: merge?.rowspan ?? 1,
          colspan: merge?.colspan ?? 1,
          text: texts.get(top)?.get(left) ?? '',
          place: { kind: 'sheet', sheet: name, address: `${columnName(left)}${top + 1}` },
        },
      ];
    }),
  );
}
