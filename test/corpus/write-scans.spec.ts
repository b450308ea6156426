import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cellsOf } from '@mingshu/report-format';
import { chromium } from '@playwright/test';
import { it } from 'vitest';
import { asJpeg, printAndScan, scannedPdf, worn, type PrintStyle, type ScannedPage, type Wear } from './draw-scan';
import { drawReport, type DrawnReport } from './drawn-report';

const folder = fileURLToPath(new URL('../fixtures/scans/', import.meta.url));

interface Scan {
  readonly name: string;
  readonly about: string;
  readonly report: DrawnReport;
  readonly style: PrintStyle;
  readonly wear: Wear;
  readonly quality: number;
  /** A photo of one page in place of a PDF of all. */
  readonly photoOf?: number;
}

const song: PrintStyle = { font: 'AR PL UMing CN', cellSize: 10.5 };
const serif: PrintStyle = { font: 'Noto Serif CJK SC', cellSize: 9 };
const clean: Wear = {};
const photocopied: Wear = { skew: 0.6, blur: 0.8, noise: 10, specks: 200 };

/** Nearly everything 0, as most towns report it. */
function almostAllZero(agency: string, year: number): DrawnReport {
  const { edition } = drawReport(agency, year);
  return drawReport(agency, year, {
    figures: Object.fromEntries(cellsOf(edition).map((cell, place) => [cell, place % 23 === 5 ? 1 + (place % 7) : 0])),
  });
}

const withNothings = (agency: string, year: number): DrawnReport => {
  const { edition } = drawReport(agency, year);
  const cells = cellsOf(edition);
  return drawReport(agency, year, { figures: { [cells[3]!]: 'blank', [cells[40]!]: 1089, [cells[77]!]: 'not_applicable' } });
};

const scans: readonly Scan[] = [
  { name: '2024-clean', about: '平板扫描', report: withNothings('清河县柳河镇人民政府', 2024), style: song, wear: clean, quality: 60 },
  {
    name: '2024-photocopied',
    about: '歪斜的复印件',
    report: withNothings('清河县柳河镇人民政府', 2024),
    style: song,
    wear: photocopied,
    quality: 40,
  },
  { name: '2020-clean', about: '平板扫描，旧版格式', report: drawReport('清河县财政局', 2020), style: serif, wear: clean, quality: 60 },
  {
    name: '2020-photocopied',
    about: '歪斜的复印件，旧版格式',
    report: drawReport('清河县财政局', 2020),
    style: serif,
    wear: photocopied,
    quality: 40,
  },
  {
    name: '2024-almost-all-zero',
    about: '几乎全为零的复印件',
    report: almostAllZero('清河县双塔乡人民政府', 2024),
    style: serif,
    wear: photocopied,
    quality: 40,
  },
  {
    name: '2024-lying-photo',
    about: '横放的表三照片',
    report: drawReport('清河县石桥街道办事处', 2024),
    style: song,
    wear: { ...clean, turn: 90 },
    quality: 60,
    photoOf: 2,
  },
];

const written = async ({ photoOf, quality }: Scan, pages: readonly ScannedPage[]) =>
  photoOf ? (['jpg', await asJpeg(pages[photoOf - 1]!, quality)] as const) : (['pdf', await scannedPdf(pages, quality)] as const);

it('prints, scans and wears reports, with what each prints beside it', async () => {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
  rmSync(folder, { recursive: true, force: true });
  for (const [seed, scan] of scans.entries()) {
    const printed = await printAndScan(browser, scan.report, scan.style);
    const pages = await Promise.all(printed.map((page, place) => worn(page, scan.wear, seed * 100 + place)));
    const [extension, bytes] = await written(scan, pages);
    const own = join(folder, scan.name);
    mkdirSync(own, { recursive: true });
    writeFileSync(join(own, `document.${extension}`), bytes);
    const { agency, year, edition, figures } = scan.report;
    writeFileSync(
      join(own, 'scan.json'),
      `${JSON.stringify({ about: scan.about, agency, year, edition, figures, photoOf: scan.photoOf })}\n`,
    );
  }
  await browser.close();
});
