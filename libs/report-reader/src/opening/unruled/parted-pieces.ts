import type { Place } from '@mingshu/report-format';
import { likenessToForm } from '../../recognition/likeness-to-form';
import { certaintyOf, placeOver } from '../page/places';
import { isFigure, isGroupName, over, type Span } from './figure-columns';
import type { Piece } from './rows-of-lines';

/** A piece with its place. `parts`: what narrow gaps part it into, where cells may stand as close as that. */
export interface PlacedPiece extends Piece {
  readonly place: Place;
  readonly certainty?: number;
  readonly parts?: readonly PlacedPiece[];
}

function joined(parts: readonly PlacedPiece[]): PlacedPiece {
  if (parts.length === 1) return parts[0]!;
  return {
    text: parts.map(({ text }) => text).join(''),
    left: parts[0]!.left,
    right: Math.max(...parts.map(({ right }) => right)),
    place: placeOver(parts.map(({ place }) => place)),
    ...certaintyOf(parts),
    parts,
  };
}

/** Pieces of a line, the name of a row apart from figures that stand close behind it. */
export const partedByName = (line: readonly PlacedPiece[]): PlacedPiece[] =>
  line.flatMap((piece) => {
    const { parts = [] } = piece;
    const end = parts.findIndex((part) => isFigure(part));
    if (end < 1 || !parts.slice(end).every(isFigure)) return [piece];
    const name = joined(parts.slice(0, end));
    return likenessToForm(name.text) === 1 ? [name, joined(parts.slice(end))] : [piece];
  });

/** Neighbours of one key put together. */
function grouped(parts: readonly PlacedPiece[], keys: readonly (string | number)[]): PlacedPiece[] {
  const groups: PlacedPiece[][] = [];
  parts.forEach((part, place) => (place > 0 && keys[place] === keys[place - 1] ? groups.at(-1)!.push(part) : groups.push([part])));
  return groups.map(joined);
}

/** In which column each part of a piece stands: the place of one, several, '' for none, or in front of the first. */
const columnsOf = (parts: readonly PlacedPiece[], columns: readonly Span[]): string[] =>
  parts.map((part) =>
    (part.left + part.right) / 2 < columns[0]!.left
      ? 'front'
      : over(columns, part)
          .map((column) => columns.indexOf(column))
          .join(),
  );

/**
 * Pieces of a line parted where their parts stand in different columns of figures, or in front of the first and in it. Parts in one
 * column stay together: digits of one number may stand as far apart as two numbers. So do parts of which one stands in no column.
 */
export const partedByColumns = (line: readonly PlacedPiece[], columns: readonly Span[]): PlacedPiece[] =>
  line.flatMap((piece) => {
    const { parts = [] } = piece;
    const at = columnsOf(parts, columns);
    // A figure right in front of the first column may be the beginning of the one in it.
    const isCut = parts.some((part, place) => at[place] === 'front' && isFigure(part) && place + 1 < parts.length);
    return parts.length === 0 || isCut || at.some((one) => one === '' || one.includes(',')) ? [piece] : grouped(parts, at);
  });

/** Words above the columns parted where they stand over different ones, over one that prints nothing, or in front of the first. */
export const partedHeader = (line: readonly PlacedPiece[], columns: readonly Span[]): PlacedPiece[] =>
  line.flatMap((piece) => {
    const { parts = [] } = piece;
    const at = columnsOf(parts, columns);
    if (isGroupName(piece.text)) return [piece];
    return over(columns, piece).length > 1 || at.includes('front') ? grouped(parts.length > 0 ? parts : [piece], at) : [piece];
  });

const sameBegin = 1;

/** Positions at which labels of two lines or more begin. */
export const labelBegins = (labels: readonly PlacedPiece[]): number[] =>
  labels
    .map(({ left }) => left)
    .filter((left, place, lefts) => lefts.some((other, index) => index !== place && Math.abs(other - left) <= sameBegin));

/** Pieces in front of the figures parted where a part begins as labels of other lines do. */
export const partedByLabels = (line: readonly PlacedPiece[], begins: readonly number[]): PlacedPiece[] =>
  line.flatMap((piece) => {
    const { parts = [piece] } = piece;
    return grouped(
      parts,
      parts.map(({ left }) => begins.filter((begin) => begin <= left + sameBegin).length),
    );
  });
