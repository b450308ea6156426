import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { writeZip } from './write-zip';

const bytes = (text: string) => new TextEncoder().encode(text);

it('keeps two letters of one name apart and loses no byte of either', () => {
  const zip = writeZip([
    { name: '柳河镇（第1号）.docx', bytes: bytes('一') },
    { name: '柳河镇（第1号）.docx', bytes: bytes('二') },
    { name: '甲/乙:丙.docx', bytes: bytes('三') },
  ]);
  const files = Object.entries(unzipSync(zip)).map(([name, content]) => [name, new TextDecoder().decode(content)]);
  expect(files).toEqual([
    ['柳河镇（第1号）.docx', '一'],
    ['柳河镇（第1号）（2）.docx', '二'],
    ['甲_乙_丙.docx', '三'],
  ]);
});

it('writes the same bytes whenever it is written', () => {
  const files = [{ name: 'a.docx', bytes: bytes('一') }];
  expect(Buffer.from(writeZip(files)).equals(Buffer.from(writeZip(files)))).toBe(true);
});
