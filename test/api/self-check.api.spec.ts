import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { SelfCheckAnswer } from '@mingshu/contracts';
import { links } from '@mingshu/contracts/routes';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Clerk } from '../support/clerk';
import { until } from '../support/programs';
import { balanced, reportText, rosterCsv } from '../support/report-text';
import { startServer, type RunningServer } from '../support/server';

let server: RunningServer;
let nobody: Clerk;
beforeAll(async () => {
  server = await startServer();
  await server.clerk.importRoster(rosterCsv);
  nobody = Clerk.nobody(server.address);
});
afterAll(() => server.stop());

const check = (text: string | Uint8Array, name: string, year?: string): Promise<SelfCheckAnswer> => {
  const body = new FormData();
  if (year) body.append('year', year);
  body.append('file', new Blob([text as BlobPart]), name);
  return nobody.call('selfCheck', { body });
};

it('checks a file for someone without an account, says where it is wrong and what was not tested, and keeps nothing', async () => {
  const right = reportText({ agency: '清河县柳河镇人民政府', year: 2024 });
  const answer = await check(right, '柳河镇.txt');
  expect(answer).toMatchObject({ kind: 'checked', agencyName: '清河县柳河镇人民政府', year: 2024, counts: { unread: 0 } });
  if (answer.kind !== 'checked') throw new Error('refused');
  expect(answer.comparedWith).toBeNull();
  expect(answer.notLookedAt.join()).toContain('没有用上年数据核对：本单位 2023 年度报告没有经核对确认已公开');
  expect(answer.untested.length).toBeGreaterThan(0);

  const { submissions } = await server.clerk.call('submissions', { query: {} });
  expect(submissions).toEqual([]);
  const documents = join(server.dataFolder, 'documents');
  const kept = readdirSync(documents, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  // The roster file alone.
  expect(kept).toHaveLength(1);
  expect(readdirSync(join(documents, 'incoming'))).toEqual([]);
});

it('gives the report back with the wrong cell marked and commented, and keeps nothing of that either', async () => {
  const body = new FormData();
  const wrong = reportText({ agency: '清河县柳河镇人民政府', year: 2024, figures: { ...balanced, 'disputes.review.total': 1 } });
  body.append('file', new Blob([wrong]), '柳河镇.txt');
  const response = await nobody.fetch(links.annotatedCheck, { method: 'POST', body });
  expect(decodeURIComponent(response.headers.get('content-disposition')!)).toContain('柳河镇（自查标注版）.docx');
  const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
  const plain = (name: string) => strFromU8(files[name]!).replaceAll(/<[^>]+>/g, '');
  expect(plain('word/comments.xml')).toMatch(/〔错误\d〕表四.*总计.*应为 0，填写 1/);
  expect(plain('word/document.xml')).toMatch(/1〔错误\d〕/);
  expect(readdirSync(join(server.dataFolder, 'documents', 'incoming'))).toEqual([]);
});

it('holds a file against last year only where that report is known to be public, and then says so', async () => {
  const agencyId = (await server.clerk.call('agencies', {})).find(({ name }) => name.includes('柳河镇'))!.id;
  const lastYear = reportText({ agency: '清河县柳河镇人民政府', year: 2023, figures: { ...balanced, 'requests.carried_out.total': 0 } });
  await server.clerk.handInAndWait([{ name: '柳河2023.txt', bytes: lastYear }]);
  const carried = { ...balanced, 'requests.carried_in.natural_person': 3, 'requests.carried_in.total': 3 };
  const mine = reportText({ agency: '清河县柳河镇人民政府', year: 2024, figures: carried });
  const look = async () => {
    const answer = await check(mine, '柳河镇.txt');
    if (answer.kind !== 'checked') throw new Error('refused');
    return { comparedWith: answer.comparedWith, carryOver: answer.findings.some((finding) => finding.check === 'YOY-CARRY') };
  };
  // Handed in to the county, but nobody has seen it published: a stranger is told nothing of it.
  expect(await look()).toEqual({ comparedWith: null, carryOver: false });
  const form = new FormData();
  for (const [key, value] of Object.entries({ agencyId, address: 'http://www.example.gov.cn/2023.html' })) form.append(key, value);
  form.append('file', new Blob([lastYear]), '公开页2023.txt');
  await server.clerk.fetch('/api/rounds/2023/publications/registrations', { method: 'POST', body: form });
  await until(async () => {
    const { lines } = await server.clerk.call('publications', { path: { year: 2023 } });
    return lines.some((line) => line.agencyId === agencyId && line.state === 'matches');
  });
  expect(await look()).toEqual({ comparedWith: 2023, carryOver: true });
});

it('says what to do with an archive', async () => {
  const answer = await check(zipSync({ '柳河镇.txt': strToU8('x') }), '全部.zip');
  expect(answer).toMatchObject({ kind: 'refused', sentence: expect.stringContaining('请先解压') as string });
});

it('answers in words what it cannot check', async () => {
  expect(await check('', '空白.docx')).toMatchObject({ kind: 'refused', sentence: expect.stringContaining('这是一个空文件') as string });
  const response = await nobody.fetch('/api/self-check', { method: 'POST' });
  expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([400, 'no-file']);
});

it('is switched off by the county, and takes no more than twenty files in ten minutes from one address', async () => {
  await server.clerk.call('saveSelfCheckRule', { body: { isOn: false } });
  expect(await nobody.call('selfCheckRule', {})).toMatchObject({ isOn: false });
  await expect(check('x', 'a.txt')).rejects.toMatchObject({ status: 403, code: 'self-check-off' });
  await server.clerk.call('saveSelfCheckRule', { body: { isOn: true } });
  const answers: number[] = [];
  for (let time = 0; time < 20; time += 1)
    answers.push(
      await check('', 'a.txt').then(
        () => 200,
        (error: { status: number }) => error.status,
      ),
    );
  expect(answers[0]).toBe(200);
  expect(answers.at(-1)).toBe(429);
});
