import type { Place } from '@mingshu/report-format';
import type { Block } from '../document';
import { refuse } from '../opening/refusals';
import { blocksOfPages } from '../opening/page/page-blocks';
import type { PageContent } from '../opening/page/page-content';
import type { PageRaster } from '../picture/raster';
import { aligned } from './aligned';
import type { Recogniser } from './recogniser';
import { scanPage, type ScannedPage } from './scan-page';

/** What reads pages that are pictures. `onPage` hears of each page before it is read: every page has its own time. */
export interface ScanReading {
  readonly model: Recogniser;
  readonly onPage?: () => void;
}

/** Who reads pages that are pictures: a reader at hand; another process later, then the document is left to it; or nobody. */
export type Scans = ScanReading | 'later' | 'none';

/** Most scanned pages of one document. */
export const mostScannedPages = 30;

const round = (value: number) => Math.round(value * 10) / 10;

/** A place on an upright and straight page as the place on the page as it came. */
function placeBefore(place: Place, scanned: ReadonlyMap<number, ScannedPage>): Place {
  const page = place.kind === 'page' ? scanned.get(place.page) : undefined;
  if (place.kind !== 'page' || !page) return place;
  const [left, top, right, bottom] = place.box;
  const box = page.onPage({ left, top, right, bottom });
  return { ...place, box: [round(box.left), round(box.top), round(box.right), round(box.bottom)] };
}

/** Blocks of a document of which the pages `numbers` (from 1) are pictures: those are drawn and read, one after the other, the others kept. */
export async function readScans(
  pages: readonly PageContent[],
  numbers: readonly number[],
  draw: (page: number) => Promise<PageRaster>,
  { model, onPage }: ScanReading,
): Promise<Block[]> {
  if (numbers.length > mostScannedPages)
    refuse('too_large', `这份文件有 ${numbers.length} 页扫描页，超过 ${mostScannedPages} 页，未识读。请只导入报告本身。`);
  const scanned = new Map<number, ScannedPage>();
  for (const number of numbers) {
    onPage?.();
    const page = await scanPage(await draw(number), model);
    const before = scanned.get(number - 1);
    scanned.set(number, before ? aligned(page, before) : page);
  }
  const blocks = blocksOfPages(pages.map((page, index) => scanned.get(index + 1)?.content ?? page));
  const moved = <Placed extends { readonly place: Place }>(placed: Placed): Placed => ({
    ...placed,
    place: placeBefore(placed.place, scanned),
  });
  return blocks.map((block) => (block.kind === 'grid' ? { ...block, rows: block.rows.map((cells) => cells.map(moved)) } : moved(block)));
}
