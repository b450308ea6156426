import { kindByBytes } from './kind-by-bytes';
import { ofdPages } from './ofd/open-ofd';
import type { PageContent } from './page/page-content';
import { pdfPages } from './pdf/open-pdf';
import { readZip } from './zip';

/**
 * The pages of a document that consists of pages (PDF, OFD): characters and lines in points from each page's top left, so that the
 * original can be drawn beside its reading. `undefined` for any other document. Throws a refusal where the document cannot be opened.
 */
export async function pageContents(bytes: Uint8Array): Promise<readonly PageContent[] | undefined> {
  const kind = kindByBytes(bytes);
  if (kind === 'pdf') return pdfPages(bytes);
  if (kind !== 'zip') return undefined;
  const names = await readZip(bytes, (name) => name === 'OFD.xml');
  return names.has('OFD.xml') ? ofdPages(await readZip(bytes, (name) => /\.xml$/i.test(name))) : undefined;
}
