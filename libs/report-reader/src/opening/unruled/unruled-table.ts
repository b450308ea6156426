import type { Place } from '@mingshu/report-format';
import type { GridBlock, GridCell } from '../../document';
import { isFigureLike } from '../../recognition/read-figure';
import { certaintyOf } from '../page/places';
import { rowsOfLines, type LineRow, type Piece, type TableLine } from './rows-of-lines';

export interface PlacedPiece extends Piece {
  readonly place: Place;
  readonly certainty?: number;
}

/** A column of figures: where it begins and ends on the page. */
interface FigureColumn {
  readonly left: number;
  readonly right: number;
}

type Line = readonly PlacedPiece[];

const overlaps = (one: FigureColumn, other: FigureColumn) => one.left < other.right && other.left < one.right;
const isFigure = ({ text }: Piece) => text.trim() !== '' && isFigureLike(text);

/** Pieces gathered into columns, narrow ones first; a piece over two columns is a heading of both and makes none. */
function gathered(pieces: readonly Piece[], columns: FigureColumn[] = []): FigureColumn[] {
  for (const piece of [...pieces].sort((one, other) => one.right - one.left - (other.right - other.left))) {
    const over = columns.filter((column) => overlaps(column, piece));
    if (over.length === 0) columns.push({ left: piece.left, right: piece.right });
    else if (over.length === 1)
      columns[columns.indexOf(over[0]!)] = {
        left: Math.min(over[0]!.left, piece.left),
        right: Math.max(over[0]!.right, piece.right),
      };
  }
  return columns.sort((one, other) => one.left - other.left);
}

/** Columns of figures: from the figures themselves, and from words above them for columns that are blank all the way down. Words
 * that stand beside the figures rather than above them tell nothing. */
function columnsOf(header: readonly Line[], body: readonly Line[]): FigureColumn[] {
  const columns = gathered(body.flatMap((line) => line.filter(isFigure)));
  const first = columns[0]!;
  const edge = Math.max(
    0,
    ...body.flatMap((line) => line.filter((piece) => !isFigure(piece) && piece.left < first.left).map(({ right }) => right)),
  );
  const above = header.flatMap((line) => line.filter(({ left }) => left > edge));
  const isAligned = columns.every((column) => above.some((piece) => overlaps(column, piece)));
  return isAligned ? gathered(above, columns).filter(({ left }) => left > edge) : columns;
}

const joined = (pieces: readonly PlacedPiece[], between: string) => pieces.map(({ text }) => text).join(between);

/** One row of the grid: its label, then what is printed in each column. Two prints in one column are kept apart by a line break. */
function cellsOf(row: LineRow<PlacedPiece>, index: number, columns: readonly FigureColumn[], line: Place): GridCell[] {
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

export interface UnruledTable {
  readonly grid: GridBlock;
  /** Lines below the last row that belong to none. */
  readonly rest: readonly { readonly text: string; readonly place: Place }[];
}

/**
 * A table that no lines are drawn around, from the positions of what is printed. `undefined` where the lines are no such table: too few figures, or columns that run into one another.
 */
export function unruledTable(lines: readonly Line[]): UnruledTable | undefined {
  const firstBody = lines.findIndex((line) => line.some(isFigure));
  if (firstBody < 0) return undefined;
  const [header, body] = [lines.slice(0, firstBody), lines.slice(firstBody)];
  const columns = columnsOf(header, body);
  if (columns.length === 0) return undefined;
  const edge = columns[0]!.left;
  const split = (line: Line): TableLine<PlacedPiece> => ({
    labels: line.filter(({ left, right }) => (left + right) / 2 < edge),
    figures: line.filter(({ left, right }) => (left + right) / 2 >= edge),
  });
  const isClear = body.every((line) =>
    split(line).figures.every((piece) => columns.filter((column) => overlaps(column, piece)).length === 1),
  );
  if (!isClear) return undefined;
  const labelColumns = gathered(body.flatMap((line) => split(line).labels));
  const leftOfItem = labelColumns.at(-1)?.left ?? 0;
  const headerLines = header.map((line) => ({ labels: split(line).labels, figures: [] }));
  const rows = rowsOfLines([...headerLines, ...body.map(split)], leftOfItem);
  const place = lines[0]![0]!.place;
  const used = new Set(rows.flatMap((row) => row.lines.flatMap(({ labels }) => labels)));
  const headerRow: GridCell[] = columns.map((column, index) => {
    const own = header.flatMap((line) =>
      line.filter((piece) => columns.filter((one) => overlaps(one, piece)).length === 1 && overlaps(column, piece)),
    );
    return { row: 0, column: 1 + index, rowspan: 1, colspan: 1, text: joined(own, ''), place: own[0]?.place ?? place };
  });
  const corner = header.flatMap((line) => split(line).labels).filter((piece) => !used.has(piece));
  const spanning = header.flatMap((line) => line.filter((piece) => columns.filter((one) => overlaps(one, piece)).length > 1));
  const top: GridCell[][] =
    header.length === 0
      ? []
      : [
          [{ row: 0, column: 0, rowspan: 1, colspan: 1, text: joined(corner, ''), place }, ...headerRow],
          ...(spanning.length > 0
            ? [[{ row: 1, column: 0, rowspan: 1, colspan: columns.length + 1, text: joined(spanning, ' '), place: spanning[0]!.place }]]
            : []),
        ];
  const lastUsed = lines.findLastIndex((line) => line.some((piece) => used.has(piece) || isFigure(piece)));
  const rest = lines.slice(lastUsed + 1).map((line) => ({ text: joined(line, ' '), place: line[0]!.place }));
  return {
    rest,
    grid: { kind: 'grid', isExact: true, rows: [...top, ...rows.map((row, index) => cellsOf(row, top.length + index, columns, place))] },
  };
}
