import { expect, it } from 'vitest';
import { documentName } from './document-name';

it.each([
  ['柳河镇/年报.docx', '柳河镇/年报.docx'],
  ['C:\\共享\\柳河镇\\年报.docx', '共享/柳河镇/年报.docx'],
  ['../../etc/passwd', 'etc/passwd'],
  ['/绝对/路径.docx', '绝对/路径.docx'],
  ['年报\u0000.docx', '年报.docx'],
  ['年报\u202Excod.exe', '年报xcod.exe'],
  ['', '未命名文件'],
  ['..', '未命名文件'],
])('%j is shown as %s', (name, shown) => expect(documentName(name)).toBe(shown));

it('cuts a name of 300 characters and keeps its ending', () => {
  const name = documentName(`${'长'.repeat(300)}.docx`);
  expect(name).toMatch(/…\.docx$/);
  expect([...name].length).toBe(120);
  expect(documentName(Array.from({ length: 9 }, (_, at) => `${at}${'夹'.repeat(60)}`).join('/')).length).toBeLessThanOrEqual(255);
});
