import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../support/programs';
import { reportHtml, reportText, rosterCsv } from '../support/report-text';
import { startServer, type RunningServer } from '../support/server';
import { writeZip } from '../support/write-zip';

const gbk = { 柳河镇: Buffer.from('c1f8bad3d5f2', 'hex'), 年报: Buffer.from('c4eab1a8', 'hex') };
const report = (agency: string, year: number) => Buffer.from(reportText({ agency, year }));

describe('an archive handed in', () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await startServer();
    await server.clerk.importRoster(rosterCsv);
  });
  afterAll(() => server.stop());

  const settled = (batchId: string) =>
    until(async () => {
      const { submissions, counts } = await server.clerk.call('submissions', { query: { batch: batchId, limit: 500 } });
      return counts.received + counts.reading === 0 && new Map(submissions.map((one) => [one.fileName, one]));
    });

  it('becomes a submission for each file, named by its path, and says what was skipped and why', async () => {
    const inner = writeZip([{ name: '教育局2022.html', content: reportHtml({ agency: '清河县教育局', year: 2022 }) }]);
    const bundle = writeZip([
      {
        name: Buffer.concat([gbk.柳河镇, Buffer.from('/'), gbk.年报, Buffer.from('.txt')]),
        content: reportText({ agency: '我镇', year: 2023 }),
      },
      { name: '石桥街道/2023.txt', content: report('石桥街道办事处', 2023) },
      { name: '石桥街道/2023（再发）.txt', content: report('石桥街道办事处', 2023) },
      { name: '部门.zip', content: inner },
      { name: '__MACOSX/._x', content: 'x' },
      { name: 'Thumbs.db', content: 'x' },
      { name: '../../外面.txt', content: 'x' },
      { name: '空.docx', content: '' },
    ]);
    const { batchId } = await server.clerk.handIn([{ name: '各单位年报.zip', bytes: bundle }]);
    const all = await settled(batchId);
    expect(all.get('各单位年报.zip')).toMatchObject({
      status: 'expanded',
      sentence: '已展开 5 个文件，跳过 3 个。',
      skipped: [
        { name: '__MACOSX/._x', why: '苹果电脑自动附带的文件' },
        { name: 'Thumbs.db', why: 'Windows 自动附带的文件' },
        { name: '../../外面.txt', why: '路径不安全，没有取出' },
      ],
    });
    const others = [...all.values()].filter(({ archiveName }) => archiveName === '各单位年报.zip');
    expect(Object.fromEntries(others.map(({ fileName, status, agencyName, year }) => [fileName, [status, agencyName, year]]))).toEqual({
      '柳河镇/年报.txt': ['read', '清河县柳河镇人民政府', 2023],
      '石桥街道/2023.txt': ['read', '清河县石桥街道办事处', 2023],
      '石桥街道/2023（再发）.txt': ['duplicate', null, null],
      '部门.zip/教育局2022.html': ['read', '清河县教育局', 2022],
      '空.docx': ['unreadable', null, null],
    });
  });

  it('is a duplicate the second time, and nothing in it comes twice', async () => {
    const bundle = writeZip([{ name: 'a.txt', content: report('清河县教育局', 2024) }]);
    await settled((await server.clerk.handIn([{ name: '甲.zip', bytes: bundle }])).batchId);
    const before = (await server.clerk.call('submissions', { query: {} })).total;
    const again = await server.clerk.handInAndWait([{ name: '乙.zip', bytes: bundle }]);
    expect(again.get('乙.zip')).toMatchObject({ status: 'duplicate', sentence: '与已导入的“甲.zip”内容完全相同，未重复计入。' });
    expect((await server.clerk.call('submissions', { query: {} })).total).toBe(before + 1);
  });

  it('with a password, with nothing in it, or cut off ends with what to do', async () => {
    const whole = writeZip([{ name: '甲.docx', content: 'x'.repeat(500) }]);
    const done = await server.clerk.handInAndWait([
      { name: '密.zip', bytes: writeZip([{ name: '甲.docx', content: 'y', flags: 1 }]) },
      { name: '空.zip', bytes: writeZip([{ name: '__MACOSX/x', content: 'y' }]) },
      { name: '断.zip', bytes: whole.subarray(0, whole.length - 30) },
    ]);
    expect([...done.values()].map(({ fileName, status, reason }) => [fileName, status, reason]).sort()).toEqual([
      ['密.zip', 'unreadable', 'password'],
      ['断.zip', 'unreadable', 'damaged'],
      ['空.zip', 'unreadable', 'empty'],
    ]);
  });
});

describe('an archive whose server is killed while it is expanded', () => {
  it('loses none of its files and doubles none', async () => {
    const server = await startServer();
    try {
      await server.clerk.importRoster(rosterCsv);
      const agencies = ['柳河镇人民政府', '石桥街道办事处', '清河县教育局'];
      const entries = Array.from({ length: 120 }, (_, at) => ({
        name: `${at}.txt`,
        content: report(agencies[at % 3]!, 2019 + Math.floor(at / 3)),
      }));
      const { submissions } = await server.clerk.handIn([{ name: '全部.zip', bytes: writeZip(entries) }]);
      await until(async () => (await server.clerk.call('submissions', { query: {} })).total > 50);
      await server.program.end('SIGKILL');
      const again = await server.again();
      const counts = await until(async () => {
        const answer = await again.clerk.call('submissions', { query: {} });
        return answer.counts.expanded === 1 && answer.counts.received + answer.counts.reading === 0 && answer.counts;
      });
      expect(counts).toMatchObject({ read: 120, duplicate: 0, expanded: 1 });
      expect((await again.clerk.call('submission', { path: { id: submissions[0]!.id } })).sentence).toBe('已展开 120 个文件。');
      await again.program.end();
    } finally {
      await server.stop();
    }
  });
});
