import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { publications, reportFindings, type PublicationLine } from '@mingshu/contracts';
import { links } from '@mingshu/contracts/routes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../support/programs';
import { balanced, reportHtml, reportText, rosterCsv } from '../support/report-text';
import { startServer, type RunningServer } from '../support/server';

const year = 2024;
const town = { agency: '柳河镇人民政府', year };
const dated = (html: string, day: string) => html.replace('<h1>', `<p>发布日期：${day} 浏览次数：12</p><h1>`);
const pages: Record<string, string> = {
  '/gk/t20250401_1.html': dated(reportHtml(town), '2025-02-05'),
  '/gk/other.html': reportHtml({ agency: '清河县石桥街道办事处', year }),
  '/gk/old.html': reportHtml({ ...town, year: 2023 }),
  '/gk/attached.html': `<html><body><h1>柳河镇人民政府2024年政府信息公开工作年度报告</h1><p>发布时间：2025年1月28日</p><a href="nb.txt">附件：年报</a></body></html>`,
  '/gk/nb.txt': reportText(town),
};

let site: Server;
let place: string;
let server: RunningServer;
let agencyId: string;
beforeAll(async () => {
  site = createServer(({ url = '' }, response) => {
    const body = pages[url];
    if (body === undefined) return void response.writeHead(404).end();
    response.setHeader('content-type', url.endsWith('.txt') ? 'text/plain' : 'text/html').end(body);
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  place = `127.0.0.1:${(site.address() as AddressInfo).port}`;
  server = await startServer({ ADDRESS_TEST_PLACES: place });
  await server.clerk.importRoster(rosterCsv);
  agencyId = (await server.clerk.call('agencies', {})).find(({ name }) => name.includes('柳河镇'))!.id;
  await server.clerk.handInAndWait([{ name: '柳河.txt', bytes: reportText(town) }]);
});
afterAll(async () => {
  await server.stop();
  site.close();
});

const at = (path: string) => `http://${place}${path}`;
const line = async (): Promise<PublicationLine> =>
  publications
    .parse(await server.clerk.call('publications', { path: { year } }))
    .lines.find((one) => one.agencyId === agencyId)! as PublicationLine;
const settled = () =>
  until(async () => {
    const now = await line();
    return !now.isChecking && now;
  });
const look = async (path: string) => {
  await server.clerk.call('lookAtPublication', { path: { year }, body: { agencyId, address: at(path) } });
  return settled();
};
const findings = async () => reportFindings.parse(await server.clerk.call('reportFindings', { path: { agencyId, year } }));
const about = async (check: string) => (await findings()).findings.filter(({ finding }) => finding.check === check);
const status = async () => (await server.clerk.call('ledger', { path: { year } })).lines.find((one) => one.agencyId === agencyId)!;
const sign = async () => {
  const { version, revision } = await findings();
  return server.clerk.call('signOff', { path: { agencyId, year }, body: { version, revision, confirmed: true } });
};

describe('a page on the county’s site', () => {
  it('is not fetched before an administrator allowed it', async () => {
    const body = { agencyId, address: at('/gk/t20250401_1.html') };
    await expect(server.clerk.call('lookAtPublication', { path: { year }, body })).rejects.toMatchObject({ code: 'address-import-off' });
    await server.clerk.call('saveAddressRule', { body: { isOn: true, hosts: ['www.qinghe.gov.cn'] } });
    expect(await look('/gk/none.html')).toMatchObject({
      state: 'none',
      looks: [{ state: 'failed', sentence: expect.stringContaining('404') }],
    });
    expect((await (await server.clerk.fetch(`/api/rounds/${year}/publications.csv`)).text()).includes('未登记')).toBe(true);
  });

  it('is read, dated by what it prints and not by its address, and found the same cell by cell', async () => {
    expect(await look('/gk/t20250401_1.html')).toMatchObject({
      state: 'matches',
      same: 200,
      unread: 0,
      differences: [],
      publishedOn: '2025-02-05',
      daysAfterDue: 5,
      seen: { how: 'fetched', printedAs: '发布日期:2025-02-05', address: at('/gk/t20250401_1.html') },
    });
    const [late] = await about('LATE');
    expect(late?.finding.sentence).toBe('清河县柳河镇人民政府 2024 年度报告应于 2025年1月31日前公开，实际 2025年2月5日公开，逾期 5 天。');
    const { seen } = await line();
    const kept = await server.clerk.fetch(links.publicationOriginal(year, seen!.id));
    expect(await kept.text()).toBe(pages['/gk/t20250401_1.html']);
  });

  it('makes the report published only once a person has signed it, late or not', async () => {
    expect((await status()).status).toBe('received');
    await sign();
    expect(await status()).toMatchObject({ status: 'published', nextStep: 'none', publication: { state: 'matches', isStated: false } });
    expect((await server.clerk.call('ledger', { path: { year } })).counts).toMatchObject({ signed: 1, published: 1, withErrors: 0 });
  });

  it('turns 发布不一致 when it changes, names the cell, and turns back', async () => {
    const before = pages['/gk/t20250401_1.html']!;
    const figures = { ...balanced, 'disclosure.a20_5.licence.decisions': 9 };
    pages['/gk/t20250401_1.html'] = dated(reportHtml({ ...town, figures }), '2025-02-05');
    const begun = await server.clerk.call('recheckPublications', { path: { year }, body: {} });
    expect(begun.lines.find((one) => one.agencyId === agencyId)?.isChecking).toBe(true);
    expect(await settled()).toMatchObject({
      state: 'differs',
      same: 199,
      differences: [{ cell: 'disclosure.a20_5.licence.decisions', filed: 0, published: 9 }],
    });
    const [differs] = await about('PUB-DIFF');
    expect(differs).toMatchObject({ state: 'open', finding: { severity: 'error', cells: ['disclosure.a20_5.licence.decisions'] } });
    expect(await status()).toMatchObject({ status: 'signed', nextStep: 'publish', errorCount: 0, publication: { state: 'differs' } });
    pages['/gk/t20250401_1.html'] = before;
    await server.clerk.call('recheckPublications', { path: { year }, body: {} });
    expect((await settled()).state).toBe('matches');
    expect((await status()).status).toBe('published');
  });

  it('is known for another agency’s, for last year’s, and followed into its only attachment', async () => {
    expect((await look('/gk/other.html')).another).toBe('公开的页面是清河县石桥街道办事处的报告，不是本单位的。');
    expect((await look('/gk/old.html')).another).toBe('备案的是 2024 年度报告，公开的是 2023 年度报告。');
    expect(await look('/gk/attached.html')).toMatchObject({
      state: 'matches',
      publishedOn: '2025-01-28',
      seen: { fileAddress: at('/gk/nb.txt'), fileName: 'nb.txt' },
    });
    expect(await about('LATE')).toEqual([]);
  });
});

describe('a publication recorded by hand', () => {
  const register = async (fields: Record<string, string>, file?: string) => {
    const body = new FormData();
    for (const [name, value] of Object.entries({ agencyId, address: 'https://www.qinghe.gov.cn/nb/1', ...fields }))
      body.append(name, value);
    if (file) body.append('file', new Blob([file]), '保存的网页.html');
    await server.clerk.call('registerPublication', { path: { year }, body });
    return settled();
  };

  it('says that nothing was compared where no file came with it', async () => {
    expect(await register({ statedOn: '2025-01-30' })).toMatchObject({
      state: 'registered',
      publishedOn: '2025-01-30',
      seen: { how: 'registered', state: 'stated' },
    });
    expect(await status()).toMatchObject({ status: 'published', publication: { isStated: true } });
    await expect(register({ statedOn: '2099-01-01' })).rejects.toMatchObject({ code: 'date-ahead' });
    await expect(register({ address: 'javascript:alert(1)' })).rejects.toMatchObject({ code: 'bad-request' });
  });

  it('is compared where the saved page came with it, and the one before counts again once it is withdrawn', async () => {
    const figures = { ...balanced, 'requests.granted.total': 'blank' as const };
    const differing = await register({}, reportHtml({ ...town, figures }));
    expect(differing).toMatchObject({ state: 'differs', differences: [{ cell: 'requests.granted.total', filed: 2, published: 'blank' }] });
    const path = { year, id: differing.seen!.id };
    await server.clerk.call('withdrawPublication', { path, body: { reason: '附错了文件' } });
    const now = await line();
    expect(now).toMatchObject({ state: 'registered', seen: { state: 'stated' } });
    expect(now.looks[0]?.withdrawn).toMatchObject({ reason: '附错了文件', by: 'admin' });
    await expect(server.clerk.call('withdrawPublication', { path, body: { reason: '再一次' } })).rejects.toMatchObject({
      code: 'publication-withdrawn',
    });
  });
});

describe('the day of handing in', () => {
  it('is not guessed for what was put in later; recorded, it is held against the date and its extension', async () => {
    expect(await status()).toMatchObject({ receivedOn: null, daysAfterDue: null, daysLate: 0 });
    const record = (handedInOn: string | null) =>
      server.clerk.call('recordHandInDates', { path: { year }, body: { dates: [{ agencyId, handedInOn }], reason: '按收文登记' } });
    await record('2025-02-07');
    expect(await status()).toMatchObject({ receivedOn: '2025-02-07', daysLate: 7, recordedHandIn: { reason: '按收文登记', by: 'admin' } });
    const [late] = await about('LATE');
    expect(late?.finding.sentence).toContain('应于 2025年1月31日前报送，实际 2025年2月7日报送，逾期 7 天');
    const { version } = await findings();
    const { key, fingerprint, revision } = late!;
    const body = { version, key, fingerprint, revision, kind: 'waived' as const, text: '雪灾停电' };
    await server.clerk.call('answerFinding', { path: { agencyId, year }, body });
    expect((await about('LATE'))[0]?.state).toBe('waived');
    await server.clerk.call('decideException', {
      path: { year },
      body: { agencyIds: [agencyId], kind: 'extended', until: '2025-02-10', reason: '雪灾' },
    });
    expect(await about('LATE')).toEqual([]);
    expect((await status()).daysAfterDue).toBe(-3);
    await record(null);
    expect((await status()).receivedOn).toBe(null);
  });

  it('is judged no more where the county switched the rule off', async () => {
    await server.clerk.call('recordHandInDates', {
      path: { year },
      body: { dates: [{ agencyId, handedInOn: '2025-02-20' }], reason: '按收文登记' },
    });
    expect(await about('LATE')).toHaveLength(1);
    await server.clerk.call('decideRule', {
      path: { check: 'LATE' },
      query: { year },
      body: { isOff: true, severity: null, reason: '本县另行通报', basedOn: null },
    });
    expect(await about('LATE')).toEqual([]);
    const { switchedOff } = await server.clerk.call('yearFindings', { path: { year }, query: {} });
    expect(switchedOff).toEqual([{ check: 'LATE', name: '逾期', reason: '本县另行通报' }]);
  });
});
