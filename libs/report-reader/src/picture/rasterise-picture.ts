import { refuse } from '../opening/refusals';
import { decodeBmp, tooManyPixels } from './decode-bmp';
import type { PageRaster, Raster } from './raster';

/** Most pixels of a picture that is decoded: a page at 600 dpi. */
const mostDecoded = 40_000_000;

const noDecoder = '这台机器没有安装图片组件，打不开图片。请改为手工录入，或让填报单位提供 Word（.docx）文件。';

type Sharp = typeof import('sharp');
let loaded: Promise<Sharp | undefined> | undefined;

/** The picture decoder, or `undefined` where this machine has none: it is an optional part. */
export const pictureDecoder = (): Promise<Sharp | undefined> =>
  (loaded ??= import('sharp').then(
    ({ default: sharp }) => {
      sharp.cache(false);
      sharp.concurrency(1);
      return sharp;
    },
    () => undefined,
  ));

/** A picture is taken as a page as wide as A4, upright or lying; what it says of its own density is seldom true. */
const pagePoints = ({ width, height }: { width: number; height: number }) => {
  const wide = width > height ? 842 : 595;
  return { width: wide, height: (wide * height) / width };
};

async function decoded(bytes: Uint8Array, page: number): Promise<{ raster: Raster; pages: number }> {
  if (bytes[0] === 0x42 && bytes[1] === 0x4d) return { raster: decodeBmp(bytes, mostDecoded), pages: 1 };
  const sharp = (await pictureDecoder()) ?? refuse('unsupported_type', noDecoder);
  const open = (options: { page?: number } = {}) => sharp(bytes, { limitInputPixels: mostDecoded, failOn: 'error', ...options });
  try {
    const { format, pages: frames = 1 } = await open().metadata();
    const pages = format === 'tiff' ? frames : 1;
    if (page < 1 || page > pages) return refuse('damaged', `这份文件只有 ${pages} 页，没有第 ${page} 页。`);
    const { data, info } = await open({ page: page - 1 })
      .rotate()
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    return { raster: { width: info.width, height: info.height, channels: info.channels === 1 ? 1 : 3, data }, pages };
  } catch (error) {
    if (error instanceof Error && /pixel limit/i.test(error.message)) return refuse('too_large', tooManyPixels);
    if (error instanceof Error && 'answer' in error) throw error;
    return refuse('damaged', '图片已损坏，无法打开。请让填报单位重新扫描或另存后再报送。');
  }
}

/** Raster resampled to a width; without the optional decoder it stays as it is. */
async function resized(raster: Raster, pixelsWide: number): Promise<Raster> {
  const { width, height, channels, data } = raster;
  const sharp = await pictureDecoder();
  if (!sharp || pixelsWide === width) return raster;
  const size = { width: pixelsWide, height: Math.max(1, Math.round((height * pixelsWide) / width)) };
  const result = await sharp(data, { raw: { width, height, channels } })
    .resize({ ...size, fit: 'fill', kernel: 'cubic' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { ...size, channels: result.info.channels === 1 ? 1 : 3, data: result.data };
}

/**
 * Page `page` (from 1) of a picture: PNG, JPEG, GIF, TIFF with several pages, BMP; a photo is turned as its camera notes.
 * It is made smaller to `pixelsWide`, and larger only with `mayGrow`. @throws Refusal for damage, giants and missing pages.
 */
export async function rasterisePicture(
  bytes: Uint8Array,
  page: number,
  pixelsWide: (points: { width: number; height: number }) => number,
  mayGrow = false,
): Promise<PageRaster> {
  const { raster, pages } = await decoded(bytes, page);
  const points = pagePoints(raster);
  const wanted = Math.max(1, Math.round(pixelsWide(points)));
  return { raster: mayGrow || wanted < raster.width ? await resized(raster, wanted) : raster, ...points, pages };
}
