import { cellsOf, type CellCode, type FigureReading, type ReportReading } from '@mingshu/report-format';
import type { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { AgenciesService } from '../agencies/agencies.service';
import { AuditService } from '../audit/audit.service';
import { Clock } from '../config/clock';
import {
  AgencyEntity,
  AgencyPredecessorEntity,
  AuditEntryEntity,
  CountyEntity,
  FindingEntity,
  ReportEntity,
  SubmissionEntity,
} from '../database/entities';
import { testDatabase } from '../database/test-database';
import type { Scope } from '../identity/scope';
import { LineageService } from '../lineage/lineage.service';
import { RoundsService } from '../rounds/rounds.service';
import { RulesService } from '../rules/rules.service';
import { queueNextYear } from './queue-next-year';
import { ReportDetailService } from './report-detail.service';
import { ReportsRepository } from './reports.repository';

let database: DataSource;
let reports: ReportsRepository;
let agencies: AgenciesService;
let lineage: LineageService;
let details: ReportDetailService;
let scope: Scope;
let ids: Record<'柳林乡' | '青山乡' | '新河镇', string>;
/** Rechecks asked for: the queue itself is the api ring's matter. */
let asked: { agencyId: string; year: number }[];
const queue = {
  addBulk: async (jobs: { data: { agencyId: string; year: number } }[]) => jobs.forEach(({ data }) => asked.push(data)),
  add: async (_: string, data: { agencyId: string; year: number }) => asked.push(data),
} as never;

beforeAll(async () => {
  database = await testDatabase();
  const [clock, audit] = [new Clock(), new AuditService(new Clock())];
  const rules = new RulesService(database, audit, clock, queue);
  agencies = new AgenciesService(database, audit, undefined as never);
  reports = new ReportsRepository(database, new RoundsService(database, agencies, audit), audit, clock, rules);
  lineage = new LineageService(database, agencies, audit, clock, rules);
  details = new ReportDetailService(database, rules);
});
afterAll(() => database.destroy());

beforeEach(async () => {
  asked = [];
  const countyId = uuid();
  scope = { countyId, agencyId: null, userId: uuid(), userName: '李审核', role: 'reviewer' };
  await database.getRepository(CountyEntity).insert({ id: countyId, name: '清河县', sample: 'absent', sampleTotal: 0 });
  ids = { 柳林乡: uuid(), 青山乡: uuid(), 新河镇: uuid() };
  const shared = { countyId, aliases: [], lastYear: null, position: 0 };
  await database.getRepository(AgencyEntity).insert([
    { ...shared, id: ids.柳林乡, code: '1', name: '柳林乡', kind: '乡', firstYear: null, lastYear: 2023 },
    { ...shared, id: ids.青山乡, code: '2', name: '青山乡', kind: '乡', firstYear: null, lastYear: 2023, position: 1 },
    { ...shared, id: ids.新河镇, code: '3', name: '新河镇', kind: '镇', firstYear: 2024, position: 2 },
  ]);
});

/** A stored report in which every cell is 0 but those given. */
async function filed(agencyId: string, year: number, cells: Partial<Record<CellCode, number>>): Promise<void> {
  const [submissionId, receivedAt] = [uuid(), new Date()];
  const { countyId } = scope;
  await database.getRepository(SubmissionEntity).insert({
    ...{ countyId, id: submissionId, batchId: uuid(), fileName: '年报.docx', bytes: 1, sha256: submissionId, status: 'received' },
    ...{ sentence: '', isAssigned: false, startedCount: 0, receivedAt },
  });
  const place = { kind: 'line', line: 1 } as const;
  const figures = cellsOf('2021').map((cell): [CellCode, FigureReading] => {
    const value = cells[cell] ?? 0;
    return [cell, { state: 'number', value, printed: String(value), place }];
  });
  const reading: ReportReading = {
    ...{ kind: 'report', edition: '2021', editionPresumed: false, sections: {}, remarks: [] },
    ...{ agency: { value: '', signs: [] }, year: { value: year, signs: [] }, figures: Object.fromEntries(figures) },
  };
  await reports.save({ countyId, submissionId, agencyId, year, receivedAt, userId: null }, reading, '');
}
const carriedOut = (count: number) => ({ 'requests.carried_out.total': count });
const carriedIn = (count: number) => ({ 'requests.carried_in.total': count });
const carryFindings = async () =>
  (await database.getRepository(FindingEntity).findBy({ countyId: scope.countyId }))
    .map(({ finding }) => finding)
    .filter(({ check, cells }) => check === 'YOY-CARRY' && cells.includes('requests.carried_in.total'));
const merged = (basedOn: string | null = null, predecessorIds = [ids.柳林乡, ids.青山乡]) => ({
  ...{ kind: 'merged' as const, sinceYear: 2024, predecessorIds, basedOn },
});

it('adds up what two merged townships carried over, and judges the new one against the sum', async () => {
  await filed(ids.柳林乡, 2023, carriedOut(2));
  await filed(ids.新河镇, 2024, carriedIn(4));
  const saved = await lineage.save(scope, ids.新河镇, merged());
  expect(saved.lineage?.predecessors.map(({ name }) => name)).toEqual(['柳林乡', '青山乡']);
  expect(asked).toEqual([{ countyId: scope.countyId, agencyId: ids.新河镇, year: 2024 }]);
  await reports.recheck(scope.countyId, ids.新河镇, 2024);
  expect(await carryFindings()).toEqual([]);
  const partial = (await details.detail(scope, ids.新河镇, 2024)).carryOver;
  expect(partial.links[0]).toMatchObject({ state: 'unknown', why: '没有青山乡 2023 年度的报告' });

  await filed(ids.青山乡, 2023, carriedOut(3));
  asked = [];
  await queueNextYear(database, queue, { countyId: scope.countyId, agencyId: ids.青山乡, year: 2023, id: uuid() });
  expect(asked).toEqual([{ countyId: scope.countyId, agencyId: ids.新河镇, year: 2024 }]);
  await reports.recheck(scope.countyId, ids.新河镇, 2024);
  expect(await carryFindings()).toMatchObject([{ expected: 5, found: 4 }]);
  asked = [];
  const { id } = await database.getRepository(ReportEntity).findOneByOrFail({ countyId: scope.countyId, agencyId: ids.青山乡, year: 2023 });
  await queueNextYear(database, queue, { countyId: scope.countyId, agencyId: ids.青山乡, year: 2023, id });
  expect(asked).toEqual([]);
  const { links, years, lineage: sentences } = (await details.detail(scope, ids.新河镇, 2024)).carryOver;
  expect(links[0]?.columns.find(({ applicant }) => applicant === 'total')).toMatchObject({ carriedOut: 5, carriedIn: 4, difference: -1 });
  expect(years[0]?.parts.map(({ agency }) => agency.name)).toEqual(['柳林乡', '青山乡']);
  expect(sentences).toEqual(['新河镇 2024 年度起由柳林乡、青山乡合并而来。']);
});

it('judges neither side of a split', async () => {
  await filed(ids.柳林乡, 2023, carriedOut(2));
  await filed(ids.柳林乡, 2024, carriedIn(1));
  expect(await carryFindings()).toHaveLength(1);
  await lineage.save(scope, ids.新河镇, { kind: 'split', sinceYear: 2024, predecessorIds: [ids.柳林乡], basedOn: null });
  expect(asked).toEqual([{ countyId: scope.countyId, agencyId: ids.柳林乡, year: 2024 }]);
  await reports.recheck(scope.countyId, ids.柳林乡, 2024);
  expect(await carryFindings()).toEqual([]);
  expect((await details.detail(scope, ids.柳林乡, 2024)).carryOver.links[0]?.why).toBe('2024 年度单位分设，上年数字无法归属');
});

it('refuses circles in words, keeps the second editor from undoing the first, and leaves a trail when it is removed', async () => {
  await expect(lineage.save(scope, ids.新河镇, merged(null, [ids.新河镇]))).rejects.toMatchObject({
    code: 'lineage-not-possible',
    status: 422,
    details: { sentence: '单位不能由自己而来，请另选前身单位。' },
  });
  const { lineage: first } = await lineage.save(scope, ids.新河镇, merged());
  await expect(lineage.save(scope, ids.柳林乡, merged(null, [ids.新河镇]))).rejects.toMatchObject({
    details: { sentence: '新河镇的沿革中已有柳林乡，不能互为前身。' },
  });
  await expect(lineage.save(scope, ids.新河镇, merged(null))).rejects.toMatchObject({ code: 'version-changed', status: 409 });
  await expect(lineage.save({ ...scope, countyId: uuid() }, ids.新河镇, merged())).rejects.toMatchObject({ code: 'agency-not-found' });
  await expect(agencies.remove(scope, ids.青山乡)).rejects.toMatchObject({ code: 'agency-is-predecessor', status: 409 });

  expect((await lineage.save(scope, ids.新河镇, merged(first!.at, []))).lineage).toBeNull();
  expect(await database.getRepository(AgencyPredecessorEntity).countBy({ countyId: scope.countyId })).toBe(0);
  const trail = await database.getRepository(AuditEntryEntity).findBy({ countyId: scope.countyId, deed: 'set-lineage' });
  expect(trail.map(({ details: kept }) => (kept as { before: unknown }).before)).toContainEqual(
    expect.objectContaining({ sinceYear: 2024 }),
  );
  await agencies.remove(scope, ids.青山乡);
});
