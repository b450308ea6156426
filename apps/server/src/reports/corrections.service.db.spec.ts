import { cellsOf, type CellCode, type Figure, type FigureReading, type ReportReading } from '@mingshu/report-format';
import type { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { AgenciesService } from '../agencies/agencies.service';
import { AuditService } from '../audit/audit.service';
import { Clock } from '../config/clock';
import {
  AgencyEntity,
  AuditEntryEntity,
  CountyEntity,
  ReadingEntity,
  ReportEntity,
  SubmissionEntity,
  UserEntity,
} from '../database/entities';
import { testDatabase } from '../database/test-database';
import type { Scope } from '../identity/scope';
import { RoundsService } from '../rounds/rounds.service';
import { RulesService } from '../rules/rules.service';
import { CorrectionsService } from './corrections.service';
import { ReportDetailService } from './report-detail.service';
import { ReportsRepository } from './reports.repository';
import { ReviewService } from './review.service';

let database: DataSource;
let reports: ReportsRepository;
let corrections: CorrectionsService;
let reviews: ReviewService;
let [fang, qiang]: Scope[] = [];
let agencyId: string;
/** Rechecks asked for: the queue itself is the api ring's matter. */
let asked: unknown[];

beforeAll(async () => {
  database = await testDatabase();
  const audit = new AuditService(new Clock());
  const rounds = new RoundsService(database, new AgenciesService(database, audit, undefined as never), audit);
  const rules = new RulesService(database, audit, new Clock(), undefined as never);
  reports = new ReportsRepository(database, rounds, audit, new Clock(), rules);
  const queue = { add: async (_: string, data: unknown) => asked.push(data) };
  corrections = new CorrectionsService(database, reports, audit, new Clock(), queue as never);
  reviews = new ReviewService(database, new ReportDetailService(database, rules));
});
afterAll(() => database.destroy());

beforeEach(async () => {
  asked = [];
  const countyId = uuid();
  agencyId = uuid();
  await database.getRepository(CountyEntity).insert({ id: countyId, name: '清河县', sample: 'absent', sampleTotal: 0 });
  await database.getRepository(AgencyEntity).insert({
    ...{
      countyId,
      id: agencyId,
      code: '1',
      name: '清河县柳河镇人民政府',
      kind: '镇',
      aliases: [],
      firstYear: null,
      lastYear: null,
      position: 0,
    },
  });
  [fang, qiang] = await Promise.all(
    ['王芳', '李强'].map(async (userName): Promise<Scope> => {
      const userId = uuid();
      await database
        .getRepository(UserEntity)
        .insert({ countyId, id: userId, name: userName, role: 'reviewer', agencyId: null, passwordHash: '' });
      return { countyId, agencyId: null, userId, userName, role: 'reviewer' };
    }),
  );
  await reports.save(await handedIn(), reading({ 'requests.granted.total': 'unread', 'requests.partial.total': 'blank' }), '已读入');
});

const place = { kind: 'grid', table: 2, row: 5, column: 9 } as const;

function reading(cells: Partial<Record<CellCode, Figure>>): ReportReading {
  const one = (figure: Figure): FigureReading =>
    typeof figure === 'number'
      ? { state: 'number', value: figure, printed: String(figure), place }
      : figure === 'unread'
        ? { state: 'unread', why: 'unclear', printed: '2 3', place }
        : { state: figure, printed: '', place };
  return {
    ...{
      kind: 'report',
      agency: { value: '柳河镇', signs: [] },
      year: { value: 2023, signs: [] },
      edition: '2021',
      editionPresumed: false,
    },
    figures: Object.fromEntries(cellsOf('2021').map((cell) => [cell, one(cells[cell] ?? 0)])),
    ...{ sections: {}, remarks: [] },
  };
}

async function handedIn(status: SubmissionEntity['status'] = 'received') {
  const [submissionId, receivedAt, countyId] = [uuid(), new Date(), fang!.countyId];
  await database.getRepository(SubmissionEntity).insert({
    ...{ countyId, id: submissionId, batchId: uuid(), fileName: '年报.docx', bytes: 1, sha256: submissionId, status, sentence: '' },
    ...{ isAssigned: false, startedCount: 0, receivedAt },
  });
  return { countyId, submissionId, agencyId, year: 2023, receivedAt, userId: null };
}

const versions = () => database.getRepository(ReportEntity).find({ where: { countyId: fang!.countyId }, order: { version: 'ASC' } });
const correct = (scope: Scope, basedOn: number, cell: CellCode, figure: Figure) =>
  corrections.correct(scope, agencyId, 2023, { basedOn, changes: [{ cell, figure }], confirmed: [], reason: '对照原件' });

it('makes the next version of the same document; the first keeps its figures, and the cell keeps its print and who changed it', async () => {
  await correct(fang!, 1, 'requests.granted.total', 23);
  const [first, second] = await versions();
  expect([first!.stands, first!.figures['requests.granted.total'], first!.origin]).toEqual([false, 'unread', 'read']);
  expect([second!.stands, second!.figures['requests.granted.total'], second!.origin, second!.basedOn]).toEqual([true, 23, 'corrected', 1]);
  expect(second!.submissionId).toBe(first!.submissionId);
  const { report, changes } = await reviews.review(fang!, agencyId, 2023);
  expect(report.figures['requests.granted.total']).toEqual({ state: 'number', value: 23, printed: '2 3', place });
  expect(report.settlements['requests.granted.total']).toMatchObject({
    kind: 'corrected',
    by: '王芳',
    reason: '对照原件',
    first: { state: 'unread' },
  });
  expect(changes).toMatchObject([
    { version: 2, cell: 'requests.granted.total', before: 'unread', after: 23, by: '王芳', reason: '对照原件' },
  ]);
  expect(report.findings.map(({ check }) => check)).toContain('T3-ROW');
  expect(asked).toEqual([]);
});

it('has next year judged again where next year has a report', async () => {
  await reports.save({ ...(await handedIn()), year: 2024 }, reading({}), '已读入');
  await correct(fang!, 1, 'requests.granted.total', 23);
  expect(asked).toEqual([{ countyId: fang!.countyId, agencyId, year: 2024 }]);
});

it('tells the second of two clerks who was first and when, and loses the work of neither', async () => {
  const outcomes = await Promise.allSettled([
    correct(fang!, 1, 'requests.granted.total', 23),
    correct(qiang!, 1, 'requests.partial.total', 4),
  ]);
  const refused = outcomes.find((one) => one.status === 'rejected')!;
  const first = outcomes[0].status === 'fulfilled' ? '王芳' : '李强';
  expect(refused.reason).toMatchObject({ code: 'version-changed', status: 409, details: { version: 2, by: first } });
  expect(Date.parse(refused.reason.details.at)).not.toBeNaN();
  // The second applies the same on the new version.
  if (first === '王芳') await correct(qiang!, 2, 'requests.partial.total', 4);
  else await correct(fang!, 2, 'requests.granted.total', 23);
  const third = (await versions()).at(-1)!;
  expect([third.version, third.figures['requests.granted.total'], third.figures['requests.partial.total']]).toEqual([3, 23, 4]);
});

it('takes corrections back one after the other, each as a version of its own, down to what was read', async () => {
  await correct(fang!, 1, 'requests.granted.total', 23);
  await correct(qiang!, 2, 'requests.granted.total', 24);
  await corrections.undo(fang!, agencyId, 2023, { basedOn: 3, reason: '看错行' });
  await corrections.undo(fang!, agencyId, 2023, { basedOn: 4, reason: '看错行' });
  expect((await versions()).map(({ figures, origin }) => [figures['requests.granted.total'], origin])).toEqual([
    ['unread', 'read'],
    [23, 'corrected'],
    [24, 'corrected'],
    [23, 'undone'],
    ['unread', 'undone'],
  ]);
  await expect(corrections.undo(fang!, agencyId, 2023, { basedOn: 5, reason: '' })).rejects.toMatchObject({ code: 'nothing-to-undo' });
});

it('confirms cells without a new version, and counts a confirmed unreadable cell as unclear no more', async () => {
  const confirmed = ['requests.granted.total', 'requests.partial.total'] as const;
  await corrections.correct(fang!, agencyId, 2023, { basedOn: 1, changes: [], confirmed: [...confirmed], reason: '' });
  expect(await versions()).toHaveLength(1);
  const row = await database.getRepository(ReadingEntity).findOneByOrFail({ countyId: fang!.countyId });
  expect(row.unclearCount).toBe(0);
  expect(confirmed.map((cell) => [row.settlements[cell]?.kind, row.figures[cell]?.state])).toEqual([
    ['confirmed', 'unread'],
    ['confirmed', 'blank'],
  ]);
});

it('refuses what the form does not allow, a change without a reason, and an empty save', async () => {
  await expect(correct(fang!, 1, 'requests.granted.total', 1.5)).rejects.toMatchObject({ code: 'figure-not-possible' });
  await expect(correct(fang!, 1, 'requests.other.total' as CellCode, 1)).rejects.toMatchObject({ code: 'figure-not-possible' });
  const bare = { basedOn: 1, confirmed: [], reason: '' };
  await expect(
    corrections.correct(fang!, agencyId, 2023, { ...bare, changes: [{ cell: 'requests.granted.total', figure: 1 }] }),
  ).rejects.toMatchObject({ code: 'reason-required' });
  await expect(corrections.correct(fang!, agencyId, 2023, { ...bare, changes: [] })).rejects.toMatchObject({ code: 'nothing-to-save' });
  expect(await versions()).toHaveLength(1);
});

it('stores a report typed by hand once, each typed cell with the person, every other cell unread and none 0', async () => {
  const { submissionId } = await handedIn('unreadable');
  const submission = await database.getRepository(SubmissionEntity).findOneByOrFail({ countyId: fang!.countyId, id: submissionId });
  const figures = [
    { cell: 'requests.granted.total', figure: 7 },
    { cell: 'requests.partial.total', figure: 'blank' },
  ] as const;
  const entry = { agencyId, year: 2022, edition: '2021', figures: [...figures], reason: '扫描件' } as const;
  const stored = await Promise.all(
    [1, 2].map(() => corrections.enter(fang!, submission, { ...entry, figures: [...figures] }, '由人工录入')),
  );
  expect(stored.sort()).toEqual([false, true]);
  const { report } = await reviews.review(fang!, agencyId, 2022);
  expect(report.figures['requests.granted.total']).toEqual({ state: 'number', value: 7, printed: '', place: { kind: 'person' } });
  const states = Object.values(report.figures).map(({ state }) => state);
  expect([states.filter((state) => state === 'unread').length, states.filter((state) => state === 'number').length]).toEqual([198, 1]);
  expect(report.settlements['requests.partial.total']).toMatchObject({ kind: 'corrected', by: '王芳' });
});

it('writes every deed into the audit trail with before and after', async () => {
  await correct(fang!, 1, 'requests.granted.total', 23);
  const [entry] = await database.getRepository(AuditEntryEntity).findBy({ countyId: fang!.countyId, deed: 'correct-report' });
  expect(entry).toMatchObject({
    userId: fang!.userId,
    details: { changes: [{ cell: 'requests.granted.total', before: 'unread', after: 23, reason: '对照原件' }] },
  });
});
