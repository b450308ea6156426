import {
  groupedReturn,
  opinion,
  opinionDraft,
  opinionDrafts,
  reportFindings,
  ruleBook,
  versionDifference,
  yearFindings,
} from '@mingshu/contracts';
import { links } from '@mingshu/contracts/routes';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { balanced, reportText, rosterCsv, type WrittenReport } from '../support/report-text';
import { startServer, type RunningServer } from '../support/server';
import { until } from '../support/programs';

let server: RunningServer;
let path: { agencyId: string; year: number };
const wrong = { ...balanced, 'disputes.review.total': 1 };
const handIn = (name: string, figures: WrittenReport['figures']) =>
  server.clerk.handInAndWait([{ name, bytes: reportText({ agency: '柳河镇人民政府', year: 2024, figures }) }]);

beforeAll(async () => {
  server = await startServer();
  await server.clerk.importRoster(rosterCsv);
  await handIn('第一版.txt', wrong);
  const agencies = await server.clerk.call('agencies', {});
  path = { agencyId: agencies.find(({ name }) => name.includes('柳河镇'))!.id, year: 2024 };
});
afterAll(() => server.stop());

const look = async () => reportFindings.parse(await server.clerk.call('reportFindings', { path }));
const table4 = async () => {
  const view = await look();
  return { view, stated: view.findings.find(({ finding }) => finding.check === 'T4-SUM')! };
};
const decide = async (change: { isOff: boolean; severity: 'error' | 'warning' | null }) => {
  const book = ruleBook.parse(await server.clerk.call('rules', { query: { year: 2024 } }));
  const basedOn = book.rules.find(({ check }) => check === 'T4-SUM')!.decisions[0]?.id ?? null;
  await server.clerk.call('decideRule', {
    path: { check: 'T4-SUM' },
    query: { year: 2024 },
    body: { ...change, reason: '本县的决定', basedOn },
  });
  // The findings come from the queue; none may be left behind.
  await until(async () => (await server.clerk.call('rules', { query: { year: 2024 } })).waiting === 0);
};

it('grades a rule with a reason, and an explanation of it outlives the next version', async () => {
  await decide({ isOff: false, severity: 'warning' });
  const { view, stated } = await table4();
  expect(stated).toMatchObject({ state: 'open', finding: { severity: 'warning' } });
  const { key, fingerprint, revision } = stated;
  const body = { version: view.version, key, fingerprint, revision, kind: 'explained' as const, text: '含一件撤回案件' };
  await server.clerk.call('answerFinding', { path, body });
  await expect(server.clerk.call('answerFinding', { path, body })).rejects.toMatchObject({ status: 409, code: 'version-changed' });
  await handIn('第二版.txt', { ...wrong, 'disclosure.a20_5.licence.decisions': 7 });
  expect((await table4()).stated).toMatchObject({ state: 'explained', answer: { text: '含一件撤回案件', byName: 'admin' } });
  const difference = versionDifference.parse(await server.clerk.call('versionDifference', { path, query: {} }));
  expect(difference).toMatchObject({ from: 1, to: 2, cells: [{ cell: 'disclosure.a20_5.licence.decisions', before: 0, after: 7 }] });
  await handIn('第三版.txt', { ...wrong, 'disputes.review.total': 2 });
  expect((await table4()).stated.state).toBe('reopened');
});

it('leaves a switched-off rule out of the findings and names it in the draft', async () => {
  await decide({ isOff: true, severity: null });
  expect((await table4()).stated).toBeUndefined();
  const draft = opinionDraft.parse(await server.clerk.call('draftOpinion', { path }));
  expect(draft.switchedOff).toEqual([{ check: 'T4-SUM', name: '表四合计', reason: '本县的决定' }]);
  await decide({ isOff: false, severity: null });
});

it('returns a report with an opinion whose document is the same bytes each time, and lists it', async () => {
  const draft = opinionDraft.parse(await server.clerk.call('draftOpinion', { path }));
  const made = opinion.parse(await server.clerk.call('returnReport', { path, body: draft }));
  expect(made).toMatchObject({ number: 1, version: 3, state: 'under_way' });
  const document = async () => server.clerk.fetch(links.opinionFile(made.id));
  const [first, second] = [await document(), await document()];
  expect(decodeURIComponent(first.headers.get('content-disposition')!)).toContain('清河县柳河镇人民政府2024年度报告退回意见（第1号）.docx');
  expect(Buffer.from(await first.arrayBuffer()).equals(Buffer.from(await second.arrayBuffer()))).toBe(true);
  const { lines } = await server.clerk.call('ledger', { path: { year: 2024 } });
  expect(lines.find(({ agencyId }) => agencyId === path.agencyId)?.status).toBe('returned');
  expect(await server.clerk.call('opinions', { path: { year: 2024 } })).toHaveLength(1);
  const view = await look();
  await expect(server.clerk.call('signOff', { path, body: { ...view, confirmed: true } })).rejects.toMatchObject({
    status: 409,
    code: 'not-signable',
  });
  await server.clerk.call('takeOpinionBack', { path: { id: made.id }, body: {} });
  expect(
    yearFindings.parse(await server.clerk.call('yearFindings', { path: { year: 2024 }, query: { state: 'returned' } })).agencies,
  ).toEqual([]);
});

it('returns two reports in one action, with one zip of both letters, and leaves out whoever has nothing to return', async () => {
  await server.clerk.handInAndWait([{ name: '教育局.txt', bytes: reportText({ agency: '清河县教育局', year: 2024, figures: wrong }) }]);
  const all = await server.clerk.call('agencies', {});
  const year = { year: 2024 };
  const asked = { path: year, query: { agencies: all.map(({ id }) => id).join(',') } };
  const before = opinionDrafts.parse(await server.clerk.call('draftOpinions', asked));
  expect(before.drafts.map(({ agencyName }) => agencyName)).toEqual(['清河县柳河镇人民政府', '清河县教育局']);
  expect(before.leftOut.map(({ agencyName }) => agencyName)).toContain('清河县石桥街道办事处');
  const { made, failed } = groupedReturn.parse(await server.clerk.call('returnReports', { path: year, body: { opinions: before.drafts } }));
  expect(failed).toEqual([]);
  const zip = await server.clerk.fetch(
    links.opinionFiles(
      2024,
      made.map(({ id }) => id),
    ),
  );
  expect(decodeURIComponent(zip.headers.get('content-disposition')!)).toContain('2024年度报告退回意见（2份）.zip');
  const files = unzipSync(new Uint8Array(await zip.arrayBuffer()));
  expect(Object.keys(files)).toEqual(made.map(({ agencyName, number }) => `${agencyName}2024年度报告退回意见（第${number}号）.docx`));
  const single = await server.clerk.fetch(links.opinionFile(made[1]!.id));
  expect(Buffer.from(Object.values(files)[1]!).equals(Buffer.from(await single.arrayBuffer()))).toBe(true);
  const again = groupedReturn.parse(await server.clerk.call('returnReports', { path: year, body: { opinions: before.drafts } }));
  expect(again.failed.map(({ problem }) => problem.code)).toEqual(['version-changed', 'version-changed']);
  await expect(server.clerk.call('draftOpinions', { path: year, query: { agencies: 'x' } })).rejects.toMatchObject({ code: 'bad-request' });
  const missing = await server.clerk.fetch(links.opinionFiles(2024, ['01900000-0000-7000-8000-000000000000']));
  expect(missing.status).toBe(404);
});

it('answers for what is not there or not as it should be in plain codes', async () => {
  const nobody = '01900000-0000-7000-8000-000000000000';
  await expect(server.clerk.call('reportFindings', { path: { ...path, agencyId: nobody } })).rejects.toMatchObject({
    code: 'report-not-found',
  });
  await expect(server.clerk.call('reportFindings', { path: { ...path, agencyId: 'x' } })).rejects.toMatchObject({
    code: 'report-not-found',
  });
  await expect(server.clerk.call('opinion', { path: { id: 'x' } })).rejects.toMatchObject({ code: 'opinion-not-found' });
  await expect(
    server.clerk.call('decideRule', {
      path: { check: 'NO-RULE' },
      query: {},
      body: { isOff: true, severity: null, reason: '没有', basedOn: null },
    }),
  ).rejects.toMatchObject({ code: 'rule-not-found' });
  await expect(
    server.clerk.call('decideRule', {
      path: { check: 'T4-SUM' },
      query: {},
      body: { isOff: true, severity: null, reason: '', basedOn: null },
    }),
  ).rejects.toMatchObject({ code: 'bad-request' });
});
