import { editionIds, editions, officialTableLayout } from '@mingshu/report-format';
import type { Block, GridCell } from '../document';
import { endsInFigure } from './label-likeness';
import { labelKey } from './normalise';
import { isFigureLike, isNumberLike, readFigure } from './read-figure';
import { isSeparator, type CandidateRow, type Field } from './rows';

const columns = editions['2021'].tables.requests.columns;
export const width = columns.length;
export const isBlank = ({ text }: Field) => text.trim() === '';

/** What is printed in a row from its first figure to its last. */
export function trimmed(values: readonly Field[]): readonly Field[] {
  const first = values.findIndex((field) => !isBlank(field));
  const last = values.findLastIndex((field) => !isBlank(field));
  return first < 0 ? [] : values.slice(first, last + 1);
}

export const printedOf = ({ values }: Pick<CandidateRow, 'values'>): readonly Field[] => values.filter((field) => !isBlank(field));

interface HeaderColumns {
  readonly columns: readonly number[];
  /** Where the table's last column ends; a row that ends elsewhere has a cell too many or too few. */
  readonly end: number;
}

/** Columns of the seven figures in a table of the document's own, from its headers; `undefined` where a header is missing or out of order. */
function headerColumns(block: Block | undefined): HeaderColumns | undefined {
  if (block?.kind !== 'grid' || !block.isExact) return undefined;
  const rows = block.rows.slice(0, 6).filter((row) => !row.some(({ text }) => isNumberLike(text)));
  const headers = rows.flat();
  const at = (label: string, after: number) =>
    headers
      .filter(({ text, colspan }) => colspan === 1 && labelKey(text) === labelKey(label))
      .map(({ column }) => column)
      .sort((one, other) => one - other)
      .find((column) => column > after);
  const found: number[] = [];
  for (const { label } of columns) {
    const column = at(label, found.at(-1) ?? -1);
    if (column === undefined) return undefined;
    found.push(column);
  }
  return { columns: found, end: Math.max(...headers.map(({ column, colspan }) => column + colspan)) };
}

/** The positions at which most full rows of a text table print their seven figures, for lines of a given width. */
function usualPositions(rows: readonly CandidateRow[]): Map<string, number> {
  const votes = new Map<string, Map<number, number>>();
  for (const row of rows) {
    if (row.cells) continue;
    const core = trimmed(row.values);
    if (core.length !== width) continue;
    const key = `${row.block}:${row.width}`;
    const positions = votes.get(key) ?? new Map<number, number>();
    votes.set(key, positions);
    const first = core[0]!.column;
    positions.set(first, (positions.get(first) ?? 0) + 1);
  }
  return new Map(
    [...votes].flatMap(([key, positions]) => {
      const [first, second] = [...positions].sort((one, other) => other[1] - one[1]);
      return first && first[1] >= 3 && first[1] > 2 * (second?.[1] ?? 0) ? [[key, first[0]] as const] : [];
    }),
  );
}

const middleOf = ({ place }: Field) => (place.kind === 'page' ? (place.box[0] + place.box[2]) / 2 : undefined);

/** Where the seven columns stand on the page, from the rows that print all seven; `undefined` where there are too few or they differ. */
function printedColumns(rows: readonly CandidateRow[]): readonly number[] | undefined {
  const full = rows.filter((row) => !row.cells && trimmed(row.values).length === width).map((row) => trimmed(row.values).map(middleOf));
  if (full.length < 5 || full.some((middles) => middles.some((middle) => middle === undefined))) return undefined;
  const found = Array.from({ length: width }, (_, place) => {
    const middles = full.map((row) => row[place]!).sort((one, other) => one - other);
    return { middle: middles[Math.floor(middles.length / 2)]!, spread: middles.at(-1)! - middles[0]! };
  });
  const step = Math.min(...found.slice(1).map(({ middle }, place) => middle - found[place]!.middle));
  return found.every(({ spread }) => spread < step * 0.8) ? found.map(({ middle }) => middle) : undefined;
}

/** How many columns a print goes over: figures that ran together go over two, no label over any. */
const columnsUnder = ({ place }: Field, middles: readonly number[]) =>
  place.kind === 'page' ? middles.filter((middle) => place.box[0] < middle && middle < place.box[2]).length : 0;

/** Figures put under the columns they are printed in; a column under which nothing is printed is blank. */
function byPosition(row: CandidateRow, middles: readonly number[]): readonly Field[] | undefined {
  const step = Math.min(...middles.slice(1).map((middle, place) => middle - middles[place]!));
  const printed = printedOf(row);
  const at = printed.map((field) => middles.findIndex((middle) => Math.abs(middle - middleOf(field)!) < step * 0.4));
  const isClear = printed.length < width && at.every((place, index) => place >= 0 && (index === 0 || place > at[index - 1]!));
  const ranTogether =
    row.labels.some((field) => columnsUnder(field, middles) > 0) || printed.some((field) => columnsUnder(field, middles) > 1);
  if (!isClear || ranTogether || printed.length === 0) return undefined;
  return middles.map((_, place) => printed[at.indexOf(place)] ?? { ...printed[0]!, text: '' });
}

/** Whether a row shares a figure with a neighbour: a number in a cell that goes on over the next row belongs to nobody in particular. */
export function sharesFigure({ cells = [], block }: CandidateRow, blocks: readonly Block[]): boolean {
  const table = blocks[block];
  if (table?.kind !== 'grid') return false;
  const isFollowed = ({ row, rowspan }: GridCell) =>
    Array.from({ length: rowspan - 1 }, (_, down) => table.rows[row + 1 + down] ?? []).some((row) =>
      row.some(({ text }) => text.trim() !== ''),
    );
  return cells.some((cell) => cell.rowspan > 1 && isNumberLike(cell.text) && isFollowed(cell));
}

/** Whether two figures of a page stand below each other in a cell: then the rest of the row may belong to either of two rows. */
const holdsTwo = ({ text, place }: GridCell) => place.kind === 'page' && /\d\s*\n\s*\d/.test(text);

/** Whether a row of seven adds up to a total that is not 0, blanks counted as nothing: figures pushed by a place would not. */
function addsUp(fields: readonly Field[]): boolean {
  const numbers = fields.map((field) => {
    const figure = readFigure(field.text, field.place, 'count', '件');
    return figure.state === 'number' ? figure.value : figure.state === 'blank' ? 0 : Number.NaN;
  });
  const total = numbers.at(-1)!;
  return total > 0 && numbers.slice(0, -1).reduce((sum, number) => sum + number, 0) === total;
}

/** Over how many cells the form prints the label of a row of table 3; `undefined` for a label it does not have. */
const labelSpans = new Map(
  editionIds.flatMap((id) =>
    officialTableLayout(id, 'requests')
      .flatMap(({ rows }) => rows)
      .flatMap((slots) => slots.filter(({ kind }) => kind === 'label').slice(-1))
      .map(({ text, colspan }) => [labelKey(text!), colspan] as const),
  ),
);
/** The same of a printed label, which may stand in two pieces. */
function spanOf({ labels }: CandidateRow): number | undefined {
  const [last, both] = [-1, -2].map((from) =>
    labelKey(
      labels
        .slice(from)
        .map(({ text }) => text)
        .join(''),
    ),
  );
  return labelSpans.get(last!) ?? labelSpans.get(both!);
}

/**
 * Whether a blank at the place where others print their first figure is that figure's: right behind a label of one cell, or behind a
 * merged one where a row of the same kind prints all its figures at the same places. Else it may be a cell of the label, and a nought lost.
 */
function isProvenFirst(row: CandidateRow, first: number, rows: readonly CandidateRow[]): boolean {
  const span = spanOf(row);
  if (span === 1) return row.labels.at(-1)!.column === first - 1;
  return (
    span !== undefined &&
    rows.some((other) => {
      const core = trimmed(other.values);
      const isFull = other.block === row.block && other.width === row.width && printedOf(other).length === width;
      return isFull && spanOf(other) === span && core.length === width && core[0]!.column === first;
    })
  );
}

/** Seven printed texts in the order of the form, and what told their columns. `isSure`: nothing else could stand there. */
export interface PlacedRow {
  readonly fields: readonly Field[];
  readonly by: 'column_header' | 'count' | 'position';
  readonly isSure: boolean;
}

/** The lines of a text on which the figures of a row stand, and how many on each. */
function figuresByLine({ values }: CandidateRow): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  for (const { text, place } of values) {
    const line = place.kind === 'line' ? String(place.line) : JSON.stringify(place);
    if (text.trim() !== '') lines.set(line, (lines.get(line) ?? 0) + 1);
  }
  return lines;
}

/** Whether the figures of a row of text stand on several lines. */
export const isLoose = (row: CandidateRow): boolean => !row.cells && figuresByLine(row).size > 1;

/** Whether the figures of a row of text stand on several lines, of which one holds several: so they come out of columns whose order is lost. */
const isScattered = (row: CandidateRow): boolean => isLoose(row) && Math.max(...figuresByLine(row).values()) > 1;

/** From which share of scattered rows on no order of lines is trusted. */
const mostScattered = 0.25;

/** Places the rows of one table 3 under its seven columns. What cannot be told is `undefined`. */
export function rowPlacer(blocks: readonly Block[], rows: readonly CandidateRow[]): (row: CandidateRow) => PlacedRow | undefined {
  const headers = new Map<number, HeaderColumns | undefined>();
  const areScattered = rows.filter(isScattered).length > rows.length * mostScattered;
  const usual = usualPositions(rows);
  const onPage = printedColumns(rows);
  const headerOf = (block: number) => {
    if (!headers.has(block)) headers.set(block, headerColumns(blocks[block]));
    return headers.get(block);
  };

  const byCount = (row: CandidateRow): PlacedRow | undefined => {
    const core = trimmed(row.values);
    if (core.length !== width) return undefined;
    // Seven figures on several lines may be the first of one row and the last of the next.
    return { fields: core, by: 'count', isSure: printedOf(row).length === width && !isScattered(row) };
  };
  const inTable = (row: CandidateRow): PlacedRow | undefined => {
    if (sharesFigure(row, blocks) || row.cells!.some(holdsTwo)) return undefined;
    const header = headerOf(row.block);
    const last = row.cells!.at(-1);
    const end = last ? last.column + last.colspan : 0;
    if (header && end === header.end) {
      const at = header.columns.map((column) => row.cells!.find((cell) => cell.column <= column && column < cell.column + cell.colspan));
      const lastLabel = Math.max(-1, ...row.labels.map(({ column, text }) => (isFigureLike(text) ? -1 : column)));
      const hasLabel =
        row.labels.length === 0 || lastLabel < header.columns[0]! || row.labels.some(({ column }) => column < header.columns[0]!);
      // A number that stands in front of the first column was pushed there by a cell too many behind it.
      const isPushed = row.cells!.some(({ column, text }) => column > lastLabel && column < header.columns[0]! && isNumberLike(text));
      if (hasLabel && !isPushed && at.every((cell) => cell?.colspan === 1))
        return { fields: at.map((cell) => cell!), by: 'column_header', isSure: true };
    }
    // Without a header that fits, a cell too many or too few shows in the count alone.
    if (printedOf(row).length === width && (!header || end <= header.end)) return byCount(row);
    const isWhole = row.values.length === width && row.labels.length > 0 && !isBlank(row.values[0]!) && !isBlank(row.values.at(-1)!);
    return !header && isWhole ? { fields: row.values, by: 'count', isSure: true } : undefined;
  };
  return (row) => {
    if (endsInFigure(row) && printedOf(row).length < width) return undefined;
    if (row.values.some(({ text }) => isSeparator(text))) return undefined;
    if (row.cells) return inTable(row);
    const isOneLine = new Set(row.values.map(({ place }) => (place.kind === 'line' ? place.line : 0))).size === 1;
    if (areScattered && !isOneLine) return undefined;
    const first = usual.get(`${row.block}:${row.width}`);
    const placed = byCount(row);
    if (placed) return { ...placed, isSure: placed.isSure || placed.fields[0]!.column === first };
    const fields = onPage ? byPosition(row, onPage) : undefined;
    if (fields) return { fields, by: 'position', isSure: true };
    if (first === undefined) return undefined;
    const printed = printedOf(row);
    if (!printed.every(({ column }) => column >= first && column < first + width)) return undefined;
    const at = Array.from({ length: width }, (_, place) => row.values.find(({ column }) => column === first + place));
    if (!at.every((field) => field)) return undefined;
    // A number lost or joined to its neighbour moves the rest to the left, which leaves the last place empty; a merged label moves them to the right.
    const mayBeShifted = printed.length > 0 && (isBlank(at.at(-1)!) || isBlank(at[0]!));
    const seven = at.map((field) => field!);
    // A row with room behind its last figure may as well stand a place further left than others: it lost a nought and has a wider label.
    const hasRoom = isBlank(at[0]!) && row.width > first + width;
    const isPushed = isBlank(at[0]!) && !isProvenFirst(row, first, rows);
    if (mayBeShifted && (hasRoom || isPushed || !addsUp(seven))) return undefined;
    return { fields: seven, by: 'position', isSure: !mayBeShifted };
  };
}
