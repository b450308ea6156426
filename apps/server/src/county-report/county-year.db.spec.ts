import { cellsOf, type CellCode, type Figures } from '@mingshu/report-format';
import type { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { AuditService } from '../audit/audit.service';
import { Clock } from '../config/clock';
import { nameCountyRow } from '../database/county-row';
import {
  AgencyEntity,
  CountyEntity,
  FilingExceptionEntity,
  ReportEntity,
  RoundEntity,
  SignOffEntity,
  SubmissionEntity,
} from '../database/entities';
import { testDatabase } from '../database/test-database';
import { RulesService } from '../rules/rules.service';
import { CountyReportService } from './county-report.service';
import { keptCountyYear } from './county-year';

const licences: CellCode = 'disclosure.a20_5.licence.decisions';
const year = 2024;
let database: DataSource;
let service: CountyReportService;
let countyId: string;
let ids: Record<'柳河镇' | '教育局' | '县政府办' | '旧镇', string>;
const asked = () => ({ countyId, agencyId: null, userId: uuid(), userName: '李审核', role: 'reviewer' as const });

beforeAll(async () => {
  database = await testDatabase();
  const [clock, audit] = [new Clock(), new AuditService(new Clock())];
  service = new CountyReportService(database, new RulesService(database, audit, clock, undefined as never), audit, clock);
});
afterAll(() => database.destroy());

beforeEach(async () => {
  countyId = uuid();
  ids = { 柳河镇: uuid(), 教育局: uuid(), 县政府办: uuid(), 旧镇: uuid() };
  await database.getRepository(CountyEntity).insert({ id: countyId, name: '清河县', sample: 'absent', sampleTotal: 0 });
  await nameCountyRow(database.manager, countyId, '清河县');
  const shared = { countyId, aliases: [], firstYear: null, lastYear: null };
  await database.getRepository(AgencyEntity).insert([
    { ...shared, id: ids.柳河镇, code: '1', name: '柳河镇', kind: '镇', position: 0 },
    { ...shared, id: ids.教育局, code: '2', name: '教育局', kind: '部门', position: 1 },
    { ...shared, id: ids.县政府办, code: '3', name: '县政府办', kind: '县政府本级', position: 2 },
    { ...shared, id: ids.旧镇, code: '4', name: '旧镇', kind: '镇', position: 3, lastYear: 2023 },
  ]);
  await database.getRepository(RoundEntity).insert({ countyId, year, onTimeBy: '2025-01-31', closesOn: '2025-01-31' });
});

/** A version of a report with a number of licences, all else 0; the versions before it no longer stand. */
async function filed(agencyId: string, count: number, version = 1): Promise<void> {
  const [submissionId, receivedAt] = [uuid(), new Date()];
  await database.getRepository(SubmissionEntity).insert({
    ...{ countyId, id: submissionId, batchId: uuid(), fileName: '年报.docx', bytes: 1, sha256: submissionId, status: 'read' },
    ...{ sentence: '', isAssigned: false, startedCount: 1, receivedAt },
  });
  await database.getRepository(ReportEntity).update({ countyId, agencyId, year }, { stands: false });
  const figures = Object.fromEntries(cellsOf('2021').map((cell) => [cell, cell === licences ? count : 0])) as Figures;
  const place = { countyId, id: uuid(), agencyId, year, version, stands: true, submissionId, edition: '2021' as const };
  await database.getRepository(ReportEntity).insert({ ...place, figures: figures as never, receivedAt, origin: 'read' });
}
const sign = (agencyId: string, version: number, kind: 'signed' | 'taken_back' = 'signed') =>
  database.getRepository(SignOffEntity).insert({
    ...{ countyId, id: uuid(), agencyId, year, version, kind, text: '', isOwn: false, byId: uuid(), byName: '李审核', at: new Date() },
  });
const decide = (agencyId: string, kind: 'excused' | 'withdrawn') =>
  database.getRepository(FilingExceptionEntity).insert({
    ...{ countyId, id: uuid(), agencyId, year, kind, until: null, reason: '已撤销', byName: '李审核', at: new Date() },
  });
const differing = async (of: 'all' | 'signed' = 'all') =>
  (await service.answer(asked(), year, { of })).differs.rows.map(({ code, cells }) => [code, ...cells.map(({ value }) => value)]);

it('keeps the county apart from its agencies, and agencies to their years', async () => {
  await filed(ids.柳河镇, 3);
  await filed(countyId, 9);
  const { members, own, statedScope } = await keptCountyYear(database.manager, countyId, year);
  expect(members.map(({ name, version }) => [name, version])).toEqual([
    ['柳河镇', 1],
    ['教育局', null],
    ['县政府办', null],
  ]);
  expect([own?.name, own?.version, statedScope]).toEqual(['清河县人民政府', 1, '全县']);
});

it('adds the versions that stand, and counts a signature for the version it was given for', async () => {
  await filed(ids.柳河镇, 3);
  await sign(ids.柳河镇, 1);
  await filed(ids.教育局, 4);
  await sign(ids.教育局, 1);
  await filed(ids.县政府办, 5);
  await sign(ids.县政府办, 1);
  await filed(countyId, 12);
  expect([await differing(), await differing('signed')]).toEqual([[], []]);
  await filed(ids.柳河镇, 6, 2);
  expect(await differing()).toEqual([[licences, 12, 15, -3]]);
  await sign(ids.教育局, 1, 'taken_back');
  const { missing, unsigned, notAssessable } = await service.answer(asked(), year, { of: 'signed' });
  expect([missing.map(({ name }) => name), unsigned, notAssessable.rows.length]).toEqual([['柳河镇', '教育局'], [], 200]);
});

it('needs no report of who is excused, until the excuse is taken back', async () => {
  await filed(ids.柳河镇, 3);
  await filed(ids.县政府办, 5);
  await filed(countyId, 8);
  await decide(ids.教育局, 'excused');
  const { missing, excused, agrees } = await service.answer(asked(), year, { of: 'all' });
  expect([missing, excused.map(({ name, reason }) => [name, reason]), agrees.rows.length]).toEqual([[], [['教育局', '已撤销']], 200]);
  await decide(ids.教育局, 'withdrawn');
  const after = await service.answer(asked(), year, { of: 'all' });
  expect([after.agrees.rows.length, after.findings.map(({ check, subject }) => [check, subject])]).toEqual([
    0,
    [['AGG-COVER', ids.教育局]],
  ]);
});
