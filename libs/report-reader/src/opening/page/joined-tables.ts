import type { GridCell } from '../../document';
import { likenessToForm } from '../../recognition/likeness-to-form';
import { isNumberLike } from '../../recognition/read-figure';

/** A ruled table as it stands on one page, or over several once joined. `edges` are the positions of its column lines. */
export interface PageTable {
  readonly edges: readonly number[];
  /** True where the column lines run on beyond the last row line: the row is cut by the page. */
  readonly isOpenAbove: boolean;
  readonly isOpenBelow: boolean;
  readonly rows: readonly (readonly GridCell[])[];
}

const same = 3;
/** Ink that could not be recognised is no blank. */
const isBlank = ({ text, certainty }: GridCell) => text.trim() === '' && certainty === undefined;
const indexOf = (edges: readonly number[], x: number) => edges.findIndex((edge) => Math.abs(edge - x) <= same);
const isWithin = (few: readonly number[], many: readonly number[]) => few.every((edge) => indexOf(many, edge) >= 0);

/** The rows of a table in the columns of a finer one. */
function onEdges(table: PageTable, edges: readonly number[]): GridCell[][] {
  const at = table.edges.map((edge) => indexOf(edges, edge));
  return table.rows.map((cells) =>
    cells.map((cell) => {
      const column = at[cell.column]!;
      return { ...cell, column, colspan: at[cell.column + cell.colspan]! - column };
    }),
  );
}

const textsOf = (cells: readonly GridCell[]) => cells.map(({ text }) => text).join('|');

/** How many rows at the top of a continuation only repeat the header. */
function repeatedRows(first: readonly (readonly GridCell[])[], second: readonly (readonly GridCell[])[]): number {
  const most = Math.min(4, first.length, second.length - 1);
  let count = 0;
  while (count < most && !second[count]!.every(isBlank) && textsOf(first[count]!) === textsOf(second[count]!)) count += 1;
  return count;
}

/** What stands right in front of the figures; a group's name further left is no label of the row. */
const labelOf = (cells: readonly GridCell[], firstFigure: number) =>
  cells.find((cell) => cell.column < firstFigure && cell.column + cell.colspan === firstFigure)?.text.trim() ?? '';

/** Whether two rows on either side of a page's end are the halves of one: no half alone holds both the label and the figures. */
function isCut(above: readonly GridCell[], below: readonly GridCell[], firstFigure: number): boolean {
  const figures = (cells: readonly GridCell[]) => cells.filter(({ column }) => column >= firstFigure);
  const [upper, lower] = [figures(above), figures(below)];
  if (upper.length === 0 || upper.map(({ column }) => column).join() !== lower.map(({ column }) => column).join()) return false;
  const [isUpperBlank, isLowerBlank] = [upper.every(isBlank), lower.every(isBlank)];
  if (!isUpperBlank && !isLowerBlank) return false;
  const [label, rest] = [labelOf(above, firstFigure), labelOf(below, firstFigure)];
  if (rest === '') return true;
  if (label === '') return isLowerBlank;
  return likenessToForm(label + rest) > Math.max(likenessToForm(label), likenessToForm(rest)) + 0.02;
}

const firstFigureOf = (rows: readonly (readonly GridCell[])[]) =>
  Math.min(
    ...rows
      .flat()
      .filter(({ text }) => isNumberLike(text))
      .map(({ column }) => column),
  );

/** Whether a continuation begins where the table does, or at one of its columns of labels: a merged label that goes on may have no line around it. */
function isBelow(first: PageTable, second: PageTable): boolean {
  if (Math.abs(first.edges.at(-1)! - second.edges.at(-1)!) > same) return false;
  const begin = indexOf(first.edges, second.edges[0]!);
  return begin === 0 || (begin > 0 && begin < firstFigureOf(first.rows) && first.isOpenBelow && second.isOpenAbove);
}

/**
 * A table that goes on over the page, joined: same outer edges, the columns of one among those of the other. A repeated header is left
 * out, a row cut in its middle is put together, a merged label goes on. `undefined` where the two are different tables.
 */
export function joinedTables(first: PageTable, second: PageTable): PageTable | undefined {
  const edges = first.edges.length >= second.edges.length ? first.edges : second.edges;
  if (!isBelow(first, second) || !isWithin(first.edges, edges) || !isWithin(second.edges, edges)) return undefined;
  const rows = onEdges(first, edges);
  const added = onEdges(second, edges);
  added.splice(0, repeatedRows(rows, added));
  const firstFigure = firstFigureOf([...rows, ...added]);
  const last = rows.length - 1;
  const covering = ({ column, colspan }: GridCell) => {
    for (let row = last; row >= 0; row -= 1) {
      const place = rows[row]!.findIndex((cell) => cell.column === column && cell.colspan === colspan && cell.row + cell.rowspan > last);
      if (place >= 0) return { row, place };
    }
    return undefined;
  };
  const opening = added[0] ?? [];
  const covered = opening.map((cell) => ({ cell, upper: covering(cell) }));
  const isOpen = first.isOpenBelow && second.isOpenAbove && covered.every(({ upper }) => upper !== undefined);
  // Figures printed on both pages belong to two rows, whatever lines are missing.
  const areTwo = covered.some(({ cell, upper }) => {
    const isFigure = upper && cell.column >= firstFigure;
    return isFigure && !isBlank(cell) && !isBlank(rows[upper.row]![upper.place]!);
  });
  const isOneRow = (isOpen && !areTwo) || isCut(rows[last] ?? [], opening, firstFigure);
  const shift = rows.length - (isOneRow ? 1 : 0);
  const kept = opening.filter((cell) => {
    const upper = covering(cell);
    if (!upper) return true;
    const above = rows[upper.row]![upper.place]!;
    const goesOn = isOneRow || (isBlank(cell) && cell.column < firstFigure && (above.rowspan > 1 || cell.rowspan > 1));
    if (!goesOn) return true;
    rows[upper.row]![upper.place] = {
      ...above,
      text: above.text + cell.text,
      place: isBlank(above) ? cell.place : above.place,
      rowspan: above.rowspan + cell.rowspan - (isOneRow ? 1 : 0),
      ...(above.certainty === undefined && cell.certainty === undefined
        ? {}
        : { certainty: Math.min(above.certainty ?? 1, cell.certainty ?? 1) }),
    };
    return false;
  });
  const placed = [kept, ...added.slice(1)].map((cells, index) => cells.map((cell) => ({ ...cell, row: shift + index })));
  if (isOneRow) rows[last] = [...rows[last]!, ...placed.shift()!].sort((one, other) => one.column - other.column);
  return { edges, isOpenAbove: first.isOpenAbove, isOpenBelow: second.isOpenBelow, rows: [...rows, ...(opening.length > 0 ? placed : [])] };
}
