import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Place } from '@mingshu/report-format';
import type { Block, GridCell, OpenedDocument } from '../../document';
import { isFigureLike } from '../../recognition/read-figure';
import { refuse } from '../refusals';
import { lattices, type Lattice } from './lattice';
import { pageContent, type Glyph, type PageContent } from './page-content';
import { cellText, linePieces, lineText, textLines, type TextLine } from './text-lines';

const mostPages = 60;

const boxOf = (glyphs: readonly Glyph[]): readonly [number, number, number, number] => [
  Math.min(...glyphs.map(({ left }) => left)),
  Math.min(...glyphs.map(({ middle, size }) => middle - size / 2)),
  Math.max(...glyphs.map(({ right }) => right)),
  Math.max(...glyphs.map(({ middle, size }) => middle + size / 2)),
];
const round = (box: readonly number[]) =>
  box.map((value) => Math.round(value * 10) / 10) as unknown as readonly [number, number, number, number];
const pagePlace = (page: number, box: readonly number[]): Place => ({ kind: 'page', page, box: round(box) });

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
    rows[row]!.push({ row, column, rowspan, colspan, text: cellText(own), place: pagePlace(page, [left, top, right, bottom]) });
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
        })),
      );
      continue;
    }
    endGrid();
    blocks.push({ kind: 'paragraph', text: lineText(line), place: pagePlace(page, boxOf(line.glyphs)) });
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

function pageBlocks({ glyphs, rulings, width }: PageContent, page: number): Block[] {
  const tables = lattices(rulings);
  const isInside = (glyph: Glyph, { left, right, top, bottom }: Lattice) =>
    glyph.middle >= top && glyph.middle <= bottom && glyph.right >= left && glyph.left <= right;
  const loose = textLines(glyphs.filter((glyph) => !tables.some((table) => isInside(glyph, table))));
  const rightEdge = Math.max(width / 2, ...loose.map(({ glyphs: own }) => own.at(-1)!.right));
  const parts: { top: number; blocks: () => Block[] }[] = tables.map((table) => ({
    top: table.top,
    blocks: () => [
      {
        kind: 'grid',
        isExact: true,
        rows: gridOf(
          table,
          glyphs.filter((glyph) => isInside(glyph, table)),
          page,
        ),
      },
    ],
  }));
  let run: TextLine[] = [];
  const endRun = () => {
    const lines = joined(run, rightEdge);
    if (lines.length > 0) parts.push({ top: run[0]!.middle, blocks: () => looseBlocks(lines, page) });
    run = [];
  };
  for (const line of loose) {
    const isParted = run.length > 0 && tables.some(({ top }) => top > run.at(-1)!.middle && top < line.middle);
    if (isParted) endRun();
    run.push(line);
  }
  endRun();
  return parts.sort((one, other) => one.top - other.top).flatMap(({ blocks }) => blocks());
}

/** A PDF with a text layer: ruled tables with their spans, other lines as prose or rows; every cell with page and box. */
export async function openPdf(bytes: Uint8Array): Promise<OpenedDocument> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const installed = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const task = getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: `${join(installed, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(installed, 'standard_fonts')}/`,
    disableFontFace: true,
    useSystemFonts: false,
    isEvalSupported: false,
    verbosity: 0,
  });
  const document = await task.promise.catch((error: unknown) =>
    refuse(error instanceof Error && error.name === 'PasswordException' ? 'password' : 'damaged'),
  );
  try {
    if (document.numPages > mostPages)
      refuse('too_large', `这份 PDF 有 ${document.numPages} 页，远多于一份年度报告，未打开。请只导入报告本身。`);
    const blocks: Block[] = [];
    let [characters, pictures] = [0, 0];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const content = await pageContent(page);
      characters += content.glyphs.length;
      pictures += content.pictures;
      blocks.push(...pageBlocks(content, number));
      page.cleanup();
    }
    if (characters < 50 && pictures > 0)
      refuse(
        'unsupported_type',
        '这是扫描件，页面上只有图片没有文字，暂不能自动识读。请让填报单位提供 Word（.docx）文件，或改为手工录入。',
      );
    return { kind: 'opened', type: 'pdf', blocks, traits: { scripts: 0, links: [], pictures } };
  } finally {
    await task.destroy();
  }
}
