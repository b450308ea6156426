const decodeWith = (encoding: string, bytes: Uint8Array, fatal = false): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** Characters of the statutory labels in both scripts: whichever decoding shows more of them is the right one. */
const telling = /[政府信息公开年度报告规章许可处罚强制收费申请总计開請報規許處罰費總計]/g;
const score = (text: string) => (text.match(telling) ?? []).length;

/** Text of bytes in UTF-8, UTF-16, GB18030 or Big5. `declared` is the charset a page names, used before guessing. */
export function decodeText(bytes: Uint8Array, declared?: string): string {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return decodeWith('utf-8', bytes) ?? '';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeWith('utf-16le', bytes) ?? '';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeWith('utf-16be', bytes) ?? '';
  const zeros = [0, 0];
  bytes.subarray(0, 4096).forEach((byte, place) => (zeros[place % 2]! += byte === 0 ? 1 : 0));
  if (Math.max(zeros[0]!, zeros[1]!) > Math.min(bytes.length, 4096) * 0.02) {
    return decodeWith(zeros[1]! > zeros[0]! ? 'utf-16le' : 'utf-16be', bytes) ?? '';
  }
  const utf8 = decodeWith('utf-8', bytes, true);
  if (utf8 !== undefined) return utf8;
  // One stray byte makes no other encoding of a text: what shows most of the form's own words is right, what is declared wins a draw.
  const names = ['gb18030', 'big5', 'utf-8'];
  if (declared && /big5/i.test(declared)) names.unshift('big5');
  const texts = names.map((name) => decodeWith(name, bytes) ?? '');
  return texts.reduce((one, other) => (score(other) > score(one) ? other : one));
}
