import { expect, it } from 'vitest';
import { decodeText } from './decode-text';

const text = '政府信息公开工作年度报告，行政许可12件';
const utf8 = new TextEncoder().encode(text);

it('reads UTF-8 with a stray byte as UTF-8, and as nothing else that a page declares', () => {
  const stray = Uint8Array.from([...utf8, 0xff, ...utf8]);
  expect(decodeText(stray)).toContain(text);
  expect(decodeText(stray, 'gb2312')).toContain(text);
});

it('reads UTF-16 without a mark', () => {
  expect(decodeText(Uint8Array.from(Buffer.from(text, 'utf16le')))).toBe(text);
  expect(decodeText(Uint8Array.from(Buffer.from(text, 'utf16le').swap16()))).toBe(text);
});
