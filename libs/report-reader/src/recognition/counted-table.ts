import { editions, requestCell, type CellCode, type EditionId, type FigureReading, type RequestRow } from '@mingshu/report-format';
import type { Block } from '../document';
import { isFigureLike, readFigure } from './read-figure';
import { han, rowNames, shortestName } from './row-names';
import type { Field } from './rows';
import { relationsOf, testimony } from './witness';

const { columns } = editions['2021'].tables.requests;

/** A word or a figure of a document without tables of its own, in reading order. */
interface Printed extends Field {
  readonly isFigure: boolean;
}

const isPageNumber = (text: string) => /^[-—–]+\s*\d{1,3}\s*[-—–]+$|^第\s*\d{1,3}\s*页/.test(text.trim());

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

/** The words of a document joined, and to which of its printed pieces each character belongs. */
function joined(printed: readonly Printed[]): { readonly text: string; readonly pieceOf: readonly number[] } {
  const keys = printed.map(({ text, isFigure }) => (isFigure ? '' : han(text)));
  return { text: keys.join(''), pieceOf: keys.flatMap((key, piece) => [...key].map(() => piece)) };
}

interface NamedRows {
  /** Index of the first piece of the first row's name, and of the last piece of the last row's. */
  readonly first: number;
  readonly last: number;
}

/** Least share of the names of the form that are found whole and in the form's order. */
const leastNamed = 0.75;
/** How far in front of the first name another may stand that belongs there: a swapped row. */
const nearby = 60;

/** Where the figures of table 3 begin, also those that stand before the name of the first row. */
function beginningOf(printed: readonly Printed[], first: number): number {
  let from = first;
  while (from > 0 && printed[from - 1]!.isFigure) from -= 1;
  return from;
}

/**
 * Whether a row whose name is lost may have changed places with a neighbour. `figuresBefore` tells how many figures stand before each name,
 * less those of the rows above: none where the name stands in front of its figures, seven where it stands behind them, and seven less or
 * more where the row was swapped.
 */
function mayBeSwapped(figuresBefore: readonly (number | undefined)[]): boolean {
  const known = figuresBefore.filter((count) => count !== undefined);
  if (known.length === figuresBefore.length || new Set(known).size === 1) return false;
  if (known.some((count) => count < 0 || count > columns.length)) return true;
  return figuresBefore.some((count, rank) => {
    const [above, below] = [figuresBefore[rank - 1], figuresBefore[rank + 1]];
    return count === undefined && (above === undefined || below === undefined || above === columns.length || below === 0);
  });
}

/** Where a name stands that other words part, as those of a group beside it do; -1 where not all its characters follow one another. */
function partedPlace(name: string, text: string, from: number, to: number): number {
  let [place, next] = [-1, from];
  for (const character of name) {
    const at = text.indexOf(character, next);
    if (at < 0 || at >= to) return -1;
    if (place < 0) place = at;
    next = at + 1;
  }
  return place;
}

/**
 * Where table 3 stands: the names of its first and last row, once each, and between them most others. None of them stands out of the order
 * of the form, not even 其他 and 总计: the figures of two rows that changed places would still agree with every relation.
 */
function namedRows(edition: EditionId, printed: readonly Printed[]): NamedRows | undefined {
  const names = rowNames(edition);
  const { text, pieceOf } = joined(printed);
  const [first, last] = [text.indexOf(names[0]!), text.lastIndexOf(names.at(-1)!)];
  if (first < 0 || last < first || text.lastIndexOf(names[0]!) !== first || text.indexOf(names.at(-1)!, first) !== last) return undefined;
  const inTable = text.slice(Math.max(0, first - nearby), last);
  const places: (number | undefined)[] = [];
  let from = first;
  for (const name of names) {
    const place = text.indexOf(name, from);
    const isInOrder = place >= 0 && place <= last;
    if (!isInOrder && (name.length < shortestName || inTable.includes(name))) return undefined;
    places.push(isInOrder ? place : undefined);
    if (isInOrder) from = place + name.length;
  }
  if (places.filter((place) => place !== undefined).length < names.length * leastNamed) return undefined;
  const beginning = beginningOf(printed, pieceOf[first]!);
  const before = places.map((whole, rank) => {
    const above = places.slice(0, rank).findLastIndex((one) => one !== undefined);
    const below = places.slice(rank).find((one) => one !== undefined) ?? last;
    const place = whole ?? partedPlace(names[rank]!, text, places[above]! + names[above]!.length, below);
    if (place < 0) return undefined;
    return printed.slice(beginning, pieceOf[place]!).filter(({ isFigure }) => isFigure).length - rank * columns.length;
  });
  return mayBeSwapped(before) ? undefined : { first: pieceOf[first]!, last: pieceOf[last + names.at(-1)!.length - 1]! };
}

/** The figures of table 3 in the order they are printed in, also those that stand before the name of the first row and behind that of the last. */
function figuresBetween(printed: readonly Printed[], { first, last }: NamedRows): readonly Printed[] {
  let to = last + 1;
  while (to < printed.length && printed[to]!.isFigure) to += 1;
  return printed.slice(beginningOf(printed, first), to).filter(({ isFigure }) => isFigure);
}

/**
 * Table 3 of a document that prints its cells one after another: where every row prints its seven figures, the order of all tells each,
 * also when labels broken over lines stand above, beside or below their figures. Every relation of the table has to agree (T3-ROW, T3-SUM, T3-COL).
 * @returns the figures (件), `undefined` where a figure is lacking or too many, or a relation is broken.
 */
export function countedTable(edition: EditionId, blocks: readonly Block[]): Partial<Record<CellCode, FigureReading>> | undefined {
  const printed = printedOf(blocks);
  const named = namedRows(edition, printed);
  if (!named) return undefined;
  const { rows } = editions[edition].tables.requests;
  const figures = figuresBetween(printed, named);
  if (figures.length !== rows.length * columns.length) return undefined;
  const read = Object.fromEntries(
    rows.flatMap(({ code }, row) =>
      columns.map((column, place): [CellCode, FigureReading] => {
        const { text, place: where } = figures[row * columns.length + place]!;
        const figure = readFigure(text, where, 'count', '件');
        return [requestCell(code as RequestRow, column.code), { ...figure, supportedBy: ['row_order', 'count'] } as FigureReading];
      }),
    ),
  );
  const isBroken = relationsOf(edition).some((relation) => testimony(relation, read) === 'broken');
  return isBroken || Object.values(read).some(({ state }) => state === 'unread') ? undefined : read;
}
