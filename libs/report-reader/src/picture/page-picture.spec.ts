import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { encodePng } from './encode-png';
import { pagePicture, type PagePicture } from './page-picture';
import { pictureDecoder } from './rasterise-picture';

const fixture = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../../../../test/fixtures/drawn/${name}/document.pdf`, import.meta.url)));

/** Size, channels and first pixels of a PNG of ours, whose rows all hold differences to the left. */
function opened({ png }: PagePicture) {
  const bytes = Buffer.from(png);
  const [width, channels] = [bytes.readUInt32BE(16), bytes[25] === 2 ? 3 : 1];
  const rows = inflateSync(bytes.subarray(41, 41 + bytes.readUInt32BE(33)));
  const pixel = (row: number, column: number) =>
    Array.from({ length: channels }, (_, channel) => {
      let value = 0;
      for (let at = 0; at <= column; at += 1) value += rows[row * (width * channels + 1) + 1 + at * channels + channel]!;
      return value % 256;
    });
  return { width, height: bytes.readUInt32BE(20), channels, pixel };
}

const picture = async (bytes: Uint8Array, page = 1, dpi = 72): Promise<PagePicture> => {
  const answer = await pagePicture(bytes, page, dpi);
  if (answer.kind === 'unreadable') throw new Error(answer.sentence);
  return answer;
};

/** A PDF page of 200 × 100 points with a red field in its lower left quarter, turned a quarter to the right when shown. */
const pdf = (turn = 0) => {
  const content = '1 0 0 rg 0 0 100 50 re f';
  return Buffer.from(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Rotate ${turn}/Contents 4 0 R>>endobj 4 0 obj<</Length ${content.length}>>stream\n${content}\nendstream endobj\ntrailer<</Root 1 0 R>>`,
  );
};

/** A BMP of 2 × 2 pixels, written from the bottom: red, green; blue, white. */
const bmp = () => {
  const bytes = Buffer.alloc(54 + 16);
  bytes.write('BM');
  [54, 40, 2, 2].forEach((value, place) => bytes.writeUInt32LE(value, [10, 14, 18, 22][place]!));
  bytes.writeUInt16LE(24, 28);
  bytes.set([0, 0, 255, 0, 255, 0], 54);
  bytes.set([255, 0, 0, 255, 255, 255], 62);
  return bytes;
};

/** A grey TIFF of 8 × 8 pixels a page, each page of one shade. */
const tiff = (...shades: readonly number[]) => {
  const tags = (at: number) => [
    [256, 8],
    [257, 8],
    [258, 8],
    [259, 1],
    [262, 1],
    [273, at],
    [277, 1],
    [278, 8],
    [279, 64],
  ];
  const size = 2 + 9 * 12 + 4 + 64;
  const bytes = Buffer.alloc(8 + shades.length * size);
  bytes.write('II*\0', 'latin1');
  bytes.writeUInt32LE(8, 4);
  shades.forEach((shade, page) => {
    const start = 8 + page * size;
    const pixels = start + size - 64;
    bytes.writeUInt16LE(9, start);
    tags(pixels).forEach(([tag, value], place) => {
      bytes.writeUInt16LE(tag!, start + 2 + place * 12);
      bytes.writeUInt16LE(4, start + 4 + place * 12);
      bytes.writeUInt32LE(1, start + 6 + place * 12);
      bytes.writeUInt32LE(value!, start + 10 + place * 12);
    });
    bytes.writeUInt32LE(page + 1 < shades.length ? start + size : 0, pixels - 4);
    bytes.fill(shade, pixels, pixels + 64);
  });
  return bytes;
};

describe('the picture of a page', () => {
  it('of a PDF has the size asked, its colours, and its size in points', async () => {
    const answer = await picture(pdf(), 1, 144);
    const { width, height, channels, pixel } = opened(answer);
    expect([answer.width, answer.height, answer.pages]).toEqual([200, 100, 1]);
    expect([width, height, channels]).toEqual([400, 200, 3]);
    expect(pixel(150, 50)).toEqual([255, 0, 0]);
    expect(pixel(50, 50)).toEqual([255, 255, 255]);
  });

  it('is turned as the PDF says, so that boxes of places fit on it', async () => {
    const answer = await picture(pdf(90));
    expect([answer.width, answer.height]).toEqual([100, 200]);
    expect(opened(answer).pixel(50, 10)).toEqual([255, 0, 0]);
    expect(opened(answer).pixel(150, 90)).toEqual([255, 255, 255]);
  });

  it('of a report without colour is grey', async () => {
    const { channels, width } = opened(await picture(fixture('2024-pdf-drawn-lines'), 1, 100));
    expect([channels, width]).toEqual([1, 826]);
  });

  it('is drawn coarser where the page is gigantic', async () => {
    const wide = Buffer.from(pdf().toString('latin1').replace('200 100]', '14400 14400]'), 'latin1');
    const { width, height } = opened(await picture(wide, 1, 300));
    expect(width * height).toBeLessThanOrEqual(20_000_000);
  });

  it('of a page that is not there, of damage and of other files is one sentence', async () => {
    expect(await pagePicture(pdf(), 2, 72)).toMatchObject({ kind: 'unreadable', sentence: '这份文件只有 1 页，没有第 2 页。' });
    expect(await pagePicture(Buffer.from('%PDF-1.4 and nothing'), 1, 72)).toMatchObject({ reason: 'damaged' });
    expect(await pagePicture(Buffer.from('年度报告'), 1, 72)).toMatchObject({ reason: 'unsupported_type' });
  });

  it('of a BMP needs no optional part', async () => {
    const { pixel } = opened(await picture(bmp()));
    expect([pixel(1, 0), pixel(1, 1), pixel(0, 0), pixel(0, 1)]).toEqual([
      [255, 0, 0],
      [0, 255, 0],
      [0, 0, 255],
      [255, 255, 255],
    ]);
  });
});

const sharp = await pictureDecoder();
if (!sharp) console.warn('!! sharp is not installed here: pictures other than BMP are not tested');

describe.skipIf(!sharp && process.env.CI !== 'true')('the picture of a photo', () => {
  const upright = encodePng({ width: 60, height: 90, channels: 1, data: new Uint8Array(60 * 90).fill(200).fill(0, 0, 60 * 30) });

  it('is turned as the camera noted, as wide as A4, and never finer than it is', async () => {
    const photo = await sharp!(upright).rotate(270).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const answer = await picture(photo, 1, 200);
    expect([Math.round(answer.width), Math.round(answer.height)]).toEqual([595, 893]);
    const { width, height, pixel } = opened(answer);
    expect([width, height]).toEqual([60, 90]);
    expect([pixel(5, 30)[0]! < 50, pixel(80, 30)[0]! > 150]).toEqual([true, true]);
  });

  it('of a TIFF is each of its pages', async () => {
    const [first, second] = [opened(await picture(tiff(60, 180), 1)), opened(await picture(tiff(60, 180), 2))];
    expect([first.pixel(2, 2), second.pixel(2, 2)]).toEqual([[60], [180]]);
    expect(await picture(tiff(60, 180), 2)).toMatchObject({ page: 2, pages: 2 });
    expect(await pagePicture(tiff(60, 180), 3, 72)).toMatchObject({ reason: 'damaged', sentence: expect.stringContaining('2 页') });
  });

  it('cut off in the middle is damaged', async () => {
    const whole = await sharp!(upright).jpeg().toBuffer();
    expect(await pagePicture(whole.subarray(0, whole.length / 2), 1, 72)).toMatchObject({ reason: 'damaged' });
  });
});
