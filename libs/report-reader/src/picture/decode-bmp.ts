import { refuse } from '../opening/refusals';
import type { Raster } from './raster';

/** A BMP picture without compression, as scanners and Windows write it: 1, 4, 8, 24 or 32 bits a pixel. @throws Refusal for any other. */
export function decodeBmp(bytes: Uint8Array, mostPixels: number): Raster {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 54) return refuse('damaged');
  const [start, headerSize, width, tall] = [
    view.getUint32(10, true),
    view.getUint32(14, true),
    view.getInt32(18, true),
    view.getInt32(22, true),
  ];
  const [bits, compression, colours] = [view.getUint16(28, true), view.getUint32(30, true), view.getUint32(46, true)];
  const height = Math.abs(tall);
  const isPlain = compression === 0 || (compression === 3 && bits === 32);
  if (!isPlain || ![1, 4, 8, 24, 32].includes(bits) || width <= 0 || height === 0) return refuse('unsupported_type', unusual);
  if (width * height > mostPixels) return refuse('too_large', tooManyPixels);
  const stride = Math.ceil((width * bits) / 32) * 4;
  if (start + stride * height > bytes.length) return refuse('damaged');
  const palette = 14 + headerSize;
  if (bits <= 8 && palette + 4 * (colours || 2 ** bits) > bytes.length) return refuse('damaged');
  const data = new Uint8Array(width * height * 3);
  for (let row = 0, to = 0; row < height; row += 1) {
    const line = start + (tall > 0 ? height - 1 - row : row) * stride;
    for (let column = 0; column < width; column += 1) {
      const bit = column * bits;
      const index = bits <= 8 ? (bytes[line + (bit >> 3)]! >> (8 - bits - (bit & 7))) & (2 ** bits - 1) : 0;
      const from = bits <= 8 ? palette + 4 * index : line + column * (bits >> 3);
      data[to++] = bytes[from + 2]!;
      data[to++] = bytes[from + 1]!;
      data[to++] = bytes[from]!;
    }
  }
  return { width, height, channels: 3, data };
}

export const tooManyPixels = '图片尺寸过大，未打开。请以 200 dpi 重新扫描，或把图片缩小后重新导入。';
const unusual = '这张 BMP 图片的存储方式不能打开。请用画图程序另存为 PNG 或 JPEG 后重新导入。';
