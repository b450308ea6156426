import { randomFillSync } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isArchive } from './is-archive';
import { takeOut } from './take-out';
import { writeZip, type ZipEntry } from './write-zip.testing';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'mingshu-take-out-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const take = (...entries: ZipEntry[]) => takeOut(writeZip(entries), folder);
const named = async (...entries: ZipEntry[]) => {
  const contents = await take(...entries);
  return contents.kind === 'archive' ? { members: contents.members.map(({ name }) => name), skipped: contents.skipped } : contents;
};
const gbk = (text: string) => Buffer.from({ 柳河镇: 'c1f8bad3d5f2', 年报: 'c4eab1a8' }[text]!, 'hex');

describe('the files of an archive', () => {
  it('come out with their paths, in UTF-8 or GBK, whatever the flags say', async () => {
    const inGbk = Buffer.concat([gbk('柳河镇'), Buffer.from('/'), gbk('年报'), Buffer.from('.docx')]);
    expect(await named({ name: '石桥镇/年报.txt', content: '一' }, { name: inGbk, content: '二' }, { name: '空/', content: '' })).toEqual({
      members: ['石桥镇/年报.txt', '柳河镇/年报.docx'],
      skipped: [],
    });
    expect(readFileSync(join(folder, '1'), 'utf8')).toBe('二');
  });

  it('come out of an archive in it, and of none within that', async () => {
    const deepest = writeZip([{ name: '丙.txt', content: '三' }]);
    const inner = writeZip([
      { name: '乙.txt', content: '二' },
      { name: '更深.zip', content: deepest },
    ]);
    expect(await named({ name: '甲.txt', content: '一' }, { name: '内.zip', content: inner })).toEqual({
      members: ['甲.txt', '内.zip/乙.txt'],
      skipped: [{ name: '内.zip/更深.zip', why: '压缩包嵌套过深，请解开后单独导入' }],
    });
  });

  it('stay behind where they are no documents, or are not safe, each with its reason', async () => {
    const contents = await named(
      { name: '__MACOSX/._年报.docx', content: 'x' },
      { name: 'Thumbs.db', content: 'x' },
      { name: '柳河镇/~$年报.docx', content: 'x' },
      { name: '../../etc/cron.d/x', content: 'x' },
      { name: '..\\x.txt', content: 'x' },
      { name: '/etc/passwd', content: 'x' },
      { name: 'a\0.docx', content: 'x' },
      { name: '链接.docx', content: '/etc/passwd', attributes: 0o120777 },
      { name: '密.docx', content: 'x', flags: 1 },
      { name: '好.txt', content: '好' },
    );
    expect(contents).toMatchObject({ members: ['好.txt'] });
    expect('skipped' in contents && contents.skipped.map(({ why }) => why)).toEqual([
      '苹果电脑自动附带的文件',
      'Windows 自动附带的文件',
      '文档打开时留下的临时文件',
      '路径不安全，没有取出',
      '路径不安全，没有取出',
      '路径不安全，没有取出',
      '路径不安全，没有取出',
      '是指向别处的链接，没有内容',
      '设有密码，请取消密码后单独导入',
    ]);
    expect(readdirSync(folder)).toEqual(['0']);
  });

  it('stay behind where they are damaged, lie about their size or explode, and their neighbours come out', async () => {
    expect(
      await named(
        { name: '校验不符.txt', content: '一二三', checksum: 1 },
        { name: '谎报.txt', content: 'x'.repeat(5000), declared: 100 },
        { name: '炸弹.xml', content: Buffer.alloc(19 * 1024 * 1024) },
        { name: '过大.bin', content: 'x', declared: 30 * 1024 * 1024 },
        { name: '好.txt', content: '好' },
      ),
    ).toEqual({
      members: ['好.txt'],
      skipped: [
        { name: '校验不符.txt', why: '在压缩包中已损坏，请重新索要' },
        { name: '谎报.txt', why: '在压缩包中已损坏，请重新索要' },
        { name: '炸弹.xml', why: '解压后异常庞大，没有取出' },
        { name: '过大.bin', why: '超过 20 MB，请压缩其中的图片后单独导入' },
      ],
    });
  });
});

describe('an archive as a whole', () => {
  it('is refused where it has a password throughout', async () => {
    expect(await named({ name: 'a.docx', content: 'x', flags: 1 })).toMatchObject({ kind: 'unreadable', reason: 'password' });
  });

  it('is refused where it has more than 1,000 files, also with those of inner archives', async () => {
    const many = (count: number) => Array.from({ length: count }, (_, at) => ({ name: `${at}.txt`, content: 'x' }));
    expect(await named(...many(1001))).toMatchObject({ kind: 'unreadable', reason: 'too_large' });
    expect(await named({ name: '内.zip', content: writeZip(many(600)) }, ...many(500))).toMatchObject({ reason: 'too_large' });
  });

  it('is refused as soon as 200 MB have come out', async () => {
    const content = randomFillSync(Buffer.alloc(18 * 1024 * 1024), 0, 1024 * 1024);
    const entries = Array.from({ length: 12 }, (_, at) => ({ name: `${at}.txt`, content }));
    expect(await takeOut(writeZip(entries), folder)).toMatchObject({ reason: 'bomb' });
  }, 30_000);

  it('is refused before anything comes out where its entries lie over one another', async () => {
    expect(await takeOut(writeZip([{ name: '甲.txt', content: 'x'.repeat(100), copies: 2 }]), folder)).toMatchObject({ reason: 'bomb' });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is refused where its directory is cut off, and where it is no zip', async () => {
    const whole = writeZip([{ name: 'a.txt', content: 'x'.repeat(100) }]);
    expect(await takeOut(whole.subarray(0, 80), folder)).toMatchObject({ reason: 'damaged' });
    expect(await takeOut(Buffer.from('no zip'), folder)).toMatchObject({ reason: 'damaged' });
  });
});

it('is told from a document that is a zip inside', async () => {
  expect(await isArchive(writeZip([{ name: '年报.docx', content: 'x' }]))).toBe(true);
  expect(await isArchive(writeZip([{ name: 'word/document.xml', content: 'x' }]))).toBe(false);
  expect(await isArchive(writeZip([{ name: 'OFD.xml', content: 'x' }]))).toBe(false);
  expect(await isArchive(Buffer.from('PK\x03\x04 cut'))).toBe(false);
});
