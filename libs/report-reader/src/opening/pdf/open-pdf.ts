import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { OpenedDocument } from '../../document';
import { blocksOfPages } from '../page/page-blocks';
import type { PageContent } from '../page/page-content';
import { rasterisePdf } from '../../picture/rasterise-pdf';
import { isScanned } from '../../scan/is-scanned';
import { pixelsToRead } from '../../scan/scan-page';
import { readScans, type Scans } from '../../scan/read-scans';
import { refuse } from '../refusals';
import { CodeTables } from './code-tables';
import type { Drawn } from './page-content';
import { pdfLibrary } from './pdf-library';

const mostPages = 60;

/** What the pages of a PDF print and draw, for reading them and for showing them. Throws a refusal where the file is damaged, locked or too long. */
export async function pdfPages(bytes: Uint8Array): Promise<PageContent[]> {
  const { contentOf, codesOf } = await pdfLibrary().then(() => import('./page-content'));
  const installed = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const tables = new CodeTables({ cMapUrl: `${join(installed, 'cmaps')}/`, standardFontDataUrl: `${join(installed, 'standard_fonts')}/` });
  const codes = new Set<number>();
  const pages = await eachPage(bytes, tables, (page, drawn) => {
    if (!tables.areAsked) return contentOf(page, drawn);
    for (const code of codesOf(drawn)) codes.add(code);
    return undefined;
  });
  if (pages.every((page) => page !== undefined)) return pages;
  tables.codes = codes;
  return eachPage(bytes, tables, contentOf);
}

/** What `look` makes of each page, its codes decoded by `tables`. */
async function eachPage<Seen>(bytes: Uint8Array, tables: CodeTables, look: (page: PDFPageProxy, drawn: Drawn) => Seen): Promise<Seen[]> {
  const { getDocument } = await pdfLibrary();
  const task = getDocument({
    data: new Uint8Array(bytes),
    ...tables.folders,
    BinaryDataFactory: tables.BinaryDataFactory,
    cMapPacked: true,
    disableFontFace: true,
    useSystemFonts: false,
    isEvalSupported: false,
    verbosity: 0,
  });
  try {
    const document = await task.promise.catch((error: unknown) =>
      refuse(error instanceof Error && error.name === 'PasswordException' ? 'password' : 'damaged'),
    );
    if (document.numPages > mostPages)
      refuse('too_large', `这份 PDF 有 ${document.numPages} 页，远多于一份年度报告，未打开。请只导入报告本身。`);
    const seen: Seen[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      seen.push(look(page, await page.getOperatorList()));
      page.cleanup();
    }
    return seen;
  } finally {
    await task.destroy();
  }
}

/** A PDF: ruled tables with their spans, other lines as prose or rows; every cell with page and box. Pages that are pictures are read by `scans`. */
export async function openPdf(bytes: Uint8Array, scans: Scans = 'none'): Promise<OpenedDocument> {
  const pages = await pdfPages(bytes);
  const scanned = pages.flatMap((page, index) => (isScanned(page) ? [index + 1] : []));
  const characters = pages.reduce((sum, { glyphs }) => sum + glyphs.length, 0);
  const pictures = pages.reduce((sum, page) => sum + page.pictures, 0);
  if (scanned.length > 0 && typeof scans !== 'string') {
    const blocks = await readScans(pages, scanned, (page) => rasterisePdf(bytes, page, pixelsToRead), scans);
    return { kind: 'opened', type: 'pdf', blocks, traits: { scripts: 0, links: [], pictures } };
  }
  if ((scanned.length > 0 && scans === 'later') || (characters < 50 && pictures > 0)) refuse('scanned');
  return { kind: 'opened', type: 'pdf', blocks: blocksOfPages(pages), traits: { scripts: 0, links: [], pictures } };
}
