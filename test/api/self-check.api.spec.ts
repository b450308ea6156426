import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { SelfCheckAnswer } from '@mingshu/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Clerk } from '../support/clerk';
import { reportText, rosterCsv } from '../support/report-text';
import { startServer, type RunningServer } from '../support/server';

let server: RunningServer;
let nobody: Clerk;
beforeAll(async () => {
  server = await startServer();
  await server.clerk.importRoster(rosterCsv);
  nobody = Clerk.nobody(server.address);
});
afterAll(() => server.stop());

const check = (text: string, name: string, year?: string): Promise<SelfCheckAnswer> => {
  const body = new FormData();
  if (year) body.append('year', year);
  body.append('file', new Blob([text]), name);
  return nobody.call('selfCheck', { body });
};

it('checks a file for someone without an account, says where it is wrong and what was not tested, and keeps nothing', async () => {
  const right = reportText({ agency: '清河县柳河镇人民政府', year: 2024 });
  const answer = await check(right, '柳河镇.txt');
  expect(answer).toMatchObject({ kind: 'checked', agencyName: '清河县柳河镇人民政府', year: 2024, counts: { unread: 0 } });
  if (answer.kind !== 'checked') throw new Error('refused');
  expect(answer.notLookedAt.join()).toContain('没有用上年的年报核对');
  expect(answer.untested.length).toBeGreaterThan(0);

  const { submissions } = await server.clerk.call('submissions', { query: {} });
  expect(submissions).toEqual([]);
  const documents = join(server.dataFolder, 'documents');
  const kept = readdirSync(documents, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  // The roster file alone.
  expect(kept).toHaveLength(1);
  expect(readdirSync(join(documents, 'incoming'))).toEqual([]);
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
