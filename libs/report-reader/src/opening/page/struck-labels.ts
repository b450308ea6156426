import type { GridCell } from '../../document';
import { isNumberLike } from '../../recognition/read-figure';

type Rows = readonly (readonly GridCell[])[];

const isBlank = ({ text, certainty }: GridCell) => text.trim() === '' && certainty === undefined;

/** A row has three labels at most; what has more begins figures too. */
const mostLabels = 3;

/** Label cells right above and below a row line, of which one is blank, while every figure goes on over the line; `undefined` for any other line. */
function brokenBy(rows: Rows, line: number): readonly (readonly [GridCell, GridCell])[] | undefined {
  if (rows[line]!.length > mostLabels) return undefined;
  const cells = rows.flat().sort((one, other) => one.column - other.column);
  const above = cells.filter(({ row, rowspan }) => row + rowspan === line);
  const below = cells.filter(({ row }) => row === line);
  const over = cells.filter(({ row, rowspan }) => row < line && row + rowspan > line);
  if (above.length === 0 || above.length !== below.length || !over.some(({ text }) => isNumberLike(text))) return undefined;
  const pairs = above.map((cell, place) => [cell, below[place]!] as const);
  const isStruck = pairs.every(
    ([upper, lower]) =>
      upper.column === lower.column &&
      upper.colspan === lower.colspan &&
      (isBlank(upper) || isBlank(lower)) &&
      !isNumberLike(upper.text + lower.text) &&
      over.every(({ column, text }) => column > upper.column || !isNumberLike(text)),
  );
  return isStruck ? pairs : undefined;
}

/** Rows in which a line drawn through a label alone, as some programs leave where a page ends, does not part it from its figures. */
export function withoutStruckLabels(rows: Rows): Rows {
  for (let line = 1; line < rows.length; line += 1) {
    const pairs = brokenBy(rows, line);
    if (!pairs) continue;
    const lower = new Set(pairs.map(([, cell]) => cell));
    const joined = rows.map((cells) =>
      cells.flatMap((cell): GridCell[] => {
        if (lower.has(cell)) return [];
        const other = pairs.find(([upper]) => upper === cell)?.[1];
        const printed = other ? { text: cell.text + other.text, place: isBlank(cell) ? other.place : cell.place } : {};
        const span = cell.row < line && cell.row + cell.rowspan > line ? cell.rowspan - 1 : cell.rowspan;
        return [{ ...cell, ...printed, row: cell.row >= line ? cell.row - 1 : cell.row, rowspan: other ? other.rowspan + span - 1 : span }];
      }),
    );
    return withoutStruckLabels([...joined.slice(0, line), ...joined.slice(line + 1)]);
  }
  return rows;
}
