import type { OpenedDocument } from '../../document';
import { openHtml } from '../html/open-html';
import { refuse } from '../refusals';

interface Part {
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

const [mostParts, deepest] = [500, 5];

/** Headers (folded lines joined) and body of a part; bytes are given as characters 0 to 255. */
function partOf(text: string): Part {
  const end = /\r?\n[ \t]*\r?\n|\r\r/.exec(text);
  const head = end ? text.slice(0, end.index) : text;
  const headers = new Map<string, string>();
  for (const line of head.replaceAll(/\r?\n[ \t]+/g, ' ').split(/\r?\n|\r/)) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return { headers, body: end ? text.slice(end.index + end[0].length) : '' };
}

const setting = (header: string, name: string) =>
  new RegExp(`${name}\\s*=\\s*(?:"([^"]*)"|([^;\\s]+))`, 'i').exec(header)?.slice(1).find(Boolean);

/** The first page (text/html) among the parts of a message, from outside in. */
function firstPage(part: Part, depth = 0): Part | undefined {
  const type = part.headers.get('content-type') ?? 'text/plain';
  if (/^text\/html/i.test(type)) return part;
  const boundary = setting(type, 'boundary');
  if (!/^multipart\//i.test(type) || !boundary || depth >= deepest) return undefined;
  const pieces = part.body.split(`--${boundary}`).slice(1, mostParts);
  for (const [place, piece] of pieces.entries()) {
    if (piece.startsWith('--')) break;
    // A part that no further boundary ends was cut off.
    if (place === pieces.length - 1) refuse('damaged');
    const found = firstPage(partOf(piece.replace(/^[ \t]*\r?\n/, '')), depth + 1);
    if (found) return found;
  }
  return undefined;
}

const fromQuotedPrintable = (text: string) =>
  text
    .replaceAll(/[ \t]+(?=\r?\n)/g, '')
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

function bytesOf({ headers, body }: Part): Buffer {
  const encoding = (headers.get('content-transfer-encoding') ?? '').toLowerCase();
  if (encoding === 'base64') return Buffer.from(body.replaceAll(/[^a-z0-9+/]/gi, ''), 'base64');
  return Buffer.from(encoding === 'quoted-printable' ? fromQuotedPrintable(body) : body, 'latin1');
}

/** A web page saved whole (MHTML), as browsers and Word write it: its first page goes to the opener of pages. */
export function openMhtml(bytes: Uint8Array): OpenedDocument {
  const message = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1').trimStart();
  const page = firstPage(partOf(message));
  if (!page) return refuse('unsupported_type', '这是网页归档文件（.mht），里面没有网页正文。请让填报单位另存为 Word（.docx）后重新报送。');
  return { ...openHtml(bytesOf(page), setting(page.headers.get('content-type') ?? '', 'charset')), type: 'mhtml' };
}
