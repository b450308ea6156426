import type { PDFiumLibrary } from '@hyzyla/pdfium';
import { refuse } from '../opening/refusals';
import type { PageRaster } from './raster';

/** Most pixels a page is drawn with; a larger page is drawn coarser. */
export const mostPixels = 20_000_000;

let library: Promise<PDFiumLibrary> | undefined;

/** Loaded at the first page and kept: most documents need no pictures. */
const pdfium = () => (library ??= import('@hyzyla/pdfium').then(({ PDFiumLibrary: Library }) => Library.init()));

function withoutAlpha(rgba: Uint8Array): Uint8Array {
  const rgb = new Uint8Array((rgba.length / 4) * 3);
  for (let from = 0, to = 0; from < rgba.length; from += 4) {
    rgb[to++] = rgba[from]!;
    rgb[to++] = rgba[from + 1]!;
    rgb[to++] = rgba[from + 2]!;
  }
  return rgb;
}

/**
 * Draws page `page` (from 1) of a PDF as a screen shows it, turned by its /Rotate. `pixelsWide` is asked with the page's size in points.
 * @throws Refusal for a password, damage, or a page that does not exist.
 */
export async function rasterisePdf(
  bytes: Uint8Array,
  page: number,
  pixelsWide: (points: { width: number; height: number }) => number,
): Promise<PageRaster> {
  const document = await (
    await pdfium()
  )
    .loadDocument(bytes)
    .catch((error: unknown) => refuse(/password/i.test(String(error)) ? 'password' : 'damaged'));
  try {
    const pages = document.getPageCount();
    if (page < 1 || page > pages) refuse('damaged', `这份文件只有 ${pages} 页，没有第 ${page} 页。`);
    const opened = document.getPage(page - 1);
    const { originalWidth: width, originalHeight: height } = opened.getOriginalSize();
    if (!(width > 0 && height > 0)) refuse('damaged');
    const scale = Math.min(pixelsWide({ width, height }) / width, Math.sqrt(mostPixels / (width * height)));
    const size = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
    const drawn = await opened.render({ scale: 1, ...size, render: 'bitmap' });
    return { raster: { ...size, channels: 3, data: withoutAlpha(drawn.data) }, width, height, pages };
  } finally {
    document.destroy();
  }
}
