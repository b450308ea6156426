import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportText, rosterCsv } from '../support/report-text';
import { startServer, type RunningServer } from '../support/server';
import { writeZip } from '../support/write-zip';

const zipOf = (name: string, content: Buffer) => writeZip([{ name, content }]);
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
      // No picture at all behind its first bytes; where pictures are not read, nobody looks further.
      '照片.docx': ['unreadable', expect.stringMatching(/^(damaged|scanned)$/)],
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
