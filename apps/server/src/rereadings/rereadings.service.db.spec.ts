import { createReadStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { figureOf, type CellCode, type FigureReading, type ReportReading } from '@mingshu/report-format';
import { readDocument } from '@mingshu/report-reader';
import type { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { AgenciesService } from '../agencies/agencies.service';
import { AuditService } from '../audit/audit.service';
import { Clock } from '../config/clock';
import { installation } from '../config/settings';
import { AgencyEntity, CountyEntity, ReportEntity, SubmissionEntity } from '../database/entities';
import { testDatabase } from '../database/test-database';
import { DocumentStore } from '../documents/document-store';
import type { Scope } from '../identity/scope';
import { CorrectionsService } from '../reports/corrections.service';
import { ReportsRepository } from '../reports/reports.repository';
import { RoundsService } from '../rounds/rounds.service';
import { RulesService } from '../rules/rules.service';
import { AdoptionService } from './adoption.service';
import { RereadingsService, type RereadPlace } from './rereadings.service';

const fixture = (name: string) => join(installation, 'test', 'fixtures', 'drawn', name, 'document.txt');
const cell = 'requests.granted.total';
const other = 'requests.partial.total';

let database: DataSource;
let folder: string;
let documents: DocumentStore;
let reports: ReportsRepository;
let corrections: CorrectionsService;
let rereadings: RereadingsService;
let adoptions: AdoptionService;
let scope: Scope;
/** Jobs asked for: the queue itself is the api ring's matter. */
let jobs: RereadPlace[];

beforeAll(async () => {
  database = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), 'mingshu-rereadings-'));
  documents = new DocumentStore(folder);
  const [audit, clock] = [new AuditService(new Clock()), new Clock()];
  const rounds = new RoundsService(database, new AgenciesService(database, audit, undefined as never), audit);
  const silent = { add: async () => undefined };
  reports = new ReportsRepository(database, rounds, audit, clock, new RulesService(database, audit, clock, undefined as never));
  corrections = new CorrectionsService(database, reports, audit, clock, silent as never);
  // The reader itself, without the child around it.
  const readers = { read: ({ path, fileName }: { path: string; fileName: string }) => readDocument(readFileSync(path), fileName) };
  const queue = { addBulk: async (all: { data: RereadPlace }[]) => jobs.push(...all.map(({ data }) => data)) };
  rereadings = new RereadingsService(database, documents, audit, clock, readers as never, queue as never);
  adoptions = new AdoptionService(database, reports, audit, silent as never);
});
afterAll(async () => {
  await database.destroy();
  rmSync(folder, { recursive: true });
});

beforeEach(async () => {
  jobs = [];
  const countyId = uuid();
  scope = { countyId, agencyId: null, userId: uuid(), userName: '王芳', role: 'reviewer' };
  await database.getRepository(CountyEntity).insert({ id: countyId, name: '清河县', sample: 'absent', sampleTotal: 0 });
});

/** A document kept and stored as an earlier reader would have read it: with `otherwise` in place of what is read now. */
async function stored(name: string, otherwise: Partial<Record<CellCode, FigureReading>> = {}) {
  const { countyId } = scope;
  const [agencyId, submissionId, receivedAt] = [uuid(), uuid(), new Date()];
  const kept = (await documents.put(createReadStream(fixture(name)), 1e7))!;
  await database.getRepository(AgencyEntity).insert({
    ...{ countyId, id: agencyId, code: agencyId, name, kind: '镇', aliases: [], firstYear: null, lastYear: null, position: 0 },
  });
  await database.getRepository(SubmissionEntity).insert({
    ...{
      countyId,
      id: submissionId,
      batchId: uuid(),
      fileName: 'document.txt',
      bytes: kept.bytes,
      sha256: kept.sha256,
      status: 'received',
    },
    ...{ sentence: '', isAssigned: false, startedCount: 0, receivedAt },
  });
  const reading = (await readDocument(readFileSync(fixture(name)), 'document.txt')) as ReportReading;
  const before = { ...reading, figures: { ...reading.figures, ...otherwise } };
  await reports.save({ countyId, submissionId, agencyId, year: 2024, receivedAt, userId: null }, before, '已读入');
  return { agencyId, submissionId, now: figureOf(reading.figures[cell]!) };
}
const run = async () => {
  const { id } = await rereadings.start(scope, {});
  for (const job of jobs) await rereadings.readAnew(job);
  return id;
};
const standing = (agencyId: string) =>
  database.getRepository(ReportEntity).findOneByOrFail({ countyId: scope.countyId, agencyId, stands: true });
const unclear: FigureReading = { state: 'unread', why: 'unclear', printed: 'x' };
const states = async (id: string) =>
  new Map((await rereadings.detail(scope, id)).documents.map(({ submissionId, state }) => [submissionId, state]));

it('says what a later reader reads otherwise and changes no report by itself', async () => {
  const same = await stored('2024-text-tabs');
  const changed = await stored('2024-text-pipes', { [cell]: unclear });
  const id = await run();
  const detail = await rereadings.detail(scope, id);
  expect([detail.state, detail.total, detail.counts.same, detail.counts.changed]).toEqual(['done', 2, 1, 1]);
  expect(detail.documents).toMatchObject([
    { submissionId: changed.submissionId, version: 1, changes: [{ cell, before: 'unread', after: changed.now, isSettled: false }] },
  ]);
  expect((await standing(changed.agencyId)).figures[cell]).toBe('unread');
  expect((await standing(same.agencyId)).version).toBe(1);
});

it('takes over all reports no person has touched, and leaves those that persons corrected until each is asked for', async () => {
  const free = await stored('2024-text-tabs', { [cell]: unclear });
  const corrected = await stored('2024-text-pipes', { [cell]: unclear, [other]: unclear });
  const change = { basedOn: 1, changes: [{ cell: other as CellCode, figure: 77 }], confirmed: [], reason: '来函更正' };
  await corrections.correct(scope, corrected.agencyId, 2024, change);
  const id = await run();
  expect(await states(id)).toEqual(
    new Map([
      [free.submissionId, 'changed'],
      [corrected.submissionId, 'settled'],
    ]),
  );
  expect(await adoptions.adopt(scope, id, {})).toEqual({ taken: 1, left: 0 });
  const taken = await standing(free.agencyId);
  expect([taken.version, taken.origin, taken.figures[cell]]).toEqual([2, 'reread', free.now]);
  expect((await standing(corrected.agencyId)).version).toBe(2);
  expect(await adoptions.adopt(scope, id, { submissionId: corrected.submissionId })).toEqual({ taken: 1, left: 0 });
  const third = await standing(corrected.agencyId);
  // The new reading where no person spoke, the person's figure where one did.
  expect([third.version, third.figures[cell], third.figures[other]]).toEqual([3, corrected.now, 77]);
  await expect(adoptions.adopt(scope, id, { submissionId: corrected.submissionId })).rejects.toMatchObject({
    code: 'rereading-not-adoptable',
  });
});

it('does not take over what a person has touched since it was compared', async () => {
  const free = await stored('2024-text-tabs', { [cell]: unclear });
  const id = await run();
  await corrections.correct(scope, free.agencyId, 2024, { basedOn: 1, changes: [], confirmed: [cell], reason: '' });
  expect(await adoptions.adopt(scope, id, {})).toEqual({ taken: 0, left: 1 });
  expect((await standing(free.agencyId)).version).toBe(1);
});

it('runs once at a time, and reads no more after it was stopped', async () => {
  await stored('2024-text-tabs', { [cell]: unclear });
  const { id } = await rereadings.start(scope, {});
  await expect(rereadings.start(scope, {})).rejects.toMatchObject({ code: 'rereading-running' });
  expect((await rereadings.cancel(scope, id)).state).toBe('cancelled');
  for (const job of jobs) await rereadings.readAnew(job);
  expect((await rereadings.one(scope, id)).counts.waiting).toBe(1);
});
