import {
  editions,
  requestCell,
  type CellCode,
  type EditionId,
  type FigureReading,
  type FigureSign,
  type RequestRow,
} from '@mingshu/report-format';
import type { Block } from '../document';
import { isFigureLike, readFigure } from './read-figure';
import { han, rowNames, shortestName } from './row-names';
import { isPageNumber, type Field } from './rows';
import { relationsOf, testimony } from './witness';

const { columns } = editions['2021'].tables.requests;

/** A word or a figure of a document without tables of its own, in reading order. */
interface Printed extends Field {
  readonly isFigure: boolean;
}

/** So many numbers in front of words are a row's figures; fewer may be a number of the words, as 2 is in 2 件. */
const fewestInFront = 5;

/** A line cut at its blanks. Figures stand behind its words or, several of them, in front; between words 无 and a number belong to the words. */
function piecesOf(field: Field): Printed[] {
  const pieces = field.text.split(/\s+/).filter((text) => text !== '');
  const isLike = pieces.map(isFigureLike);
  const [first, last] = [isLike.indexOf(false), isLike.lastIndexOf(false)];
  const isFigure = (place: number) => place > last || (place < first && first >= fewestInFront);
  return pieces.map((text, place) => ({ ...field, text, isFigure: isFigure(place) }));
}

/** What a document prints in reading order. Tables of its own keep their rows and are left out. */
const printedOf = (blocks: readonly Block[]): Printed[] =>
  blocks.flatMap((block) => {
    if (block.kind !== 'grid')
      return isPageNumber(block.text) ? [] : piecesOf({ text: block.text, place: block.place, column: 0, colspan: 1 });
    return block.rows.flat().flatMap((cell) => (block.isExact && cell.place.kind !== 'line' ? [] : piecesOf(cell)));
  });

/** The words of a document in reading order. `pieceOf`: for each character the index of its printed piece. */
interface Words {
  readonly text: string;
  readonly pieceOf: readonly number[];
}

/** No name of a row goes on over this many characters of one piece: it is prose. */
const longestPiece = 60;

/** The words of a document joined, and to which of its printed pieces each character belongs. */
function joined(printed: readonly Printed[]): Words {
  const keys = printed.map(({ text, isFigure }) => (isFigure ? '' : text.length > longestPiece ? '。' : han(text)));
  return { text: keys.join(''), pieceOf: keys.flatMap((key, piece) => Array.from(key, () => piece)) };
}

interface NamedRows {
  /** Index of the first piece of the first row's name, and of the last piece of the last row's. */
  readonly first: number;
  readonly last: number;
}

/** Where a name ends that stands in a text with words of other columns between its lines, `undefined` where a character of it is lacking. */
function endOfScattered(name: string, text: string): number | undefined {
  let at = 0;
  for (const character of name) {
    const found = text.indexOf(character, at);
    if (found < 0) return undefined;
    at = found + 1;
  }
  return at;
}

/** Whether names stand in a text in their order, each whole or between the words of other columns. */
function areInOrder(names: readonly string[], text: string): boolean {
  const places = names.map((name) => (name.length < shortestName ? -1 : text.indexOf(name)));
  let at = 0;
  return names.every((name, rank) => {
    const next = places.slice(rank + 1).find((place) => place >= 0) ?? text.length;
    const end = places[rank]! >= 0 ? places[rank]! + name.length : at + (endOfScattered(name, text.slice(at, next)) ?? Infinity);
    const isNext = (places[rank]! < 0 || places[rank]! >= at) && end <= text.length;
    at = end;
    return isNext;
  });
}

/** Where table 3 stands: the names of its first and last row, once each, and between them all others in the order of the form. */
function namedRows(edition: EditionId, { text, pieceOf }: Words): NamedRows | undefined {
  const names = rowNames(edition);
  const [first, last] = [text.indexOf(names[0]!), text.lastIndexOf(names.at(-1)!)];
  if (first < 0 || last < first || text.lastIndexOf(names[0]!) !== first || text.indexOf(names.at(-1)!, first) !== last) return undefined;
  if (!areInOrder(names.slice(1, -1), text.slice(first + names[0]!.length, last))) return undefined;
  return { first: pieceOf[first]!, last: pieceOf[last + names.at(-1)!.length - 1]! };
}

/** For each name that columns do not bear too: how many figures stand in front of it, less those of the rows above. */
function figuresInFront(
  edition: EditionId,
  { text, pieceOf }: Words,
  printed: readonly Printed[],
  figures: readonly Printed[],
): readonly number[] {
  const from = printed.indexOf(figures[0]!);
  const start = pieceOf.findIndex((piece) => piece >= from - 1);
  return rowNames(edition).flatMap((name, rank) => {
    const place = name.length < shortestName ? -1 : text.indexOf(name, start);
    if (place < 0) return [];
    return [printed.slice(from, pieceOf[place]!).filter(({ isFigure }) => isFigure).length - rank * columns.length];
  });
}

/**
 * Whether every name stands at its own figures: in front of them, behind them or between. One figure too many and another lost further down
 * come to the right number of all, but put the names of the rows between them out of step.
 */
function areAtTheirFigures(inFront: readonly number[]): boolean {
  const isBetween = (count: number) => count > 0 && count < columns.length;
  const isOutside = inFront.some((count) => !isBetween(count));
  const isShifted = isOutside && inFront.some((count, place) => isBetween(count) && count === inFront[place + 1]);
  return !isShifted && inFront.every((count) => count >= 0 && count <= columns.length);
}

/** The figures of table 3 in the order they are printed in, also those that stand before the name of the first row and behind that of the last. */
function figuresBetween(printed: readonly Printed[], { first, last }: NamedRows): readonly Printed[] {
  let from = first;
  while (from > 0 && printed[from - 1]!.isFigure) from -= 1;
  let to = last + 1;
  while (to < printed.length && printed[to]!.isFigure) to += 1;
  return printed.slice(from, to).filter(({ isFigure }) => isFigure);
}

/**
 * Table 3 of a document that prints its cells one after another: where every row prints its seven figures, the order of all tells each,
 * also when labels broken over lines stand above, beside or below their figures. Every relation of the table has to agree (T3-ROW, T3-SUM, T3-COL).
 * @returns the figures (件), `undefined` where a figure is lacking or too many, or a relation is broken.
 */
export function countedTable(edition: EditionId, blocks: readonly Block[]): Partial<Record<CellCode, FigureReading>> | undefined {
  const printed = printedOf(blocks);
  const words = joined(printed);
  const named = namedRows(edition, words);
  if (!named) return undefined;
  const { rows } = editions[edition].tables.requests;
  const figures = figuresBetween(printed, named);
  if (figures.length !== rows.length * columns.length) return undefined;
  const inFront = figuresInFront(edition, words, printed, figures);
  if (!areAtTheirFigures(inFront)) return undefined;
  const supportedBy: readonly FigureSign[] = [
    ...(inFront.every((count) => count === 0) ? (['row_label'] as const) : []),
    'row_order',
    'count',
  ];
  const read = Object.fromEntries(
    rows.flatMap(({ code }, row) =>
      columns.map((column, place): [CellCode, FigureReading] => {
        const { text, place: where } = figures[row * columns.length + place]!;
        const figure = readFigure(text, where, 'count', '件');
        return [requestCell(code as RequestRow, column.code), { ...figure, supportedBy } as FigureReading];
      }),
    ),
  );
  const isBroken = relationsOf(edition).some((relation) => testimony(relation, read) === 'broken');
  return isBroken || Object.values(read).some(({ state }) => state === 'unread') ? undefined : read;
}
