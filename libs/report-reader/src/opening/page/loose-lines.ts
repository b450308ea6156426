import type { Block, GridCell } from '../../document';
import { isFigureLike } from '../../recognition/read-figure';
import { isBoundary, isRowLine, tableRegions } from '../unruled/table-regions';
import { areColumnNames } from '../unruled/figure-columns';
import { partedByName, type PlacedPiece } from '../unruled/parted-pieces';
import { partedWhereColumnsShift, unruledTable, type UnruledTable } from '../unruled/unruled-table';
import { boxOf, certaintyOf, pagePlace } from './places';
import { linePieces, lineText, narrowPieces, type TextLine } from './text-lines';

/** A line outside ruled tables, with its pieces; edges are those of the text of its page. */
export interface LooseLine {
  readonly pieces: readonly PlacedPiece[];
  readonly size: number;
  readonly page: number;
  readonly leftEdge: number;
  readonly rightEdge: number;
}

const placed = (page: number, { glyphs }: TextLine): PlacedPiece => ({
  text: lineText({ glyphs, middle: 0 }),
  left: glyphs[0]!.left,
  right: Math.max(...glyphs.map(({ right }) => right)),
  place: pagePlace(page, boxOf(glyphs)),
  ...certaintyOf(glyphs),
});

export function looseLine(line: TextLine, page: number, leftEdge: number, rightEdge: number): LooseLine {
  const pieces = linePieces(line).map((piece) => {
    const parts = narrowPieces(piece);
    return { ...placed(page, piece), ...(parts.length > 1 ? { parts: parts.map((part) => placed(page, part)) } : {}) };
  });
  return { pieces, size: line.glyphs.at(-1)!.size, page, leftEdge, rightEdge };
}

const textOf = ({ pieces }: LooseLine) => pieces.map(({ text }) => text).join('');

/** Whether a line of prose goes on in the next: the first is full, and the next has no indent and the same size. */
function goesOn(before: LooseLine, after: LooseLine): boolean {
  if (before.pieces.length > 1 || after.pieces.length > 1) return false;
  const isFull = before.rightEdge - before.pieces[0]!.right < before.size * 2.2;
  const indent = after.pieces[0]!.left - Math.min(before.pieces[0]!.left, after.pieces[0]!.left);
  return isFull && indent <= after.size * 0.8 && Math.abs(before.size - after.size) < 1;
}

const isRow = ({ pieces }: LooseLine) => pieces.length >= 2 && pieces.slice(1).some(({ text }) => isFigureLike(text));

/** Prose, its lines joined where only the width of the page broke them, and rows whose columns cannot be told. */
function proseAndRows(lines: readonly LooseLine[]): Block[] {
  const blocks: Block[] = [];
  let rows: GridCell[][] = [];
  let before: LooseLine | undefined;
  const endGrid = () => {
    if (rows.length > 0) blocks.push({ kind: 'grid', isExact: false, rows });
    rows = [];
  };
  for (const line of lines) {
    const last = blocks.at(-1);
    if (isRow(line)) {
      const row = rows.length;
      rows.push(
        line.pieces.map(({ text, place, certainty }, column) => ({
          row,
          column,
          rowspan: 1,
          colspan: 1,
          text,
          place,
          ...certaintyOf([{ certainty }]),
        })),
      );
      before = undefined;
      continue;
    }
    endGrid();
    if (before && last?.kind === 'paragraph' && goesOn(before, line))
      blocks[blocks.length - 1] = { ...last, text: last.text + textOf(line), ...certaintyOf([last, ...line.pieces]) };
    else blocks.push({ kind: 'paragraph', text: textOf(line), place: line.pieces[0]!.place, ...certaintyOf(line.pieces) });
    before = line;
  }
  endGrid();
  return blocks;
}

/** Lines without what a new page prints again above a table that goes on. */
function withoutRepeatedHeader(lines: readonly LooseLine[]): LooseLine[] {
  const seen = new Set<string>();
  let isTop = false;
  return lines.filter((line, index) => {
    if (index > 0 && lines[index - 1]!.page !== line.page) isTop = true;
    const hasFigures = line.pieces.some(({ text }) => isFigureLike(text));
    if (hasFigures) isTop = false;
    const text = textOf(line);
    if (isTop && seen.has(text)) return false;
    if (!hasFigures) seen.add(text);
    return true;
  });
}

/** The table that lines make, or several where the columns shift on the way; `undefined` where they make none. */
function tablesOf(lines: readonly LooseLine[]): readonly UnruledTable[] | undefined {
  const pieces = withoutRepeatedHeader(lines).map((line) => line.pieces);
  const whole = unruledTable(pieces);
  if (whole) return [whole];
  const parts = partedWhereColumnsShift(pieces) ?? [];
  const tables = parts.flatMap((part) => unruledTable(part) ?? []);
  return parts.length > 1 && tables.length === parts.length ? tables : undefined;
}

/** Blocks of lines outside ruled tables: tables by the positions of what is printed, everything else as prose or loose rows. */
export function looseBlocks(printed: readonly LooseLine[]): Block[] {
  const lines = printed.map((line) => ({ ...line, pieces: partedByName(line.pieces) }));
  const regions = tableRegions(
    lines.map(({ pieces, leftEdge, rightEdge }) => {
      const [first] = pieces;
      const isWide = first!.right - first!.left > (rightEdge - leftEdge) * 0.5;
      const isHeader = areColumnNames((first!.parts ?? []).map(({ text }) => text));
      return {
        isProse: pieces.length === 1 && !isHeader && (isWide || isBoundary(first!.text)),
        isRow: isRowLine(pieces.map(({ text }) => text)),
      };
    }),
  );
  const blocks: Block[] = [];
  let prose: LooseLine[] = [];
  const endProse = () => {
    blocks.push(...proseAndRows(prose));
    prose = [];
  };
  for (const { from, to, isTable } of regions) {
    const own = lines.slice(from, to);
    const tables = isTable ? tablesOf(own) : undefined;
    if (!tables) {
      prose.push(...own);
      continue;
    }
    endProse();
    for (const { grid, rest } of tables) blocks.push(grid, ...rest.map((one): Block => ({ kind: 'paragraph', ...one })));
  }
  endProse();
  return blocks;
}
