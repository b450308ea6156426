import type { DocumentView, Unreadable, ViewBlock } from '@mingshu/report-format';
import { kindByBytes } from '../opening/kind-by-bytes';
import { openDocument } from '../opening/open-document';
import { pageContents } from '../opening/page-contents';
import { Refusal, unreadable } from '../opening/refusals';
import { pagePicture } from '../picture/page-picture';
import { isScanned } from '../scan/is-scanned';
import { drawPage } from './draw-page';

/** A page drawn for a browser: PNG, or SVG of our own where no program draws the format. */
export interface PageImage {
  readonly kind: 'page-image';
  readonly type: 'image/png' | 'image/svg+xml';
  readonly bytes: Uint8Array;
}

/** Most cells and paragraphs shown; a report has about 500. */
const mostPieces = 6000;
const mostCharacters = 5000;

const noPages = '这种文件没有页面图像，请打开原件查看。';

/** The first pieces of a document, so that no document can make a page too heavy to show. */
function cut(blocks: readonly ViewBlock[]): { blocks: ViewBlock[]; isCut: boolean } {
  let left = mostPieces;
  const shown: ViewBlock[] = [];
  for (const block of blocks) {
    if (left <= 0) return { blocks: shown, isCut: true };
    if (block.kind !== 'grid') {
      shown.push({ kind: block.kind, text: block.text.slice(0, mostCharacters), place: block.place });
      left -= 1;
      continue;
    }
    const rows = [];
    for (const row of block.rows) {
      if (left <= 0) break;
      rows.push(row.map((cell) => ({ ...cell, text: cell.text.slice(0, mostCharacters) })));
      left -= Math.max(1, row.length);
    }
    shown.push({ kind: 'grid', rows });
    if (rows.length < block.rows.length) return { blocks: shown, isCut: true };
  }
  return { blocks: shown, isCut: false };
}

const sizes = (pages: readonly { width: number; height: number }[]): DocumentView => ({
  kind: 'pages',
  pages: pages.map(({ width, height }, place) => ({ page: place + 1, width, height })),
});

async function viewOf(bytes: Uint8Array): Promise<DocumentView> {
  switch (kindByBytes(bytes)) {
    case 'picture': {
      const first = await pagePicture(bytes, 1, 36);
      if (first.kind !== 'picture') return first;
      const pages = [first];
      for (let page = 2; page <= first.pages; page += 1) {
        const next = await pagePicture(bytes, page, 36);
        if (next.kind === 'picture') pages.push(next);
      }
      return sizes(pages);
    }
    default: {
      const pages = await pageContents(bytes);
      if (pages) return sizes(pages);
      const opened = await openDocument(bytes);
      return opened.kind === 'opened' ? { kind: 'blocks', ...cut(opened.blocks) } : opened;
    }
  }
}

/**
 * An original as it can be shown beside its figures: the sizes of its pages, or its text in blocks with the places a reading names. Of the document's own
 * markup nothing is left. Hostile bytes: call it in a reading child only.
 */
export async function viewDocument(bytes: Uint8Array): Promise<DocumentView> {
  try {
    return await viewOf(bytes);
  } catch (error) {
    if (error instanceof Refusal) return error.answer;
    throw error;
  }
}

/** Page `page` (from 1) of a document as an image, `dpi` dots an inch. Hostile bytes: call it in a reading child only. */
export async function pageImage(bytes: Uint8Array, page: number, dpi: number): Promise<PageImage | Unreadable> {
  try {
    const kind = kindByBytes(bytes);
    const content = (await pageContents(bytes))?.[page - 1];
    // Pages in typefaces that the document does not bring along come out empty but for their lines: those are drawn by us, with the reader's own faces.
    const isOurs = content?.lacksFaces === true && content.glyphs.length >= 20;
    const isPictured = content !== undefined && isScanned(content);
    if ((kind === 'pdf' || kind === 'picture' || isPictured) && !isOurs) {
      const drawn = await pagePicture(bytes, page, dpi);
      if (drawn.kind === 'picture') return { kind: 'page-image', type: 'image/png', bytes: drawn.png };
      if (!content) return drawn;
    }
    if (!content) return unreadable('unsupported_type', noPages);
    return { kind: 'page-image', type: 'image/svg+xml', bytes: new TextEncoder().encode(drawPage(content)) };
  } catch (error) {
    if (error instanceof Refusal) return error.answer;
    throw error;
  }
}
