import type { OpenedDocument } from '../document';
import { refuse } from '../opening/refusals';
import { rasterisePicture } from '../picture/rasterise-picture';
import { readScans, type Scans } from './read-scans';
import { pixelsToRead } from './scan-page';

const noContent = { glyphs: [], rulings: [], pictures: 1, width: 0, height: 0 };

/** A photo or a scan of one page or, as TIFF, of several. */
export async function openPicture(bytes: Uint8Array, scans: Scans): Promise<OpenedDocument> {
  if (typeof scans === 'string') return refuse('scanned');
  const draw = (page: number) => rasterisePicture(bytes, page, pixelsToRead, true);
  const first = await draw(1);
  const numbers = Array.from({ length: first.pages }, (_, index) => index + 1);
  const blocks = await readScans(
    numbers.map(() => noContent),
    numbers,
    (page) => (page === 1 ? Promise.resolve(first) : draw(page)),
    scans,
  );
  return { kind: 'opened', type: 'picture', blocks, traits: { scripts: 0, links: [], pictures: first.pages } };
}
