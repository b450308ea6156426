import { PDFiumLibrary } from '@hyzyla/pdfium';
import type { Browser } from '@playwright/test';
import sharp from 'sharp';
import { htmlStyles, writeHtml } from './write-html';
import type { DrawnReport } from './drawn-report';

/** A page as a scanner gives it: grey pixels, row by row. */
export interface ScannedPage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** How a report is printed before it is scanned. */
export interface PrintStyle {
  readonly font: string;
  readonly cellSize: number;
  readonly cellPadding?: string;
  readonly isLying?: boolean;
}

const dots = 200;

/** The report printed on A4 by a browser and scanned without a fault, in grey at 200 dpi. */
export async function printAndScan(browser: Browser, report: DrawnReport, style: PrintStyle): Promise<ScannedPage[]> {
  const page = await browser.newPage();
  const css = `@page{size:A4 ${style.isLying ? 'landscape' : ''};margin:20mm 18mm}body{font:12pt/1.6 "${style.font}"}h1{font-size:20pt;text-align:center}h2{font-size:14pt}p{text-indent:2em;margin:4px 0}
    table{border-collapse:collapse;width:100%;margin:6px 0}td{border:1px solid #000;font-size:${style.cellSize}pt;line-height:1.25;text-align:center;padding:${style.cellPadding ?? '3px 2px'}}tr{break-inside:avoid}`;
  await page.setContent(
    writeHtml(report, {
      ...htmlStyles.plain,
      page: (body, { title }) =>
        `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><style>${css}</style></head><body><h1>${title}</h1>${body}</body></html>`,
    }),
  );
  const pdf = await page.pdf({ preferCSSPageSize: true });
  await page.close();
  const document = await (await PDFiumLibrary.init()).loadDocument(pdf);
  const pages: ScannedPage[] = [];
  for (let number = 0; number < document.getPageCount(); number += 1) {
    const { width, height, data } = await document.getPage(number).render({ scale: dots / 72, render: 'bitmap' });
    pages.push({ width, height, data: data.filter((_, at) => at % 4 === 1) });
  }
  document.destroy();
  return pages;
}

/** What paper, glass and toner do to a page. `noise` is the deviation of the grain in grey levels, `fading` how much of the black is lost. */
export interface Wear {
  readonly skew?: number;
  readonly blur?: number;
  readonly noise?: number;
  readonly fading?: number;
  readonly specks?: number;
  readonly turn?: 90 | 180 | 270;
}

/** Numbers between 0 and 1 that are the same in every run. */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const of = ({ width, height, data }: ScannedPage) => sharp(data, { raw: { width, height, channels: 1 } });

async function greyImage(image: sharp.Sharp): Promise<ScannedPage> {
  const { data, info } = await image.toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  return { width, height, data: channels === 1 ? data : data.filter((_, at) => at % channels === 0) };
}

/** A page after wear, the same for the same seed. */
export async function worn(page: ScannedPage, wear: Wear, seed: number): Promise<ScannedPage> {
  let image = await greyImage(sharp(page.data, { raw: { width: page.width, height: page.height, channels: 1 } }));
  if (wear.skew) {
    const turned = await greyImage(of(image).rotate(wear.skew, { background: '#ffffff' }));
    const [left, top] = [Math.floor((turned.width - page.width) / 2), Math.floor((turned.height - page.height) / 2)];
    image = await greyImage(of(turned).extract({ left, top, width: page.width, height: page.height }));
  }
  if (wear.blur) image = await greyImage(of(image).blur(wear.blur));
  if (wear.turn) image = await greyImage(of(image).rotate(wear.turn));
  const { width, height, data } = image;
  const next = random(seed);
  const { noise = 0, fading = 0, specks = 0 } = wear;
  const result = new Uint8Array(width * height);
  for (let at = 0; at < result.length; at += 1) {
    const grain = noise ? (next() + next() + next() - 1.5) * 2 * noise : 0;
    const value = data[at]!;
    result[at] = Math.max(0, Math.min(255, value + (255 - value) * fading - (noise ? 8 : 0) + grain));
  }
  for (let speck = 0; speck < specks; speck += 1) {
    const [x, y, size] = [next() * (width - 4), next() * (height - 4), 1 + next() * 2];
    for (let row = 0; row < size; row += 1)
      for (let column = 0; column < size; column += 1) result[((y + row) | 0) * width + ((x + column) | 0)] = 40;
  }
  return { width: width, height: height, data: result };
}

export const asJpeg = ({ width, height, data }: ScannedPage, quality: number): Promise<Buffer> =>
  sharp(data, { raw: { width, height, channels: 1 } })
    .toColourspace('b-w')
    .jpeg({ quality, mozjpeg: true })
    .toBuffer();

/** A PDF as a scanner writes it: one grey JPEG a page. */
export async function scannedPdf(pages: readonly ScannedPage[], quality: number): Promise<Buffer> {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')];
  const offsets: number[] = [];
  const add = (text: string | Buffer) => parts.push(Buffer.isBuffer(text) ? text : Buffer.from(text, 'latin1'));
  const length = () => parts.reduce((sum, part) => sum + part.length, 0);
  const object = (...contents: (string | Buffer)[]) => {
    offsets.push(length());
    add(`${offsets.length} 0 obj\n`);
    contents.forEach(add);
    add('\nendobj\n');
  };
  object('<</Type/Catalog/Pages 2 0 R>>');
  object(`<</Type/Pages/Kids[${pages.map((_, index) => `${3 + 3 * index} 0 R`).join(' ')}]/Count ${pages.length}>>`);
  for (const [index, page] of pages.entries()) {
    const [width, height] = [(page.width * 72) / dots, (page.height * 72) / dots];
    const jpeg = await asJpeg(page, quality);
    const content = `q ${width} 0 0 ${height} 0 0 cm /Scan Do Q`;
    object(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]/Resources<</XObject<</Scan ${5 + 3 * index} 0 R>>>>/Contents ${4 + 3 * index} 0 R>>`,
    );
    object(`<</Length ${content.length}>>stream\n${content}\nendstream`);
    object(
      `<</Type/XObject/Subtype/Image/Width ${page.width}/Height ${page.height}/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/DCTDecode/Length ${jpeg.length}>>stream\n`,
      jpeg,
      '\nendstream',
    );
  }
  const start = length();
  add(
    `xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}trailer<</Size ${offsets.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF`,
  );
  return Buffer.concat(parts);
}
