const charsets: Readonly<Record<number, string>> = { 128: 'shift_jis', 129: 'euc-kr', 134: 'gb18030', 136: 'big5' };
const pages: Readonly<Record<number, string>> = {
  932: 'shift_jis', 936: 'gb18030', 949: 'euc-kr', 950: 'big5', 1250: 'windows-1250', 1251: 'windows-1251', 1252: 'windows-1252', 54936: 'gb18030', 65001: 'utf-8',
}; // prettier-ignore

/** Encodings by their numbers in RTF: of the document (\ansicpg) and of a font (\fcharset, none where it is the document's). */
export const charsetPages = {
  page: (number: number): string => pages[number] ?? 'gb18030',
  charset: (number: number): string | undefined => charsets[number],
};

const decoders = new Map<string, InstanceType<typeof TextDecoder>>();

/** Text of bytes given as characters 0 to 255. */
export function decoded(bytes: string, page: string): string {
  if (!/[\u0080-\u00ff]/.test(bytes)) return bytes;
  if (!decoders.has(page)) decoders.set(page, new TextDecoder(page));
  return decoders.get(page)!.decode(Buffer.from(bytes, 'latin1'));
}
