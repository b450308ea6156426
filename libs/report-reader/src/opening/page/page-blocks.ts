import type { Place } from '@mingshu/report-format';
import type { Block, GridCell } from '../../document';
import { isFigureLike } from '../../recognition/read-figure';
import { joinedTables, type PageTable } from './joined-tables';
import { lattices, type Lattice } from './lattice';
import type { Glyph, PageContent } from './page-content';
import { withoutRunningLines } from './running-lines';
import { cellText, linePieces, lineText, textLines, type TextLine } from './text-lines';

const boxOf = (glyphs: readonly Glyph[]): readonly [number, number, number, number] => [
  Math.min(...glyphs.map(({ left }) => left)),
  Math.min(...glyphs.map(({ middle, size }) => middle - size / 2)),
  Math.max(...glyphs.map(({ right }) => right)),
  Math.max(...glyphs.map(({ middle, size }) => middle + size / 2)),
];
const round = (box: readonly number[]) =>
  box.map((value) => Math.round(value * 10) / 10) as unknown as readonly [number, number, number, number];
const pagePlace = (page: number, box: readonly number[]): Place => ({ kind: 'page', page, box: round(box) });

/** The certainty of what was recognised in a picture; nothing for what was text. */
function certaintyOf(glyphs: readonly Glyph[]): { readonly certainty?: number } {
  const known = glyphs.flatMap(({ certainty }) => (certainty === undefined ? [] : [certainty]));
  return known.length === 0 ? {} : { certainty: Math.min(...known) };
}

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

/** Lines outside ruled tables: prose, or rows whose pieces are parted by gaps. */
function looseBlocks(lines: readonly TextLine[], page: number): Block[] {
  const blocks: Block[] = [];
  let rows: GridCell[][] = [];
  const endGrid = () => {
    if (rows.length > 0) blocks.push({ kind: 'grid', isExact: false, rows });
    rows = [];
  };
  for (const line of lines) {
    const pieces = linePieces(line);
    const isRow = pieces.length >= 2 && pieces.slice(1).some((piece) => isFigureLike(lineText(piece)));
    if (isRow) {
      const row = rows.length;
      rows.push(
        pieces.map((piece, column) => ({
          row,
          column,
          rowspan: 1,
          colspan: 1,
          text: lineText(piece),
          place: pagePlace(page, boxOf(piece.glyphs)),
          ...certaintyOf(piece.glyphs),
        })),
      );
      continue;
    }
    endGrid();
    blocks.push({ kind: 'paragraph', text: lineText(line), place: pagePlace(page, boxOf(line.glyphs)), ...certaintyOf(line.glyphs) });
  }
  endGrid();
  return blocks;
}

const continues = (before: TextLine, after: TextLine, rightEdge: number) => {
  const [last, first] = [before.glyphs.at(-1)!, after.glyphs[0]!];
  const isFull = rightEdge - last.right < last.size * 2.2;
  const isIndented = first.left - Math.min(before.glyphs[0]!.left, first.left) > first.size * 0.8;
  return isFull && !isIndented && Math.abs(last.size - first.size) < 1;
};

/** Paragraphs that a page's width broke into lines, joined. */
function joined(lines: readonly TextLine[], rightEdge: number): TextLine[] {
  return lines.reduce<TextLine[]>((all, line) => {
    const last = all.at(-1);
    const isProse = last && linePieces(last).length === 1 && linePieces(line).length === 1;
    if (last && isProse && continues({ ...last, glyphs: last.glyphs }, line, rightEdge))
      all[all.length - 1] = { middle: line.middle, glyphs: [...last.glyphs, ...line.glyphs] };
    else all.push(line);
    return all;
  }, []);
}

/** What stands on a page from top to bottom: ruled tables, and what is printed between them. */
type Part = { readonly table: PageTable } | { readonly blocks: readonly Block[] };

/** Parts of one page, whatever drew it: ruled tables with their spans, other lines as prose or rows; every cell with page and box. */
function pageParts({ glyphs, width }: PageContent, tables: readonly Lattice[], page: number): Part[] {
  const isInside = (glyph: Glyph, { left, right, top, bottom }: Lattice) =>
    glyph.middle >= top && glyph.middle <= bottom && glyph.right >= left && glyph.left <= right;
  const loose = textLines(glyphs.filter((glyph) => !tables.some((table) => isInside(glyph, table))));
  const rightEdge = Math.max(width / 2, ...loose.map(({ glyphs: own }) => own.at(-1)!.right));
  const parts: { top: number; part: Part }[] = tables.map((table) => ({
    top: table.top,
    part: {
      table: {
        ...table,
        rows: gridOf(
          table,
          glyphs.filter((glyph) => isInside(glyph, table)),
          page,
        ),
      },
    },
  }));
  let run: TextLine[] = [];
  const endRun = () => {
    const lines = joined(run, rightEdge);
    if (lines.length > 0) parts.push({ top: run[0]!.middle, part: { blocks: looseBlocks(lines, page) } });
    run = [];
  };
  for (const line of loose) {
    const isParted = run.length > 0 && tables.some(({ top }) => top > run.at(-1)!.middle && top < line.middle);
    if (isParted) endRun();
    run.push(line);
  }
  endRun();
  return parts.sort((one, other) => one.top - other.top).map(({ part }) => part);
}

/** The end of a label for which its cell had no room, printed below the table that the page cuts. */
const isOverflow = (part: Part) =>
  'blocks' in part && part.blocks.length === 1 && part.blocks[0]!.kind !== 'grid' && /^\p{Script=Han}{1,4}$/u.test(part.blocks[0]!.text);

/** Blocks of a document from what its pages print and draw, whether a PDF, an OFD or a scan told so. Tables that go on over a page are one. */
export function blocksOfPages(pages: readonly PageContent[]): Block[] {
  const tables = pages.map(({ rulings }) => lattices(rulings));
  const parts: Part[] = [];
  withoutRunningLines(pages, tables).forEach((page, index) => {
    const [first, ...others] = pageParts(page, tables[index]!, index + 1);
    if (!first) return;
    const place = parts.findLastIndex((part) => !isOverflow(part));
    const last = parts[place];
    const table = last && 'table' in last && 'table' in first ? joinedTables(last.table, first.table) : undefined;
    if (table) parts.splice(place, parts.length - place, { table });
    else parts.push(first);
    parts.push(...others);
  });
  return parts.flatMap((part): readonly Block[] =>
    'table' in part ? [{ kind: 'grid', isExact: true, rows: part.table.rows }] : part.blocks,
  );
}
