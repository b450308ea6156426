import { editionIds, officialTableLayout } from '@mingshu/report-format';
import { labelKey } from '../../recognition/normalise';
import { isFigureLike } from '../../recognition/read-figure';
import type { Piece } from './rows-of-lines';

/** What something takes up across the page. */
export type Span = Pick<Piece, 'left' | 'right'>;

export const overlaps = (one: Span, other: Span): boolean => one.left < other.right && other.left < one.right;
export const over = <Column extends Span>(columns: readonly Column[], piece: Span): Column[] =>
  columns.filter((column) => overlaps(column, piece));
export const isFigure = ({ text }: Piece): boolean => text.trim() !== '' && isFigureLike(text);

/** Pieces gathered into columns, narrow ones first; a piece over two columns is a heading of both and makes none. */
export function gathered(pieces: readonly Span[], columns: Span[] = []): Span[] {
  for (const piece of [...pieces].sort((one, other) => one.right - one.left - (other.right - other.left))) {
    const [first, ...more] = over(columns, piece);
    if (!first) columns.push({ left: piece.left, right: piece.right });
    else if (more.length === 0)
      columns[columns.indexOf(first)] = { left: Math.min(first.left, piece.left), right: Math.max(first.right, piece.right) };
  }
  return columns.sort((one, other) => one.left - other.left);
}

const headers = editionIds.flatMap((id) =>
  (['disclosure', 'requests', 'disputes'] as const).flatMap((table) =>
    officialTableLayout(id, table).flatMap(({ rows }) => rows.flatMap((slots) => slots.filter(({ kind }) => kind === 'header'))),
  ),
);
/** Names of groups stand over five columns or more; the last column of table 2 only fills the width. */
const isOfGroup = ({ colspan }: (typeof headers)[number]) => colspan >= 5;
const keysOf = (slots: typeof headers) => new Set(slots.map(({ text = '' }) => labelKey(text)));
const namesOfGroups = keysOf(headers.filter(isOfGroup));
const namesOfColumns = keysOf(headers.filter((one) => !isOfGroup(one)));

/** Whether a text is the header of several columns. */
export const isGroupName = (text: string): boolean => namesOfGroups.has(labelKey(text));

/** Whether texts are nothing but headers of columns, three at least. */
export const areColumnNames = (texts: readonly string[]): boolean =>
  texts.length >= 3 && texts.every((text) => namesOfColumns.has(labelKey(text)));

/** A column of figures: where they stand, and the words above that name it. */
export interface FigureColumn<Printed extends Piece> extends Span {
  readonly header: readonly Printed[];
}

export interface FigureColumns<Printed extends Piece> {
  readonly columns: readonly FigureColumn<Printed>[];
  /** Whether words stand above every column. */
  readonly areNamed: boolean;
  /** Words of the header that stand over several columns, or over none. */
  readonly others: readonly Printed[];
}

/**
 * Columns of figures: from the figures themselves, and from names of columns above that are blank all the way down. Words that stand
 * beside the figures rather than above them tell nothing.
 */
export function figureColumns<Printed extends Piece>(
  header: readonly (readonly Printed[])[],
  body: readonly (readonly Printed[])[],
): FigureColumns<Printed> {
  const columns = gathered(body.flatMap((line) => line.filter(isFigure)));
  const first = columns[0];
  if (!first) return { columns: [], areNamed: false, others: [] };
  const labels = body.flatMap((line) => line.filter((piece) => !isFigure(piece) && piece.left < first.left));
  const edge = Math.max(0, ...labels.map(({ right }) => right));
  const words = header.flat();
  const above = words.filter(({ left, text }) => left > edge && !isGroupName(text));
  // Words of one header stand below each other: together they are as wide as the column that they name.
  const named = gathered(above);
  const areNamed = columns.every((column) => over(named, column).length > 0);
  const nameOf = (span: Span) =>
    labelKey(
      above
        .filter((piece) => overlaps(span, piece))
        .map(({ text }) => text)
        .join(''),
    );
  const blank = areNamed ? named.filter((one) => over(columns, one).length === 0 && namesOfColumns.has(nameOf(one))) : [];
  const spans = [...columns, ...blank];
  const wide = (span: Span) =>
    gathered(
      over(named, span).filter((one) => over(spans, one).length === 1),
      [span],
    )[0]!;
  const own = (piece: Printed, place: number, extents: readonly Span[]) =>
    !isGroupName(piece.text) && overlaps(extents[place]!, piece) && over(extents, piece).length === 1;
  const sorted = [...spans].sort((one, other) => one.left - other.left);
  const extents = sorted.map(wide);
  const all = sorted.map((span, place) => ({ ...span, header: words.filter((piece) => own(piece, place, extents)) }));
  return {
    columns: all,
    areNamed,
    others: words.filter((piece) => over(extents, piece).length > 0 && !all.some((one) => one.header.includes(piece))),
  };
}
