import type { GridBlock, GridCell } from '../../document';
import { refuse } from '../refusals';

/** A cell as Word stores it in DOC and RTF: its edges in twips (1/1440 inch) and whether it begins or continues a merged cell. */
export interface WordCell {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly vertical?: 'first' | 'continued';
  readonly horizontal?: 'first' | 'continued';
}

/** A row of a table. `isSure` is false where its marks do not say how many cells it has. */
export interface WordRow {
  readonly cells: readonly WordCell[];
  readonly isSure: boolean;
}

const mostCells = 50_000;
/** Edges nearer than 2 points are one edge: rows drawn by hand seldom meet exactly. */
const same = 40;

/** Distinct edges of all rows, near ones counted as one, from left to right. */
function edgesOf(rows: readonly WordRow[]): number[] {
  const edges = rows.flatMap(({ cells }) => cells.flatMap(({ left, right }) => [left, right])).sort((one, other) => one - other);
  return edges.reduce<number[]>((all, edge) => {
    if (all.length === 0 || edge - all.at(-1)! > same) all.push(edge);
    return all;
  }, []);
}

const withoutSideways = (cells: readonly WordCell[]): WordCell[] =>
  cells.reduce<WordCell[]>((all, cell) => {
    const last = all.at(-1);
    if (cell.horizontal === 'continued' && last) all[all.length - 1] = { ...last, right: cell.right };
    else all.push(cell);
    return all;
  }, []);

/** The last edge that is not right of a position. */
function columnAt(edges: readonly number[], position: number): number {
  let [low, high] = [0, edges.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (edges[middle]! <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The grid of a table from the edges of its cells; `table` counts from 1. Where edges and cells do not fit together, the cells of each row are only counted. */
export function wordGrid(stored: readonly WordRow[], table: number): GridBlock {
  if (stored.reduce((sum, { cells }) => sum + cells.length, 0) > mostCells) refuse('bomb');
  const rows = stored.map(({ cells, isSure }) => ({ cells: withoutSideways(cells), isSure }));
  const edges = edgesOf(rows);
  const spans = rows.map(({ cells }) =>
    cells.map(({ left, right }) => {
      const column = columnAt(edges, left);
      return { column, colspan: columnAt(edges, right) - column };
    }),
  );
  const isExact =
    rows.every(({ isSure }) => isSure) &&
    spans.every((row) =>
      row.every(({ column, colspan }, place) => colspan > 0 && (place === 0 || column >= row[place - 1]!.column + row[place - 1]!.colspan)),
    );
  const above = new Map<number, GridCell & { rowspan: number }>();
  const grid = rows.map(({ cells }, row) =>
    cells.flatMap((cell, place): GridCell[] => {
      const { column, colspan } = isExact ? spans[row]![place]! : { column: place, colspan: 1 };
      const upper = above.get(column);
      if (isExact && cell.vertical === 'continued' && upper && upper.row + upper.rowspan === row) {
        upper.rowspan += 1;
        return [];
      }
      const placed = {
        row,
        column,
        rowspan: 1,
        colspan,
        text: cell.text,
        place: { kind: 'grid' as const, table, row: row + 1, column: column + 1 },
      };
      if (cell.vertical) above.set(column, placed);
      else above.delete(column);
      return [placed];
    }),
  );
  return { kind: 'grid', isExact, rows: grid };
}
