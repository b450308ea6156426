import { countyParts, countyReportAnswer, yearFindings, type CountyReportQuestion } from '@mingshu/contracts';
import { links } from '@mingshu/contracts/routes';
import type { CellCode } from '@mingshu/report-format';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { until } from '../support/programs';
import { reportText, rosterCsv } from '../support/report-text';
import { startServer, type RunningServer } from '../support/server';

const licences: CellCode = 'disclosure.a20_5.licence.decisions';
const penalties: CellCode = 'disclosure.a20_6.penalty.decisions';
const path = { year: 2024 };
const filed = { 清河县柳河镇人民政府: 3, 清河县石桥街道办事处: 4, 清河县教育局: 5, 清河县人民政府办公室: 8 };
const document = (agency: string, licenceCount: number, more: Partial<Record<CellCode, number>> = {}) => ({
  name: `${agency}2024.txt`,
  bytes: reportText({ agency, year: 2024, figures: { [licences]: licenceCount, ...more } }),
});

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
  await server.clerk.importRoster(`${rosterCsv}\r\n4,清河县人民政府办公室,县政府本级,县政府办,2019,`);
});
afterAll(() => server.stop());

const answer = async (query: Partial<CountyReportQuestion> = {}) =>
  countyReportAnswer.parse(await server.clerk.call('countyReport', { path, query }));
const findings = async () => yearFindings.parse(await server.clerk.call('yearFindings', { path, query: {} }));
const row = (table: Awaited<ReturnType<typeof answer>>['differs'], cell: CellCode) =>
  table.rows.find(({ code }) => code === cell)?.cells.map(({ value }) => value);
const decide = async (isOff: boolean) => {
  const { rules } = await server.clerk.call('rules', { query: path });
  const basedOn = rules.find(({ check }) => check === 'AGG-PUB')!.decisions[0]?.id ?? null;
  await server.clerk.call('decideRule', {
    path: { check: 'AGG-PUB' },
    query: path,
    body: { isOff, severity: null, reason: '县级报告尚未公布', basedOn },
  });
  await until(async () => (await server.clerk.call('rules', { query: path })).waiting === 0);
};

it('takes the county’s own report in through the queue, and counts it among no agencies and in no sum', async () => {
  const { own } = await server.clerk.call('county', {});
  const names = Object.entries(filed).slice(0, 3);
  const done = await server.clerk.handInAndWait([
    ...names.map(([agency, count]) => document(agency, count)),
    document('清河县人民政府', 23, { [penalties]: 1 }),
  ]);
  expect(done.get('清河县人民政府2024.txt')).toMatchObject({ status: 'read', agencyId: own.id, year: 2024 });
  const ledger = await server.clerk.call('ledger', { path });
  expect(ledger.lines.map(({ agencyName }) => agencyName)).toEqual(Object.keys(filed));
  const trend = await server.clerk.call('trend', { query: { breakdown: 'disclosure' } });
  const column = trend.table.columns.findIndex(({ heading }) => heading.includes('行政许可'));
  expect(trend.table.rows[0]!).toMatchObject({ filed: 3, due: 4 });
  expect(trend.table.rows[0]!.cells[column]!.value).toBe(12);
  expect((await findings()).counts.reports).toBe(3);
});

it('passes no cell while an agency is missing, and says which', async () => {
  const { missing, differs, notAssessable, agrees, findings: found, untested } = await answer();
  expect(missing.map(({ name }) => name)).toEqual(['清河县人民政府办公室']);
  expect([differs, notAssessable, agrees].map(({ rows }) => rows.length)).toEqual([0, 200, 0]);
  expect(row(notAssessable, licences)).toEqual([23, 12, 'not_assessable']);
  expect(found.map(({ check, sentence }) => [check, sentence])).toEqual([
    ['AGG-COVER', '清河县人民政府办公室 2024 年度没有报送报告，也没有免报理由。'],
  ]);
  expect(untested).toEqual([{ check: 'AGG-PUB', count: 200, why: '缺清河县人民政府办公室的报告，合计不完整' }]);
});

it('finds the cells that differ once all have filed, for the scope that is asked, down to each agency', async () => {
  await server.clerk.handInAndWait([document('清河县人民政府办公室', 8)]);
  const { differs, agrees, unsigned, report } = await answer();
  expect(report).toMatchObject({ name: '清河县人民政府', version: 1, isSigned: false });
  expect(differs.rows.map(({ code }) => code)).toEqual([licences, penalties]);
  expect(row(differs, licences)).toEqual([23, 20, 3]);
  expect(agrees.rows).toHaveLength(198);
  expect(unsigned).toHaveLength(4);
  const parts = countyParts.parse(await server.clerk.call('countyParts', { path, query: { cell: licences } }));
  expect(parts.map(({ agencyName, value, cells }) => [agencyName, value, cells])).toEqual(
    Object.entries(filed).map(([name, value]) => [name, value, [licences]]),
  );
  expect(row((await answer({ scope: '仅乡镇' })).differs, licences)).toEqual([23, 7, 16]);
  const signed = await answer({ of: 'signed' });
  expect([signed.missing.length, signed.notAssessable.rows.length]).toEqual([4, 200]);
});

it('shows the differences as findings of the county, which a person can explain, and a rule that is off says nothing', async () => {
  const { own } = await server.clerk.call('county', {});
  const county = (await findings()).agencies.find(({ agencyId }) => agencyId === own.id)!;
  expect(county.findings.map(({ finding, state }) => [finding.check, finding.cells, state])).toEqual([
    ['AGG-PUB', [licences], 'open'],
    ['AGG-PUB', [penalties], 'open'],
  ]);
  const { key, fingerprint, revision } = county.findings[0]!;
  const place = { agencyId: own.id, year: 2024 };
  const body = { version: county.version, key, fingerprint, revision, kind: 'explained' as const, text: '含县供销社受委托许可 3 件' };
  const after = await server.clerk.call('answerFinding', { path: place, body });
  expect(after.findings[0]).toMatchObject({ state: 'explained', answer: { byName: 'admin' } });
  await server.clerk.handInAndWait([{ ...document('清河县教育局', 6), name: '教育局更正.txt' }]);
  expect((await server.clerk.call('reportFindings', { path: place })).findings[0]).toMatchObject({ state: 'reopened' });
  await decide(true);
  const off = await answer();
  expect([off.findings, off.switchedOff.map(({ check }) => check), off.differs.rows.length]).toEqual([[], ['AGG-PUB'], 2]);
  expect((await server.clerk.call('reportFindings', { path: place })).findings).toEqual([]);
  await decide(false);
});

it('records the scope the report states, once', async () => {
  const saved = await server.clerk.call('saveCountyScope', { path, body: { scope: '仅乡镇', basedOn: '全县' } });
  expect(saved).toMatchObject({ statedScope: '仅乡镇', scope: '仅乡镇' });
  expect(saved.findings[0]!.sentence).toContain('县级公布报告（仅乡镇口径）');
  await expect(server.clerk.call('saveCountyScope', { path, body: { scope: '全县', basedOn: '全县' } })).rejects.toMatchObject({
    code: 'version-changed',
  });
  const unknown = server.clerk.call('saveCountyScope', { path: { year: 1999 }, body: { scope: '全县', basedOn: '全县' } });
  await expect(unknown).rejects.toMatchObject({ status: 404, code: 'round-not-found' });
  await server.clerk.call('saveCountyScope', { path, body: { scope: '全县', basedOn: '仅乡镇' } });
});

it('gives the same table as a file', async () => {
  const response = await server.clerk.fetch(links.countyReportFile(2024, 'of=all'));
  expect([response.status, decodeURIComponent(response.headers.get('content-disposition') ?? '')]).toEqual([
    200,
    expect.stringContaining('清河县2024年度县级报告核对（全县口径）'),
  ]);
  expect(new TextDecoder('latin1').decode(await response.arrayBuffer()).startsWith('PK')).toBe(true);
});

it('leaves to a person what the office signs or an agency of the same name may have written, and lets the county be chosen', async () => {
  const { own } = await server.clerk.call('county', {});
  const [office] = (await server.clerk.call('agencies', {})).filter(({ kind }) => kind === '县政府本级');
  const { id, reportCount: _, lineage: __, contactPhone: ___, ...input } = office!;
  await server.clerk.call('changeAgency', { path: { id }, body: { ...input, aliases: ['清河县人民政府'] } });
  const bytes = reportText({ agency: '清河县人民政府', year: 2023 });
  const waiting = (await server.clerk.handInAndWait([{ name: '2023.txt', bytes }])).get('2023.txt')!;
  expect(waiting).toMatchObject({
    status: 'unassigned',
    who: { candidates: [{ agencyId: own.id, why: '汇总全县的县级报告' }, { agencyId: id }] },
  });
  await server.clerk.call('assign', { path: { id: waiting.id }, body: { agencyId: own.id, year: 2023 } });
  const { report } = await server.clerk.call('countyReport', { path: { year: 2023 }, query: {} });
  expect(report).toMatchObject({ agencyId: own.id });
});

it('is no agency that could be changed, excused or removed', async () => {
  const { own } = await server.clerk.call('county', {});
  const body = { code: '9', name: '某县', kind: '镇' as const, aliases: [], firstYear: null, lastYear: null };
  const refused = { status: 404, code: 'agency-not-found' };
  await expect(server.clerk.call('changeAgency', { path: { id: own.id }, body })).rejects.toMatchObject(refused);
  await expect(server.clerk.call('removeAgency', { path: { id: own.id } })).rejects.toMatchObject(refused);
  const exception = { agencyIds: [own.id], kind: 'excused' as const, reason: '不报' };
  await expect(server.clerk.call('decideException', { path, body: exception })).rejects.toMatchObject(refused);
  await server.clerk.call('renameCounty', { body: { name: '清水县' } });
  expect((await server.clerk.call('county', {})).own).toEqual({ id: own.id, name: '清水县人民政府' });
});
