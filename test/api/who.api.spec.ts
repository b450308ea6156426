import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../support/programs';
import { reportText } from '../support/report-text';
import { startServer, type RunningServer } from '../support/server';

const roster = [
  '单位代码,单位名称,类别,别名,起用年度,停用年度',
  '990001101,清河县柳河镇人民政府,镇,柳河镇,2019,',
  '990001102,清河县石桥镇人民政府,镇,石桥,2019,',
  '990001103,清河县石桥街道办事处,街道,石桥,2019,',
  '990001201,清河县教育局,部门,,2019,',
  '990001202,清河县环境保护局,部门,,2019,2019',
  '990001203,东江市生态环境局清河分局,部门,清河县环境保护局,2020,',
].join('\r\n');

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
  await server.clerk.importRoster(roster);
});
afterAll(() => server.stop());

const agencyId = async (name: string) => (await server.clerk.call('agencies', {})).find((agency) => agency.name === name)!.id;

describe('a document whose agency is not certain', () => {
  it('waits with what each sign says and the agencies it may be', async () => {
    const done = await server.clerk.handInAndWait([
      { name: '一.txt', bytes: reportText({ agency: '石桥', year: 2024 }) },
      { name: '二.txt', bytes: reportText({ agency: '白水县柳河镇人民政府', year: 2024 }) },
      { name: '三.txt', bytes: reportText({ agency: '清河县教体局', year: 2024 }) },
    ]);
    expect(done.get('一.txt')).toMatchObject({
      status: 'unassigned',
      sentence: '文件写的“石桥”可能是清河县石桥镇人民政府、清河县石桥街道办事处，不能确定。请选择。',
      who: {
        kind: 'ambiguous',
        candidates: [{ name: '清河县石桥镇人民政府' }, { name: '清河县石桥街道办事处' }],
        years: [2024],
        agencySigns: expect.arrayContaining([expect.objectContaining({ where: 'title', value: '石桥' })]),
      },
    });
    expect(done.get('二.txt')).toMatchObject({ who: { kind: 'foreign' } });
    expect(done.get('三.txt')).toMatchObject({ who: { kind: 'unknown', candidates: [{ name: '清河县教育局' }] } });
  });

  it('is told apart by its folder, and by the year where an agency was renamed', async () => {
    const done = await server.clerk.handInAndWait([
      { name: '石桥街道/2023年报.txt', bytes: reportText({ agency: '石桥', year: 2023 }) },
      { name: '环保局2019.txt', bytes: reportText({ agency: '清河县环境保护局', year: 2019 }) },
      { name: '环保局2021.txt', bytes: reportText({ agency: '清河县环境保护局', year: 2021 }) },
    ]);
    expect([...done.values()].map(({ fileName, status, agencyName }) => [fileName, status, agencyName]).sort()).toEqual([
      ['环保局2019.txt', 'read', '清河县环境保护局'],
      ['环保局2021.txt', 'read', '东江市生态环境局清河分局'],
      ['石桥街道/2023年报.txt', 'read', '清河县石桥街道办事处'],
    ]);
  });

  it('is assigned with one choice; a remembered name settles the others that bear it, and the next to come', async () => {
    const waiting = await server.clerk.handInAndWait([
      { name: 'a.txt', bytes: reportText({ agency: '清河县教体局', year: 2022 }) },
      { name: 'b.txt', bytes: reportText({ agency: '清河县教体局', year: 2023 }) },
    ]);
    const first = waiting.get('a.txt')!;
    await server.clerk.call('assign', {
      path: { id: first.id },
      body: { agencyId: await agencyId('清河县教育局'), year: 2022, remember: true },
    });
    await until(async () => {
      const { submissions } = await server.clerk.call('submissions', { query: { batch: first.batchId } });
      return submissions.every(({ status, agencyName }) => status === 'read' && agencyName === '清河县教育局');
    });
    const next = await server.clerk.handInAndWait([{ name: 'c.txt', bytes: reportText({ agency: '清河县教体局', year: 2021 }) }]);
    expect(next.get('c.txt')).toMatchObject({ status: 'read', agencyName: '清河县教育局' });
  });

  it('says both where the person named another unit than the document', async () => {
    const done = await server.clerk.handInAndWait([{ name: 'd.txt', bytes: reportText({ agency: '柳河镇人民政府', year: 2024 }) }], {
      agencyId: await agencyId('清河县教育局'),
      year: '2020',
    });
    expect(done.get('d.txt')?.sentence).toBe(
      '已读入清河县教育局 2020 年度报告；注意：文件中写的年度是 2024，文件中写的单位是“柳河镇人民政府”。',
    );
  });

  it('is read again with the others of its status, once the roster has been completed', async () => {
    const done = await server.clerk.handInAndWait([{ name: 'e.txt', bytes: reportText({ agency: '清河县新桥镇人民政府', year: 2024 }) }]);
    expect(done.get('e.txt')).toMatchObject({ status: 'unassigned' });
    await server.clerk.call('addAgency', {
      body: { code: '990001104', name: '清河县新桥镇人民政府', kind: '镇', aliases: [], firstYear: null, lastYear: null },
    });
    expect((await server.clerk.call('retryAll', { body: { batch: done.get('e.txt')!.batchId } })).count).toBe(1);
    await until(async () => (await server.clerk.call('submission', { path: { id: done.get('e.txt')!.id } })).status === 'read');
  });
});
