import type { Block, GridCell } from '../../document';
import { joinedTables, type PageTable } from './joined-tables';
import { lattices, type Lattice } from './lattice';
import { looseBlocks, looseLine, type LooseLine } from './loose-lines';
import type { Glyph, PageContent } from './page-content';
import { certaintyOf, pagePlace } from './places';
import { withoutRunningLines } from './running-lines';
import { withoutStruckLabels } from './struck-labels';
import { cellText, textLines } from './text-lines';

/** Cells of a ruled table with the glyphs whose centre lies in them. */
function gridOf(lattice: Lattice, glyphs: readonly Glyph[], page: number): GridCell[][] {
  const rows: GridCell[][] = Array.from({ length: lattice.rows }, () => []);
  for (const { row, column, rowspan, colspan, left, top, right, bottom } of [...lattice.cells].sort(
    (one, other) => one.column - other.column,
  )) {
    const own = glyphs.filter((glyph) => {
      const centre = (glyph.left + glyph.right) / 2;
      return centre >= left && centre < right && glyph.middle >= top && glyph.middle < bottom;
    });
    const place = pagePlace(page, [left, top, right, bottom]);
    rows[row]!.push({ row, column, rowspan, colspan, text: cellText(own), place, ...certaintyOf(own) });
  }
  return rows;
}

/** What stands on a page from top to bottom: ruled tables, and lines between them. */
type Part = { readonly table: PageTable } | { readonly lines: readonly LooseLine[] };

function pageParts({ glyphs, width }: PageContent, tables: readonly Lattice[], page: number): Part[] {
  const isInside = (glyph: Glyph, { left, right, top, bottom }: Lattice) =>
    glyph.middle >= top && glyph.middle <= bottom && glyph.right >= left && glyph.left <= right;
  const loose = textLines(glyphs.filter((glyph) => !tables.some((table) => isInside(glyph, table))));
  const rightEdge = Math.max(width / 2, ...loose.map(({ glyphs: own }) => own.at(-1)!.right));
  const leftEdge = Math.min(rightEdge, ...loose.map(({ glyphs: own }) => own[0]!.left));
  const parts: { top: number; part: Part }[] = tables.map((table) => {
    const own = glyphs.filter((glyph) => isInside(glyph, table));
    return { top: table.top, part: { table: { ...table, rows: gridOf(table, own, page) } } };
  });
  const lines = loose.map((line) => ({ top: line.middle, part: { lines: [looseLine(line, page, leftEdge, rightEdge)] } }));
  return [...parts, ...lines].sort((one, other) => one.top - other.top).map(({ part }) => part);
}

/** The end of a label for which its cell had no room, printed below the table that the page cuts. */
const isOverflow = (part: Part | undefined) =>
  part !== undefined &&
  'lines' in part &&
  part.lines.length === 1 &&
  part.lines[0]!.pieces.length === 1 &&
  /^\p{Script=Han}{1,4}$/u.test(part.lines[0]!.pieces[0]!.text);

/** The parts of all pages, tables joined that go on over a page, and lines that no table parts. */
function joinedParts(pages: readonly (readonly Part[])[]): Part[] {
  const parts: Part[] = [];
  const add = (part: Part) => {
    const last = parts.at(-1);
    if (last && 'lines' in last && 'lines' in part) parts[parts.length - 1] = { lines: [...last.lines, ...part.lines] };
    else parts.push(part);
  };
  for (const [first, ...others] of pages) {
    if (!first) continue;
    const place = isOverflow(parts.at(-1)) ? parts.length - 2 : parts.length - 1;
    const last = parts[place];
    const table = last && 'table' in last && 'table' in first ? joinedTables(last.table, first.table) : undefined;
    if (table) parts.splice(place, parts.length - place, { table });
    else add(first);
    others.forEach(add);
  }
  return parts;
}

/** Blocks of a document from what its pages print and draw, whether a PDF, an OFD or a scan told so. */
export function blocksOfPages(pages: readonly PageContent[]): Block[] {
  const tables = pages.map(({ rulings }) => lattices(rulings));
  const parts = withoutRunningLines(pages, tables).map((page, index) => pageParts(page, tables[index]!, index + 1));
  return joinedParts(parts).flatMap((part): readonly Block[] =>
    'table' in part ? [{ kind: 'grid', isExact: true, rows: withoutStruckLabels(part.table.rows) }] : looseBlocks(part.lines),
  );
}
