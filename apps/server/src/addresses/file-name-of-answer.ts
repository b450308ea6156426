import { documentName } from '../documents/document-name';
import type { FetchedAnswer } from './fetch-checked';

const decoded = (text: string) => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** Header bytes arrive as Latin-1; Chinese sites put UTF-8 into them. */
const asUtf8 = (text: string) => {
  const read = Buffer.from(text, 'latin1').toString('utf8');
  return read.includes('\uFFFD') ? text : read;
};

/** What a fetched document is called: the name its server gives it, else the last part of the address, a page by its host. */
export function fileNameOfAnswer({ finalAddress, headers }: FetchedAnswer): string {
  const disposition = String(headers['content-disposition'] ?? '');
  const extended = /filename\*\s*=\s*UTF-8''([^;]+)/i.exec(disposition)?.[1];
  const plain = /filename\s*=\s*(?:"([^"]+)"|([^;]+))/i.exec(disposition);
  const { pathname, hostname } = new URL(finalAddress);
  const last = decoded(pathname.split('/').at(-1) ?? '');
  const given = extended ? decoded(extended) : plain ? decoded(asUtf8((plain[1] ?? plain[2] ?? '').trim())) : '';
  return documentName(given.split(/[\\/]/).at(-1) || last || `${hostname}.html`);
}
