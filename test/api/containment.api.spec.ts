import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Submission } from '@mingshu/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { badFiles, type BadFile } from '../support/bad-files';
import { top, until } from '../support/programs';
import { reportText, rosterCsv } from '../support/report-text';
import { startServer, type RunningServer } from '../support/server';

const askedOfCanary: string[] = [];
let canary: Server;
let server: RunningServer;
let files: BadFile[];
let ended: Map<string, Submission>;

beforeAll(async () => {
  canary = createServer(({ url }, response) => {
    askedOfCanary.push(url ?? '');
    response.end();
  });
  await new Promise<void>((resolve) => canary.listen(0, '127.0.0.1', resolve));
  files = badFiles(`http://127.0.0.1:${(canary.address() as AddressInfo).port}/canary`);
  server = await startServer({ READING_SECONDS: '8' });
  await server.clerk.importRoster(rosterCsv);
  const neighbours = ['柳河镇人民政府', '石桥街道办事处', '清河县教育局'].map((agency) => ({
    name: `${agency}.txt`,
    bytes: reportText({ agency, year: 2024 }),
  }));
  const all = [...files.slice(0, 20), neighbours[0]!, ...files.slice(20, 40), neighbours[1]!, ...files.slice(40), neighbours[2]!];
  const { batchId, submissions } = await server.clerk.handIn(all);
  const kinds = new Map(submissions.map(({ id }, at) => [id, all[at]!.name]));
  ended = await until(async () => {
    const list = await server.clerk.call('submissions', { query: { batch: batchId, limit: 500 } });
    const isOver = list.counts.received + list.counts.reading === 0;
    return isOver && new Map(list.submissions.map((one) => [kinds.get(one.id) ?? one.fileName, one]));
  });
}, 600_000);
afterAll(async () => {
  await server?.stop();
  canary?.close();
});

describe('at least forty files made to do harm', () => {
  it('each end with a reason that fits', () => {
    expect(files.length).toBeGreaterThanOrEqual(40);
    const unfit = files.filter(({ name, reasons }) => !reasons.includes(ended.get(name)?.reason ?? 'none'));
    expect(unfit.map(({ kind, name }) => [kind, ended.get(name)?.status, ended.get(name)?.reason])).toEqual([]);
  });

  it('each end with a Chinese sentence that says what to do, as the documentation lists it', () => {
    const page = readFileSync(join(top, 'docs/bad-files.md'), 'utf8');
    const told = files.map(({ kind, name }) => [kind, ended.get(name)?.sentence ?? '']);
    expect(told.filter(([, sentence]) => !/请|点“重试”|不计入汇总/.test(sentence!))).toEqual([]);
    if (process.env.SHOW_BAD_FILES) console.log(told.map(([kind, sentence]) => `| ${kind} | ${sentence} |`).join('\n'));
    expect(told.filter(([, sentence]) => !page.includes(sentence!))).toEqual([]);
  });

  it('hold up none of their neighbours', () => {
    const read = [...ended.values()].filter(({ status }) => status === 'read');
    expect(read.map(({ agencyName }) => agencyName).sort()).toEqual(['清河县教育局', '清河县柳河镇人民政府', '清河县石桥街道办事处']);
  });

  it('make nobody ask anything of the network, and leave no name with a way upward', () => {
    expect(askedOfCanary).toEqual([]);
    expect([...ended.values()].filter(({ fileName }) => /\.\.\/|\u202e/.test(fileName) || [...fileName].length > 255)).toEqual([]);
  });

  it('leave the server well, and the next report is read', async () => {
    expect(await (await server.clerk.fetch('/api/health')).json()).toMatchObject({ status: 'ok' });
    const done = await server.clerk.handInAndWait([{ name: '之后.txt', bytes: reportText({ agency: '柳河镇人民政府', year: 2023 }) }]);
    expect(done.get('之后.txt')?.status).toBe('read');
  });
});
