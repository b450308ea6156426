import type { Unreadable } from '@mingshu/report-format';
import { kindByBytes } from '../opening/kind-by-bytes';
import { rasteriseOfd } from '../opening/ofd/open-ofd';
import { Refusal, unreadable } from '../opening/refusals';
import { encodePng } from './encode-png';
import { greyOf, isColoured } from './raster';
import { rasterisePdf } from './rasterise-pdf';
import { rasterisePicture } from './rasterise-picture';

/** A page as a person sees it. Boxes of places on this page are in the same points, from its top left. */
export interface PagePicture {
  readonly kind: 'picture';
  /** A PNG file. */
  readonly png: Uint8Array;
  readonly page: number;
  readonly pages: number;
  /** Size of the page in points. */
  readonly width: number;
  readonly height: number;
}

const noPages = '这种文件没有页面图像，请打开原件查看。';

/**
 * Draws page `page` (from 1) of a PDF, a picture, or an OFD document whose page is a picture at `dpi` dots an inch (36 to 300). Hostile bytes: call it in a reading child only.
 * A page of more than 20 million pixels is drawn coarser, a picture never finer than it is.
 */
export async function pagePicture(bytes: Uint8Array, page: number, dpi: number): Promise<PagePicture | Unreadable> {
  const wide = ({ width }: { width: number }) => (width * Math.min(300, Math.max(36, dpi))) / 72;
  try {
    const kind = kindByBytes(bytes);
    const draw = { pdf: rasterisePdf, picture: rasterisePicture, zip: rasteriseOfd }[kind as string];
    const drawn = await draw?.(bytes, page, wide);
    if (!drawn) return unreadable('unsupported_type', noPages);
    const { raster, pages, width, height } = drawn;
    return { kind: 'picture', png: encodePng(isColoured(raster) ? raster : greyOf(raster)), page, pages, width, height };
  } catch (error) {
    if (error instanceof Refusal) return error.answer;
    throw error;
  }
}
