import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../support/programs';
import { reportHtml, reportText, rosterCsv } from '../support/report-text';
import { startServer, type RunningServer } from '../support/server';

const page = (body: string) =>
  `<!doctype html><html><head><meta charset="utf-8"><title>清河县人民政府</title></head><body>${body}</body></html>`;
const pages: Record<string, string | Buffer> = {
  '/nb/': page(`<h1>政府信息公开年报</h1><ul>
    <li><a href="liuhe.html">柳河镇2023年政府信息公开工作年度报告</a></li>
    <li><a href="jiaoyu.html">清河县教育局2023年政府信息公开工作年度报告</a></li>
    <li><a href="qita.html">清河县水利局2022年政府信息公开工作年度报告</a></li></ul>`),
  '/nb/liuhe.html': reportHtml({ agency: '柳河镇人民政府', year: 2023 }),
  '/nb/jiaoyu.html': reportHtml({ agency: '清河县教育局', year: 2023 }),
  '/nb/shiqiao.html':
    page(`<h1>石桥街道办事处2022年政府信息公开工作年度报告</h1><p>一、总体情况</p><p>2022年按要求开展政府信息公开工作，有关数据见附件。</p>
    <p><a href="fujian.txt">附件：石桥街道2022年年报</a></p>`),
  '/nb/fujian.txt': reportText({ agency: '石桥街道办事处', year: 2022 }),
};

let site: Server;
let place: string;
let server: RunningServer;
beforeAll(async () => {
  site = createServer(({ url = '' }, response) => {
    if (url === '/inside') return void response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end();
    const body = pages[url];
    if (body === undefined) return void response.writeHead(404).end();
    response.setHeader('content-type', url.endsWith('.txt') ? 'text/plain' : 'text/html').end(body);
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  place = `127.0.0.1:${(site.address() as AddressInfo).port}`;
  server = await startServer({ ADDRESS_TEST_PLACES: place });
  await server.clerk.importRoster(rosterCsv);
});
afterAll(async () => {
  await server.stop();
  site.close();
});

const at = (path: string) => `http://${place}${path}`;
const ask = (path: string, more: { batchId?: string; asIs?: boolean } = {}) =>
  server.clerk.call('handInAddress', { body: { address: at(path), ...more } });

describe('an address', () => {
  it('is not asked before an administrator has switched it on', async () => {
    expect(await server.clerk.call('addressRule', {})).toEqual({ isOn: false, hosts: [] });
    await expect(ask('/nb/liuhe.html')).rejects.toMatchObject({ status: 409, code: 'address-import-off' });
    await expect(server.clerk.call('saveAddressRule', { body: { isOn: true, hosts: ['http://x/'] } })).rejects.toMatchObject({
      status: 400,
    });
    await server.clerk.call('saveAddressRule', { body: { isOn: true, hosts: ['www.qinghe.gov.cn', '169.254.169.254.example.cn'] } });
  });

  it('hands in the page that is there, with where and when it was fetched, and its bytes as they came', async () => {
    const { handedIn } = await ask('/nb/liuhe.html');
    const [first] = handedIn!.submissions;
    const done = await until(async () => {
      const one = await server.clerk.call('submission', { path: { id: first!.id } });
      return one.status === 'read' && one;
    });
    expect(done).toMatchObject({
      fileName: 'liuhe.html',
      agencyName: '清河县柳河镇人民政府',
      year: 2023,
      source: { address: at('/nb/liuhe.html'), finalAddress: at('/nb/liuhe.html'), fetchedAt: expect.stringMatching(/^20\d\d-/) },
    });
    expect(Buffer.from(await server.clerk.original(done.id)).toString()).toBe(pages['/nb/liuhe.html']);
  });

  it('of a list offers its reports with agency and year, and hands several in as one batch', async () => {
    const { page: list, handedIn } = await ask('/nb/');
    expect(handedIn).toBeNull();
    expect(list?.kind).toBe('list');
    expect(
      list?.links.map(({ text, agencyName, year, hasReport, isAllowed }) => [text.slice(0, 6), agencyName, year, hasReport, isAllowed]),
    ).toEqual([
      ['柳河镇202', '清河县柳河镇人民政府', 2023, true, true],
      ['清河县教育局', '清河县教育局', 2023, false, true],
      ['清河县水利局', null, 2022, false, true],
    ]);
    const first = await ask('/nb/jiaoyu.html', { asIs: true });
    const second = await ask('/nb/liuhe.html', { asIs: true, batchId: first.handedIn!.batchId });
    expect(second.handedIn!.batchId).toBe(first.handedIn!.batchId);
    expect(second.handedIn!.submissions.map(({ status }) => status)).toEqual(['duplicate']);
  });

  it('of a report whose tables are attached offers the attachments', async () => {
    const { page: shown } = await ask('/nb/shiqiao.html');
    expect(shown).toMatchObject({
      kind: 'attachments',
      links: [{ address: at('/nb/fujian.txt'), agencyName: '清河县石桥街道办事处', year: 2022 }],
    });
    const { handedIn } = await ask('/nb/fujian.txt');
    await until(async () => (await server.clerk.call('submission', { path: { id: handedIn!.submissions[0]!.id } })).status === 'read');
  });

  it.each([
    ['http://169.254.169.254/latest/meta-data/', 'host'],
    ['http://www.qinghe.gov.cn:8080/', 'port'],
    ['http://[::ffff:127.0.0.1]/', 'host'],
    ['qinghe.gov.cn', 'unreadable'],
  ])('%s is refused with what to do', async (address, reason) => {
    const response = await server.clerk.fetch('/api/addresses', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ address }),
    });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code: 'address-refused', details: { reason, sentence: expect.stringMatching(/。$/) } });
  });

  it('that redirects inside, or is not there, is refused', async () => {
    await expect(ask('/inside')).rejects.toThrow(/允许的名单|内部网络/);
    await expect(ask('/missing')).rejects.toThrow(/404/);
  });
});
