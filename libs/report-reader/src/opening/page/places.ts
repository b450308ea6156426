import type { Place } from '@mingshu/report-format';
import type { Glyph } from './page-content';

export const boxOf = (glyphs: readonly Glyph[]): readonly [number, number, number, number] => [
  Math.min(...glyphs.map(({ left }) => left)),
  Math.min(...glyphs.map(({ middle, size }) => middle - size / 2)),
  Math.max(...glyphs.map(({ right }) => right)),
  Math.max(...glyphs.map(({ middle, size }) => middle + size / 2)),
];

const round = (box: readonly number[]) =>
  box.map((value) => Math.round(value * 10) / 10) as unknown as readonly [number, number, number, number];

/** A place on a page, to a tenth of a point. */
export const pagePlace = (page: number, box: readonly number[]): Place => ({ kind: 'page', page, box: round(box) });

/** The place that several places of one page take up together. */
export function placeOver(places: readonly Place[]): Place {
  const boxes = places.flatMap((place) => (place.kind === 'page' ? [place.box] : []));
  const [first] = places;
  if (first?.kind !== 'page' || boxes.length < places.length) return first!;
  const side = (index: number, choose: (...values: number[]) => number) => choose(...boxes.map((box) => box[index]!));
  return pagePlace(first.page, [side(0, Math.min), side(1, Math.min), side(2, Math.max), side(3, Math.max)]);
}

/** The certainty of what was recognised in a picture; nothing for what was text. */
export function certaintyOf(parts: readonly { readonly certainty?: number }[]): { readonly certainty?: number } {
  const known = parts.flatMap(({ certainty }) => (certainty === undefined ? [] : [certainty]));
  return known.length === 0 ? {} : { certainty: Math.min(...known) };
}
