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

/** The certainty of what was recognised in a picture; nothing for what was text. */
export function certaintyOf(parts: readonly { readonly certainty?: number }[]): { readonly certainty?: number } {
  const known = parts.flatMap(({ certainty }) => (certainty === undefined ? [] : [certainty]));
  return known.length === 0 ? {} : { certainty: Math.min(...known) };
}
