import type { Lattice } from './lattice';
import type { Glyph, PageContent } from './page-content';
import { lineText, textLines, type TextLine } from './text-lines';

const margin = 0.1;
const shareOfPages = 0.6;
const pageNumber = /^(?:[-—–─·~]+\s*\d{1,3}\s*[-—–─·~]+|第\s*\d{1,3}\s*页(?:[,，/、]?共\s*\d{1,3}\s*页)?|\d{1,3}\/\d{1,3})$/;

const edgeOf = ({ middle }: TextLine, height: number) =>
  middle < height * margin ? 'head' : middle > height * (1 - margin) ? 'foot' : undefined;

/** Page numbers count on and dates stay, so digits do not tell lines apart; the height on the page does. */
const keyOf = (line: TextLine) => `${lineText(line).replaceAll(/\d+/g, '#')}@${Math.round(line.middle / 6)}`;

/**
 * What stands at the head or foot of most pages, and page numbers anywhere there: no part of the report's text, and in the way where a
 * table goes on over the page. The head of the first page stays, it may be the only title.
 */
export function withoutRunningLines(pages: readonly PageContent[], tables: readonly (readonly Lattice[])[]): PageContent[] {
  const edges = pages.map(({ glyphs, height }, page) => {
    const inTable = ({ middle }: Glyph) => tables[page]!.some(({ top, bottom }) => middle >= top && middle <= bottom);
    return textLines(glyphs.filter((glyph) => !inTable(glyph))).flatMap((line) => {
      const edge = edgeOf(line, height);
      return edge ? [{ line, edge, key: keyOf(line) }] : [];
    });
  });
  const seen = new Map<string, number>();
  edges.forEach((lines) => new Set(lines.map(({ key }) => key)).forEach((key) => seen.set(key, (seen.get(key) ?? 0) + 1)));
  return pages.map((page, index) => {
    const dropped = edges[index]!.filter(({ line, edge, key }) => {
      if (pageNumber.test(lineText(line))) return true;
      const recurs = pages.length > 1 && seen.get(key)! >= Math.max(2, pages.length * shareOfPages);
      return recurs && (index > 0 || edge === 'foot');
    });
    if (dropped.length === 0) return page;
    const gone = new Set(dropped.flatMap(({ line }) => line.glyphs));
    return { ...page, glyphs: page.glyphs.filter((glyph) => !gone.has(glyph)) };
  });
}
