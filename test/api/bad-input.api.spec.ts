import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportText, rosterCsv } from '../support/report-text';
import { startServer, type RunningServer } from '../support/server';

/** A zip with one entry, written by hand so that nothing of it depends on a library. */
function zipOf(name: string, content: Buffer): Buffer {
  const packed = deflateRawSync(content, { level: 9 });
  const table = Array.from(
    { length: 256 },
    (_, n) => Array.from({ length: 8 }).reduce<number>((c) => (c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1), n) >>> 0,
  );
  let crc = 0xffffffff;
  for (const byte of content) crc = (crc >>> 8) ^ table[(crc ^ byte) & 0xff]!;
  const checksum = (crc ^ 0xffffffff) >>> 0;
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(8, 8);
  header.writeUInt32LE(checksum, 14);
  header.writeUInt32LE(packed.length, 18);
  header.writeUInt32LE(content.length, 22);
  header.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(20, 6);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(checksum, 16);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(content.length, 24);
  central.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(30 + name.length + packed.length, 16);
  return Buffer.concat([header, Buffer.from(name), packed, central, Buffer.from(name), end]);
}

const photo = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(5000, 7)]);
const bomb = zipOf('word/document.xml', Buffer.alloc(90 * 1024 * 1024));
const minutes = zipOf(
  'word/document.xml',
  Buffer.from(
    '<w:document><w:body><w:p><w:r><w:t>关于召开全县防汛工作会议的通知，请各单位准时参加。</w:t></w:r></w:p></w:body></w:document>',
  ),
);
const good = reportText({ agency: '柳河镇人民政府', year: 2024 });

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
  await server.clerk.importRoster(rosterCsv);
});
afterAll(() => server.stop());

describe('a batch with bad files in it', () => {
  it('ends every file in a status with a sentence, and the good one is read', async () => {
    const done = await server.clerk.handInAndWait([
      { name: '空.docx', bytes: '' },
      { name: '照片.docx', bytes: photo },
      { name: '炸弹.docx', bytes: bomb },
      { name: '会议通知.docx', bytes: minutes },
      { name: '残缺.docx', bytes: minutes.subarray(0, 120) },
      { name: '外县.txt', bytes: reportText({ agency: '白水县教育局', year: 2024 }) },
      { name: '好.txt', bytes: good },
      { name: '好（同一份）.txt', bytes: good },
    ]);
    const outcome = Object.fromEntries([...done].map(([name, { status, reason }]) => [name, [status, reason]]));
    expect(outcome).toEqual({
      '空.docx': ['unreadable', 'empty'],
      '照片.docx': ['unreadable', 'unsupported_type'],
      '炸弹.docx': ['unreadable', 'bomb'],
      '会议通知.docx': ['not_a_report', 'other_document'],
      '残缺.docx': ['unreadable', 'damaged'],
      '外县.txt': ['unassigned', 'agency'],
      '好.txt': ['read', null],
      '好（同一份）.txt': ['duplicate', 'same-bytes'],
    });
    for (const { sentence } of done.values()) expect(sentence).toMatch(/[。]$/);
  });

  it('refuses a file of 30 MB and takes the one beside it', async () => {
    const { submissions, refused } = await server.clerk.handIn([
      { name: '大文件.docx', bytes: Buffer.alloc(30 * 1024 * 1024, 1) },
      { name: '石桥.txt', bytes: reportText({ agency: '石桥街道办事处', year: 2024 }) },
    ]);
    expect(refused).toEqual([expect.objectContaining({ fileName: '大文件.docx', code: 'file-too-large' })]);
    expect(submissions.map(({ fileName }) => fileName)).toEqual(['石桥.txt']);
  });

  it('answers a request without a file, and one with a bad question, in words', async () => {
    await expect(server.clerk.call('handIn', { body: new FormData() })).rejects.toMatchObject({ status: 400, code: 'no-file' });
    await expect(server.clerk.call('trend', { query: { breakdown: 'nonsense' } as never })).rejects.toMatchObject({
      status: 400,
      code: 'bad-request',
    });
    await expect(server.clerk.call('submission', { path: { id: "' or 1=1" } })).rejects.toMatchObject({
      status: 404,
      code: 'submission-not-found',
    });
  });
});
