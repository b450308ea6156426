import { cellsOf, type CellCode, type FigureReading, type ReportReading } from '@mingshu/report-format';
import type { ReportFindings } from '@mingshu/contracts';
import type { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AgenciesService } from '../agencies/agencies.service';
import { AuditService } from '../audit/audit.service';
import { Clock } from '../config/clock';
import { CountyReportService } from '../county-report/county-report.service';
import { AgencyEntity, AuditEntryEntity, CountyEntity, ReportEntity, SubmissionEntity, UserEntity } from '../database/entities';
import { testDatabase } from '../database/test-database';
import type { Scope } from '../identity/scope';
import { CorrectionsService } from '../reports/corrections.service';
import { ReportsRepository } from '../reports/reports.repository';
import { HolidaysService } from '../rounds/holidays.service';
import { RoundsService } from '../rounds/rounds.service';
import { RulesService } from '../rules/rules.service';
import { FindingDeedsService } from './finding-deeds.service';
import { FindingsService } from './findings.service';
import { GroupedReturnService } from './grouped-return.service';

let database: DataSource;
let reports: ReportsRepository;
let findings: FindingsService;
let deeds: FindingDeedsService;
let grouped: GroupedReturnService;
let rules: RulesService;
let li: Scope;
let wang: Scope;
let agencyId: string;
const now = { at: new Date('2025-02-10T02:00:00Z') };
const clock = new (class extends Clock {
  override now() {
    now.at = new Date(now.at.getTime() + 1000);
    return now.at;
  }
})();

beforeAll(async () => {
  database = await testDatabase();
  const audit = new AuditService(clock);
  rules = new RulesService(database, audit, clock, { addBulk: () => Promise.resolve() } as never);
  const rounds = new RoundsService(database, new AgenciesService(database, audit, undefined as never), audit);
  reports = new ReportsRepository(database, rounds, audit, clock, rules);
  findings = new FindingsService(database, rules, clock, new CountyReportService(database, rules, audit, clock));
  deeds = new FindingDeedsService(database, findings, audit, clock);
  grouped = new GroupedReturnService(database, deeds);
});
afterAll(() => database.destroy());

beforeEach(async () => {
  now.at = new Date('2025-02-10T02:00:00Z');
  const countyId = uuid();
  agencyId = uuid();
  await database.getRepository(CountyEntity).insert({ id: countyId, name: '清河县', sample: 'absent', sampleTotal: 0 });
  const person = async (name: string, role: Scope['role']): Promise<Scope> => {
    const userId = uuid();
    await database.getRepository(UserEntity).insert({ countyId, id: userId, name, role, agencyId: null, passwordHash: 'x' });
    return { countyId, agencyId: null, userId, userName: name, role };
  };
  li = await person('李明', 'county_admin');
  wang = await person('王芳', 'reviewer');
  await database.getRepository(AgencyEntity).insert({
    countyId,
    id: agencyId,
    code: '1',
    name: '清河县柳河镇人民政府',
    kind: '镇',
    aliases: [],
    firstYear: null,
    lastYear: null,
    position: 0,
  });
});

type Cells = Partial<Record<CellCode, number>>;
const place = { kind: 'line', line: 1 } as const;

/** One request received and granted; every other cell 0 but those given. Without text, so that only the tables speak. */
const balanced: Cells = Object.fromEntries(
  ['new_received', 'granted', 'settled'].flatMap((row) =>
    [`requests.${row}.natural_person`, `requests.${row}.total`].map((cell) => [cell, 1]),
  ),
);

function reading(year: number, cells: Cells): ReportReading {
  const number = (value: number): FigureReading => ({ state: 'number', value, printed: String(value), place });
  return {
    kind: 'report',
    agency: { value: '柳河镇', signs: [] },
    year: { value: year, signs: [] },
    edition: '2021',
    editionPresumed: false,
    figures: Object.fromEntries(cellsOf('2021').map((cell) => [cell, number({ ...balanced, ...cells }[cell] ?? 0)])),
    sections: {},
    remarks: [],
  };
}

/** The agency hands in a version, brought in by `by`. */
async function handIn(cells: Cells = {}, by = wang, year = 2023): Promise<void> {
  const submissionId = uuid();
  const receivedAt = clock.now();
  await database.getRepository(SubmissionEntity).insert({
    countyId: li.countyId,
    id: submissionId,
    batchId: uuid(),
    fileName: '年报.docx',
    bytes: 1,
    sha256: submissionId,
    status: 'received',
    sentence: '',
    isAssigned: false,
    startedCount: 0,
    receivedAt,
    receivedBy: by.userId,
  });
  await reports.save({ countyId: li.countyId, submissionId, agencyId, year, receivedAt, userId: by.userId }, reading(year, cells), '');
}

const look = (scope = li) => findings.ofReport(scope, agencyId, 2023);
const only = (view: ReportFindings, check: string) => view.findings.find((one) => one.finding.check === check)!;
const wrongTotal: Cells = { 'disputes.review.total': 1 };
const answer = (view: ReportFindings, check: string, kind: 'explained' | 'waived' | 'withdrawn', scope = li, text = '经核实，情况属实') => {
  const { key, fingerprint, revision } = only(view, check);
  return deeds.answer(scope, agencyId, 2023, { version: view.version, key, fingerprint, revision, kind, text });
};
/** Makes the wrong total of table 4 a query, so that it may be explained. */
const asQuery = () => rules.decide(li, 'T4-SUM', { isOff: false, severity: 'warning', reason: '本县作疑问处理', basedOn: null });
const returned = async (view: ReportFindings, scope = li) => {
  const { revision, version, dueOn, opening, items } = await deeds.draft(scope, agencyId, 2023);
  expect(revision).toBe(view.revision);
  return deeds.returnReport(scope, agencyId, 2023, { revision, version, dueOn, opening, items });
};
const entries = async () => (await database.getRepository(AuditEntryEntity).findBy({ countyId: li.countyId })).map(({ deed }) => deed);

describe('an explanation', () => {
  it('survives a new version whose figures under it are the same, and reopens when they change', async () => {
    await asQuery();
    await handIn(wrongTotal);
    expect((await answer(await look(), 'T4-SUM', 'explained')).findings[0]).toMatchObject({ state: 'explained' });
    await handIn({ ...wrongTotal, 'disclosure.a20_5.licence.decisions': 7 });
    expect(only(await look(), 'T4-SUM')).toMatchObject({ state: 'explained', answer: { text: '经核实，情况属实', byName: '李明' } });
    await handIn({ 'disputes.review.total': 2 });
    const reopened = only(await look(), 'T4-SUM');
    expect(reopened.state).toBe('reopened');
    expect(reopened.events.map(({ kind, version, byName }) => [kind, version, byName])).toEqual([
      ['found', 1, null],
      ['explained', 1, '李明'],
      ['reopened', 3, null],
    ]);
  });

  it('is refused for an error, which may be waived instead', async () => {
    await handIn(wrongTotal);
    await expect(answer(await look(), 'T4-SUM', 'explained')).rejects.toMatchObject({ code: 'not-explainable' });
    expect(only(await answer(await look(), 'T4-SUM', 'waived'), 'T4-SUM').state).toBe('waived');
  });

  it('can be taken back, and nothing of what was said is lost', async () => {
    await handIn(wrongTotal);
    const waived = await answer(await look(), 'T4-SUM', 'waived');
    const open = only(await answer(waived, 'T4-SUM', 'withdrawn', wang, '说明有误'), 'T4-SUM');
    expect(open.state).toBe('open');
    expect(open.events.map(({ kind, byName, text }) => [kind, byName, text])).toEqual([
      ['found', null, ''],
      ['waived', '李明', '经核实，情况属实'],
      ['withdrawn', '王芳', '说明有误'],
    ]);
    expect(await entries()).toEqual(expect.arrayContaining(['answer-finding', 'store-report']));
  });

  it('is not lost when the findings are judged anew', async () => {
    await handIn(wrongTotal);
    await answer(await look(), 'T4-SUM', 'waived');
    await reports.recheck(li.countyId, agencyId, 2023);
    expect(only(await look(), 'T4-SUM').state).toBe('waived');
  });
});

describe('two clerks at once', () => {
  it('lets one of two answers through and tells the other who was quicker', async () => {
    await handIn(wrongTotal);
    const seen = await look();
    const outcome = await Promise.allSettled([
      answer(seen, 'T4-SUM', 'waived', li, '李的理由'),
      answer(seen, 'T4-SUM', 'waived', wang, '王的理由'),
    ]);
    const refused = outcome.filter((one) => one.status === 'rejected');
    expect(refused).toHaveLength(1);
    const kept = only(await look(), 'T4-SUM').answer!;
    expect(refused[0]!.reason).toMatchObject({ code: 'version-changed', status: 409, details: { byName: kept.byName } });
    expect((refused[0]!.reason as { details: { sentence: string } }).details.sentence).toMatch(/豁免了这个问题。您填写的内容还在/);
  });

  it('lets both through where they work on different findings', async () => {
    await handIn({ ...wrongTotal, 'disputes.suit_direct.total': 1 });
    const seen = await look();
    const [first, second] = seen.findings;
    const say = (one: typeof first, scope: Scope) =>
      deeds.answer(scope, agencyId, 2023, {
        version: 1,
        key: one!.key,
        fingerprint: one!.fingerprint,
        revision: one!.revision,
        kind: 'waived',
        text: '情况属实',
      });
    await Promise.all([say(first, li), say(second, wang)]);
    expect((await look()).findings.map(({ state }) => state)).toEqual(['waived', 'waived']);
  });

  it('does not return what the other has just waived, nor sign a version that was replaced', async () => {
    await handIn(wrongTotal);
    const seen = await look();
    const draft = await deeds.draft(wang, agencyId, 2023);
    await answer(seen, 'T4-SUM', 'waived');
    await expect(deeds.returnReport(wang, agencyId, 2023, draft)).rejects.toMatchObject({
      code: 'version-changed',
      details: { byName: '李明' },
    });
    const clean = await look();
    await handIn({}, wang);
    await expect(deeds.signOff(li, agencyId, 2023, { ...clean, confirmed: true, text: '' })).rejects.toMatchObject({
      code: 'version-changed',
      details: { byName: '王芳', sentence: expect.stringContaining('导入了新的一版报告') as string },
    });
  });

  it('gives two returns of one moment two numbers', async () => {
    await handIn(wrongTotal);
    const other = uuid();
    await database.getRepository(AgencyEntity).insert({
      countyId: li.countyId,
      id: other,
      code: '2',
      name: '清河县教育局',
      kind: '部门',
      aliases: [],
      firstYear: null,
      lastYear: null,
      position: 1,
    });
    const first = agencyId;
    agencyId = other;
    await handIn(wrongTotal);
    const drafts = await Promise.all([first, other].map((id) => deeds.draft(li, id, 2023)));
    expect(drafts.map(({ number }) => number)).toEqual([1, 1]);
    const opinions = await Promise.all(drafts.map((draft) => deeds.returnReport(li, draft.agencyId, 2023, draft)));
    expect(opinions.map(({ number }) => number).sort()).toEqual([1, 2]);
  });
});

describe('a return', () => {
  it('makes a numbered opinion of what is open, and a new version answers it', async () => {
    await handIn(wrongTotal);
    const opinion = await returned(await look());
    expect(opinion).toMatchObject({ number: 1, version: 1, state: 'under_way', dueOn: '2025-02-17', items: [{ severity: 'error' }] });
    expect(opinion.items[0]!.text).toContain('「总计」应为 0，填写 1（多 1）');
    expect(await look()).toMatchObject({ status: 'returned', findings: [{ state: 'returned' }] });
    await handIn();
    const after = await look();
    expect(after).toMatchObject({
      status: 'corrected',
      version: 2,
      findings: [],
      resolved: [{ state: 'resolved' }],
      opinions: [{ state: 'answered' }],
    });
    expect(after.resolved[0]!.events.map(({ kind, version }) => [kind, version])).toEqual([
      ['found', 1],
      ['returned', 1],
      ['resolved', 2],
    ]);
    await expect(deeds.takeOpinionBack(li, opinion.id, '误退')).rejects.toMatchObject({ code: 'opinion-closed' });
  });

  it('is due five working days on, and says so where the holidays of the year are not known until the county enters them', async () => {
    now.at = new Date('2039-01-20T02:00:00Z');
    await handIn(wrongTotal);
    const estimate = await deeds.draft(li, agencyId, 2023);
    expect(estimate).toMatchObject({ dueOn: '2039-01-27', dueNote: '2039 年放假安排尚未公布，按周一至周五估算' });
    const holidays = new HolidaysService(database, new AuditService(clock), clock);
    const spring = [{ name: '春节', from: '2039-01-24', to: '2039-01-30' }];
    await holidays.save(li, 2039, { holidays: spring, worked: ['2039-01-22'] });
    // Friday 21, Saturday 22 worked, Sunday 23 off, then a week of Spring Festival: 31 January, 1 and 2 February.
    expect(await deeds.draft(li, agencyId, 2023)).toMatchObject({ dueOn: '2039-02-02', dueNote: '' });
    await expect(holidays.save(li, 2025, { holidays: [], worked: [] })).rejects.toMatchObject({ code: 'holidays-not-possible' });
    await expect(holidays.save(li, 2039, { holidays: spring, worked: ['2039-02-02'] })).rejects.toMatchObject({
      details: { sentence: '2039-02-02 不是周六或周日，不用登记调休上班。' },
    });
    expect(await entries()).toContain('save-holidays');
  });

  it('is open again and remembered where the new version still shows the fault', async () => {
    await handIn(wrongTotal);
    await returned(await look());
    await handIn({ ...wrongTotal, 'disclosure.a20_5.licence.decisions': 7 });
    expect(await look()).toMatchObject({ status: 'has_errors', findings: [{ state: 'open', returnedFor: 1 }] });
  });

  it('is not answered by a correction the office makes itself', async () => {
    await handIn(wrongTotal);
    await returned(await look());
    const corrections = new CorrectionsService(database, reports, new AuditService(clock), clock, {
      add: () => Promise.resolve(),
    } as never);
    const changes = [{ cell: 'disclosure.a20_5.licence.decisions' as const, figure: 7, reason: '原件为 7' }];
    await corrections.correct(wang, agencyId, 2023, { basedOn: 1, changes, confirmed: [], reason: '识读有误' });
    expect(await look()).toMatchObject({
      version: 2,
      status: 'returned',
      findings: [{ state: 'returned' }],
      opinions: [{ state: 'under_way' }],
    });
  });

  it('may be undone at once without a reason, later only with one', async () => {
    await handIn(wrongTotal);
    const opinion = await returned(await look());
    expect((await deeds.takeOpinionBack(li, opinion.id, '')).state).toBe('undone');
    expect(await look()).toMatchObject({ status: 'has_errors', findings: [{ state: 'open', returnedFor: 0 }] });
    const again = await returned(await look());
    expect(again.number).toBe(2);
    now.at = new Date(now.at.getTime() + 11 * 60_000);
    await expect(deeds.takeOpinionBack(li, again.id, '')).rejects.toMatchObject({ code: 'reason-required' });
    expect((await deeds.takeOpinionBack(li, again.id, '退错单位')).undone).toMatchObject({ byName: '李明', reason: '退错单位' });
  });
});

describe('a return of several at once', () => {
  let school: string;
  let quiet: string;
  const agencyOf = async (code: string, name: string) => {
    const id = uuid();
    const rest = { code, name, kind: '部门' as const, aliases: [], firstYear: null, lastYear: null, position: Number(code) };
    await database.getRepository(AgencyEntity).insert({ countyId: li.countyId, id, ...rest });
    return id;
  };
  const as = async (id: string, work: () => Promise<void>) => {
    const before = agencyId;
    agencyId = id;
    await work();
    agencyId = before;
  };
  beforeEach(async () => {
    school = await agencyOf('2', '清河县教育局');
    quiet = await agencyOf('3', '清河县档案局');
    await handIn(wrongTotal);
    await as(school, () => handIn(wrongTotal));
  });
  const drafts = () => deeds.drafts(li, 2023, [quiet, school, agencyId]);

  it('drafts one opinion for each in the order of the roster, and names whoever has nothing to return', async () => {
    const { drafts: made, leftOut } = await drafts();
    expect(made.map(({ agencyName, number, items }) => [agencyName, number, items.length])).toEqual([
      ['清河县柳河镇人民政府', 1, 1],
      ['清河县教育局', 2, 1],
    ]);
    // Five working days after Monday 10 February 2025.
    expect(made.map(({ dueOn }) => dueOn)).toEqual(['2025-02-17', '2025-02-17']);
    expect(leftOut).toEqual([{ agencyId: quiet, agencyName: '清河县档案局', reason: '2023 年度还没有读入的报告。' }]);
    await returned(await look());
    expect((await drafts()).leftOut.map(({ agencyName, reason }) => [agencyName, reason])).toContainEqual([
      '清河县柳河镇人民政府',
      '未了结的问题都已退回，正等待重报。',
    ]);
  });

  it('returns the others where one was touched meanwhile, and says who was quicker', async () => {
    const { drafts: made } = await drafts();
    await answer(await look(wang), 'T4-SUM', 'waived', wang);
    const { made: opinions, failed } = await grouped.returnReports(li, 2023, { opinions: made });
    expect(opinions.map(({ agencyName, number, state }) => [agencyName, number, state])).toEqual([['清河县教育局', 1, 'under_way']]);
    expect(failed).toMatchObject([
      { agencyName: '清河县柳河镇人民政府', problem: { code: 'version-changed', details: { byName: '王芳' } } },
    ]);
    expect(await look()).toMatchObject({ opinions: [] });
  });

  it('never returns what two clerks return together twice', async () => {
    const { drafts: made } = await drafts();
    const outcomes = await Promise.all([li, wang].map((scope) => grouped.returnReports(scope, 2023, { opinions: made })));
    const all = outcomes.flatMap((one) => one.made);
    expect(all.map(({ number }) => number).sort()).toEqual([1, 2]);
    expect(new Set(all.map((one) => one.agencyId)).size).toBe(2);
    expect(outcomes.flatMap(({ failed }) => failed.map(({ problem }) => problem.code))).toEqual(['version-changed', 'version-changed']);
  });
});

describe('a sign-off', () => {
  const sign = async (scope = li) => deeds.signOff(scope, agencyId, 2023, { ...(await look(scope)), confirmed: false, text: '' });

  it('is refused with every reason while anything is open, and makes 已核 when nothing is', async () => {
    await handIn(wrongTotal);
    await expect(sign()).rejects.toMatchObject({ code: 'not-signable', details: { reasons: ['还有 1 处错误没有改正，也没有豁免。'] } });
    await answer(await look(), 'T4-SUM', 'waived');
    expect(await sign()).toMatchObject({ status: 'signed', signing: { signed: { byName: '李明', isOwn: false } } });
  });

  it('is not for the one who handed the report in, where another could sign', async () => {
    await handIn({}, li);
    await expect(sign(li)).rejects.toMatchObject({ code: 'not-signable' });
    await rules.saveOwnSignOff(li, 'warn');
    expect((await sign(li)).signing.signed).toMatchObject({ isOwn: true });
  });

  it('warns but does not stop the only clerk of a county', async () => {
    await database.getRepository(UserEntity).delete({ countyId: li.countyId, id: wang.userId });
    await handIn({}, li);
    expect((await look()).signing).toMatchObject({ obstacles: [], warnings: [expect.stringContaining('本人核定')] });
    expect((await sign(li)).signing.signed).toMatchObject({ isOwn: true });
  });

  it('can be taken back with a reason, and does not outlive a new version', async () => {
    await handIn();
    const signed = await sign();
    const open = await deeds.takeSignOffBack(wang, agencyId, 2023, { ...signed, reason: '补充核对' });
    expect(open).toMatchObject({ status: 'received', signing: { signed: null } });
    await sign();
    await handIn({ 'disclosure.a20_5.licence.decisions': 7 });
    expect(await look()).toMatchObject({
      status: 'received',
      signing: { signed: null, events: [{ kind: 'signed' }, { kind: 'taken_back' }, { kind: 'signed' }] },
    });
  });
});

describe('a rule', () => {
  it('is switched off with a reason and named as such; what it found is not called resolved; switched on it speaks again', async () => {
    await handIn(wrongTotal);
    const off = await rules.decide(li, 'T4-SUM', { isOff: true, severity: null, reason: '系统迁移期间暂停', basedOn: null });
    expect(off.waiting).toBe(1);
    await reports.recheck(li.countyId, agencyId, 2023);
    const year = await findings.ofYear(li, 2023, {});
    expect(year).toMatchObject({ agencies: [], switchedOff: [{ check: 'T4-SUM', reason: '系统迁移期间暂停' }] });
    expect(await look()).toMatchObject({ findings: [], resolved: [], status: 'received' });
    const { id } = off.rules.find(({ check }) => check === 'T4-SUM')!.decisions[0]!;
    await expect(rules.decide(wang, 'T4-SUM', { isOff: false, severity: null, reason: '恢复', basedOn: null })).rejects.toMatchObject({
      code: 'version-changed',
      details: { byName: '李明' },
    });
    await rules.decide(wang, 'T4-SUM', { isOff: false, severity: null, reason: '恢复', basedOn: id });
    await reports.recheck(li.countyId, agencyId, 2023);
    expect((await rules.book(li, 2023)).waiting).toBe(0);
    expect(only(await look(), 'T4-SUM').state).toBe('open');
  });

  it('counts what it found this year and in how many agencies', async () => {
    await handIn({ ...wrongTotal, 'disputes.suit_direct.total': 1 });
    const { rules: lines } = await rules.book(li);
    expect(lines.find(({ check }) => check === 'T4-SUM')!.hits).toEqual({ findings: 2, agencies: 1 });
  });
});

it('compares the standing version with the one before it, cell by cell', async () => {
  await handIn(wrongTotal);
  await handIn({ 'disclosure.a20_5.licence.decisions': 7 });
  const difference = await findings.difference(li, agencyId, 2023, {});
  expect(difference).toMatchObject({
    from: 1,
    to: 2,
    compared: 200,
    cells: [
      { cell: 'disclosure.a20_5.licence.decisions', before: 0, after: 7 },
      { cell: 'disputes.review.total', before: 1, after: 0 },
    ],
    gone: [{ check: 'T4-SUM' }],
    kept: 0,
  });
});

it('filters a year by severity, state and repetition, and keeps townships to themselves', async () => {
  await handIn(wrongTotal, wang, 2022);
  await handIn({ ...wrongTotal });
  expect((await findings.ofYear(li, 2023, { repeated: 'repeated' })).agencies[0]!.findings.map(({ isRepeated }) => isRepeated)).toEqual([
    true,
  ]);
  expect((await findings.ofYear(li, 2023, { repeated: 'new' })).agencies).toEqual([]);
  expect((await findings.ofYear(li, 2023, { severity: 'warning' })).agencies).toEqual([]);
  expect((await findings.ofYear(li, 2023, { state: 'unsettled' })).agencies).toHaveLength(1);
  await expect(findings.ofReport({ ...li, role: 'township', agencyId: uuid() }, agencyId, 2023)).rejects.toMatchObject({
    code: 'forbidden',
  });
  expect(await database.getRepository(ReportEntity).countBy({ countyId: li.countyId })).toBe(2);
});
