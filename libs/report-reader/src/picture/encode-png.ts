import { crc32, deflateSync } from 'node:zlib';
import type { Raster } from './raster';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A raster as a PNG file, each row told as its difference from the pixel to the left. */
export function encodePng({ width, height, channels, data }: Raster): Uint8Array {
  const stride = width * channels;
  const rows = Buffer.alloc((stride + 1) * height);
  for (let row = 0, at = 0; row < height; row += 1) {
    rows[at++] = 1;
    for (let column = 0, from = row * stride; column < stride; column += 1, from += 1)
      rows[at++] = data[from]! - (column < channels ? 0 : data[from - channels]!);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, channels === 1 ? 0 : 2, 0, 0, 0], 8);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(rows, { level: 5 })), chunk('IEND', new Uint8Array())]);
}
