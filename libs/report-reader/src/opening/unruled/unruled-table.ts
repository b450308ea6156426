import type { Place } from '@mingshu/report-format';
import type { GridBlock, GridCell } from '../../document';
import { certaintyOf } from '../page/places';
import { figureColumns, gathered, isFigure, over, overlaps, type Span } from './figure-columns';
import { rowsOfLines, type LineRow, type Piece, type TableLine } from './rows-of-lines';

export interface PlacedPiece extends Piece {
  readonly place: Place;
  readonly certainty?: number;
}

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
  const { columns, others } = figureColumns(header, body);
  if (columns.length === 0) return undefined;
  const edge = columns[0]!.left;
  const split = (line: Line): TableLine<PlacedPiece> => ({
    labels: line.filter(({ left, right }) => (left + right) / 2 < edge),
    figures: line.filter(({ left, right }) => (left + right) / 2 >= edge),
  });
  const isClear = body.every((line) => split(line).figures.every((piece) => over(columns, piece).length === 1));
  if (!isClear) return undefined;
  const labelColumns = gathered(body.flatMap((line) => split(line).labels));
  const leftOfItem = labelColumns.at(-1)?.left ?? 0;
  const headerLines = header.map((line) => ({ labels: split(line).labels, figures: [] }));
  const rows = rowsOfLines([...headerLines, ...body.map(split)], leftOfItem);
  const place = lines[0]![0]!.place;
  const used = new Set(rows.flatMap((row) => row.lines.flatMap(({ labels }) => labels)));
  const headerRow: GridCell[] = columns.map(({ header: own }, index) => {
    return { row: 0, column: 1 + index, rowspan: 1, colspan: 1, text: joined(own, ''), place: own[0]?.place ?? place };
  });
  const corner = header.flatMap((line) => split(line).labels).filter((piece) => !used.has(piece));
  const top: GridCell[][] =
    header.length === 0
      ? []
      : [
          [{ row: 0, column: 0, rowspan: 1, colspan: 1, text: joined(corner, ''), place }, ...headerRow],
          ...(others.length > 0
            ? [[{ row: 1, column: 0, rowspan: 1, colspan: columns.length + 1, text: joined(others, ' '), place: others[0]!.place }]]
            : []),
        ];
  const lastUsed = lines.findLastIndex((line) => line.some((piece) => used.has(piece) || isFigure(piece)));
  const rest = lines.slice(lastUsed + 1).map((line) => ({ text: joined(line, ' '), place: line[0]!.place }));
  return {
    rest,
    grid: { kind: 'grid', isExact: true, rows: [...top, ...rows.map((row, index) => cellsOf(row, top.length + index, columns, place))] },
  };
}
