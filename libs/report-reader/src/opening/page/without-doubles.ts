import type { Glyph } from './page-content';

/** Bold made by printing twice: a glyph equal to one within an eighth of its size is the same glyph. */
export function withoutDoubles(glyphs: readonly Glyph[]): Glyph[] {
  const seen = new Map<string, Glyph[]>();
  return glyphs.filter((glyph) => {
    const key = `${glyph.text}${Math.round(glyph.middle / 4)}`;
    const near = [-1, 0, 1].flatMap((step) => seen.get(`${glyph.text}${Math.round(glyph.middle / 4) + step}`) ?? []);
    const isDouble = near.some(
      (other) => Math.abs(other.left - glyph.left) < glyph.size * 0.12 && Math.abs(other.middle - glyph.middle) < glyph.size * 0.12,
    );
    if (!isDouble) seen.set(key, [...(seen.get(key) ?? []), glyph]);
    return !isDouble;
  });
}
