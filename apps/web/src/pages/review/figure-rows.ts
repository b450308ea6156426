import { officialTableLayout, type CellCode, type EditionId, type TableCode } from '@mingshu/report-format';

export const tablesInOrder: readonly TableCode[] = ['disclosure', 'requests', 'disputes'];

/** The cells of an official table as rows from top to bottom, as on paper. */
export const figureRows = (edition: EditionId, table: TableCode): CellCode[][] =>
  officialTableLayout(edition, table)
    .flatMap(({ rows }) => rows)
    .map((slots) => slots.flatMap(({ cell }) => (cell ? [cell] : [])))
    .filter((cells) => cells.length > 0);

export interface CellSpot {
  readonly table: TableCode;
  readonly row: number;
  readonly column: number;
}

export function spotOf(edition: EditionId, cell: CellCode): CellSpot | undefined {
  for (const table of tablesInOrder) {
    const rows = figureRows(edition, table);
    for (const [row, cells] of rows.entries()) {
      const column = cells.indexOf(cell);
      if (column >= 0) return { table, row, column };
    }
  }
  return undefined;
}

/** The cell one step away, in the same table or the one that follows. `undefined` at the edge. */
export function neighbour(edition: EditionId, cell: CellCode, [down, right]: readonly [number, number]): CellCode | undefined {
  const spot = spotOf(edition, cell);
  if (!spot) return undefined;
  const rows = figureRows(edition, spot.table);
  if (right !== 0) return rows[spot.row]![spot.column + right];
  const next = rows[spot.row + down];
  if (next) return next[Math.min(spot.column, next.length - 1)];
  const other = tablesInOrder[tablesInOrder.indexOf(spot.table) + down];
  if (!other) return undefined;
  const others = figureRows(edition, other);
  const line = down > 0 ? others[0]! : others.at(-1)!;
  return line[Math.min(spot.column, line.length - 1)];
}
