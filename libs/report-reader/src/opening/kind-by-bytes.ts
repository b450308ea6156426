/** What the first bytes say a file is; its name is not asked. */
export type FileKind =
  | 'empty'
  | 'zip'
  | 'ole'
  | 'pdf'
  | 'rtf'
  | 'picture'
  | 'html'
  | 'mhtml'
  | 'sheet-xml'
  | 'word-xml'
  | 'other-archive'
  | 'program'
  | 'text'
  | 'unknown';

const startsWith = (bytes: Uint8Array, ...signature: number[]) => signature.every((byte, place) => bytes[place] === byte);

const pictures = [
  [0xff, 0xd8, 0xff],
  [0x89, 0x50, 0x4e, 0x47],
  [0x47, 0x49, 0x46, 0x38],
  [0x42, 0x4d],
  [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a],
];

/** RAR, 7z, gzip, bzip2, xz. */
const otherArchives = [
  [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07],
  [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c],
  [0x1f, 0x8b, 0x08],
  [0x42, 0x5a, 0x68, 0x39],
  [0xfd, 0x37, 0x7a, 0x58, 0x5a],
];
const isTar = (bytes: Uint8Array) => Buffer.from(bytes.subarray(257, 262)).toString('latin1') === 'ustar';
/** Windows and Linux programs. */
const isProgram = (bytes: Uint8Array) =>
  startsWith(bytes, 0x7f, 0x45, 0x4c, 0x46) || (startsWith(bytes, 0x4d, 0x5a) && bytes.subarray(0, 4096).includes(0));

/** Control characters that no text holds. UTF-16 text has zero bytes, but only on one side of each pair. */
function looksBinary(bytes: Uint8Array): boolean {
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) return false;
  const sample = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  let controls = 0;
  sample.forEach((byte, place) => {
    if (byte === 0) zeros[place % 2]! += 1;
    else if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls += 1;
  });
  const isUtf16 = Math.max(zeros[0]!, zeros[1]!) > sample.length * 0.02 && Math.min(zeros[0]!, zeros[1]!) === 0;
  return !isUtf16 && (zeros[0]! + zeros[1]! > 0 || controls > sample.length * 0.02);
}

export function kindByBytes(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'empty';
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06)) return 'zip';
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'ole';
  if (otherArchives.some((signature) => startsWith(bytes, ...signature)) || isTar(bytes)) return 'other-archive';
  if (isProgram(bytes)) return 'program';
  if (pictures.some((signature) => startsWith(bytes, ...signature))) return 'picture';
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  if (head.slice(0, 1024).includes('%PDF-')) return 'pdf';
  if (head.startsWith('{\\rtf')) return 'rtf';
  if (/^(MIME-Version|From:|Content-Type:)/i.test(head.trimStart())) return 'mhtml';
  if (looksBinary(bytes)) return 'unknown';
  const markup = head.replaceAll('\0', '');
  if (/<(\w+:)?Workbook[\s>]/.test(markup) && markup.includes('urn:schemas-microsoft-com:office:spreadsheet')) return 'sheet-xml';
  if (/<w:wordDocument[\s>]|<pkg:package[\s>]/.test(markup)) return 'word-xml';
  if (/<(!doctype\s+html|html|head|body|table|div|meta|p|span)[\s>]/i.test(markup)) return 'html';
  return head.trim() === '' && bytes.length < 4096 ? 'empty' : 'text';
}
