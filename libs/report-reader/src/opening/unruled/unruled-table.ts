import type { Place } from '@mingshu/report-format';
import type { GridBlock, GridCell } from '../../document';
import { certaintyOf } from '../page/places';
import { figureColumns, gathered, isFigure, over, overlaps, type FigureColumn, type FigureColumns, type Span } from './figure-columns';
import { labelBegins, partedByColumns, partedByLabels, partedHeader, type PlacedPiece } from './parted-pieces';
import { rowsOfLines, type LineRow, type TableLine } from './rows-of-lines';

type Line = readonly PlacedPiece[];

const joined = (pieces: readonly PlacedPiece[], between: string) => pieces.map(({ text }) => text).join(between);

/** One row of the grid: its label, then what is printed in each column. Two prints in one column are kept apart by a line break. */
function cellsOf(row: LineRow<PlacedPiece>, index: number, columns: readonly Span[], line: Place): GridCell[] {
  const figures = row.lines.flatMap((one) => one.figures);
  const labels = row.lines.flatMap((one) => one.labels);
  const label: GridCell = {
    row: index,
    column: 0,
    rowspan: 1,
    colspan: 1,
    text: row.label,
    place: labels[0]?.place ?? figures[0]?.place ?? line,
  };
  return [
    ...(row.label === '' ? [] : [label]),
    ...columns.map((column, place): GridCell => {
      const own = figures.filter((piece) => overlaps(column, piece));
      return {
        row: index,
        column: 1 + place,
        rowspan: 1,
        colspan: 1,
        text: joined(own, '\n'),
        place: own[0]?.place ?? label.place,
        ...certaintyOf(own),
      };
    }),
  ];
}

/** The header: words of the corner and of every column, then words that stand over several. */
function headerRows(
  corner: Line,
  columns: readonly FigureColumn<PlacedPiece>[],
  others: readonly PlacedPiece[],
  place: Place,
): readonly (readonly GridCell[])[] {
  const cell = (row: number, column: number, colspan: number, own: readonly PlacedPiece[], text: string): GridCell => ({
    row,
    column,
    rowspan: 1,
    colspan,
    text,
    place: own[0]?.place ?? place,
  });
  const named = columns.map(({ header }, index) => cell(0, 1 + index, 1, header, joined(header, '')));
  const spanning = others.length === 0 ? [] : [[cell(1, 0, columns.length + 1, others, joined(others, ' '))]];
  return [[cell(0, 0, 1, [], joined(corner, '')), ...named], ...spanning];
}

export interface UnruledTable {
  readonly grid: GridBlock;
  /** Lines below the last row that belong to none. */
  readonly rest: readonly { readonly text: string; readonly place: Place }[];
}

/** Lines of a table before its labels are looked at: what is printed in which column. */
interface ColumnedLines extends FigureColumns<PlacedPiece> {
  readonly lines: readonly Line[];
  readonly firstBody: number;
}

/** Lines with their columns; `undefined` where they print no figures, or one in two columns. */
function columned(printed: readonly Line[]): ColumnedLines | undefined {
  const firstBody = printed.findIndex((line) => line.some(isFigure));
  if (firstBody < 0) return undefined;
  const printing = gathered(printed.slice(firstBody).flatMap((line) => line.filter(isFigure)));
  const lines = printed.map((line, place) => (place < firstBody ? partedHeader(line, printing) : partedByColumns(line, printing)));
  const found = figureColumns(lines.slice(0, firstBody), lines.slice(firstBody));
  const { columns } = found;
  const isClear = lines.slice(firstBody).every((line) => figuresOf(line, columns).every((piece) => over(columns, piece).length === 1));
  return isClear ? { ...found, lines, firstBody } : undefined;
}

const middleOf = ({ left, right }: Span) => (left + right) / 2;
const inFront = (line: Line, columns: readonly Span[]) => line.filter((piece) => middleOf(piece) < columns[0]!.left);
const figuresOf = (line: Line, columns: readonly Span[]) => line.filter((piece) => middleOf(piece) >= columns[0]!.left);

const mostTables = 4;

/** Lines parted where figures begin to stand in other columns than above: another table, or the same after a break; `undefined` where that makes no sense of them. */
export function partedWhereColumnsShift(printed: readonly Line[]): readonly (readonly Line[])[] | undefined {
  const parts: Line[][] = [[]];
  let before: ColumnedLines | undefined;
  for (const line of printed) {
    const part = [...parts.at(-1)!, line];
    const found = line.some(isFigure) ? columned(part) : before;
    const isShifted = before !== undefined && (found === undefined || (before.areNamed && !found.areNamed));
    if (isShifted) parts.push([line]);
    else parts[parts.length - 1] = part;
    before = isShifted ? columned([line]) : found;
    if (parts.length > mostTables) return undefined;
  }
  return parts;
}

/**
 * A table that no lines are drawn around, from the positions of what is printed. `undefined` where the lines are no such table: too few figures, or columns that run into one another.
 */
export function unruledTable(printed: readonly Line[]): UnruledTable | undefined {
  const found = columned(printed);
  if (!found) return undefined;
  const { lines, firstBody, columns, others } = found;
  const labels = lines.slice(firstBody).flatMap((line) => inFront(line, columns));
  const begins = labelBegins(labels);
  const leftOfItem = gathered(labels).at(-1)?.left ?? 0;
  const front = lines.map((line) => partedByLabels(inFront(line, columns), begins));
  const rows = rowsOfLines(
    lines.map((line, place): TableLine<PlacedPiece> => ({
      labels: front[place]!,
      figures: place < firstBody ? [] : figuresOf(line, columns),
    })),
    leftOfItem,
  );
  const place = printed[0]![0]!.place;
  const used = new Set(rows.flatMap((row) => row.lines.flatMap(({ labels }) => labels)));
  const corner = front.slice(0, firstBody).flatMap((labels) => labels.filter((piece) => !used.has(piece)));
  const top = firstBody === 0 ? [] : headerRows(corner, columns, others, place);
  const lastUsed = lines.findLastIndex((line, index) => line.some(isFigure) || front[index]!.some((piece) => used.has(piece)));
  const rest = lines.slice(lastUsed + 1).map((line) => ({ text: joined(line, ' '), place: line[0]!.place }));
  return {
    rest,
    grid: { kind: 'grid', isExact: true, rows: [...top, ...rows.map((row, index) => cellsOf(row, top.length + index, columns, place))] },
  };
}
