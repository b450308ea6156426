import { cellsOf, type CellCode, type Figure, type FigureReading, type ReportReading } from '@mingshu/report-format';
import type { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { AgenciesService } from '../agencies/agencies.service';
import { AuditService } from '../audit/audit.service';
import { Clock } from '../config/clock';
import { AgencyEntity, CountyEntity, FindingEntity, ReportEntity, SubmissionEntity } from '../database/entities';
import { testDatabase } from '../database/test-database';
import { RoundsService } from '../rounds/rounds.service';
import { RulesService } from '../rules/rules.service';
import { StatisticsRepository } from '../statistics/statistics.repository';
import { ReportDetailService } from './report-detail.service';
import { ReportsRepository } from './reports.repository';

let database: DataSource;
let reports: ReportsRepository;
let rules: RulesService;
let details: ReportDetailService;
let countyId: string;
let agencyId: string;

beforeAll(async () => {
  database = await testDatabase();
  const audit = new AuditService(new Clock());
  rules = new RulesService(database, audit, new Clock(), undefined as never);
  reports = new ReportsRepository(
    database,
    new RoundsService(database, new AgenciesService(database, audit, undefined as never), audit),
    audit,
    new Clock(),
    rules,
  );
  details = new ReportDetailService(database, rules);
});
afterAll(() => database.destroy());

beforeEach(async () => {
  [countyId, agencyId] = [uuid(), uuid()];
  await database.getRepository(CountyEntity).insert({ id: countyId, name: '清河县', sample: 'absent', sampleTotal: 0 });
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

/** A reading in which every cell is 0 but those given. */
function reading(year: number, cells: Partial<Record<CellCode, Figure>> = {}): ReportReading {
  const place = { kind: 'line', line: 1 } as const;
  const figureReading = (figure: Figure): FigureReading =>
    typeof figure === 'number'
      ? { state: 'number', value: figure, printed: String(figure), place }
      : figure === 'unread'
        ? { state: 'unread', why: 'not_found' }
        : { state: figure, printed: '', place };
  return {
    kind: 'report',
    agency: { value: '柳河镇', signs: [] },
    year: { value: year, signs: [] },
    edition: '2021',
    editionPresumed: false,
    figures: Object.fromEntries(cellsOf('2021').map((cell) => [cell, figureReading(cells[cell] ?? 0)])),
    sections: {},
    remarks: [],
  };
}

async function handedIn(year: number) {
  const submissionId = uuid();
  const receivedAt = new Date();
  await database.getRepository(SubmissionEntity).insert({
    countyId,
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
  });
  return { countyId, submissionId, agencyId, year, receivedAt, userId: null };
}

const until = async (holds: () => Promise<boolean>) => {
  while (!(await holds())) await new Promise(setImmediate);
};

it('stores a report once when three attempts end together', async () => {
  const place = await handedIn(2023);
  const stored = await Promise.all([1, 2, 3].map(() => reports.save(place, reading(2023), '已读入')));
  expect(stored.filter(Boolean)).toHaveLength(1);
  expect(await database.getRepository(ReportEntity).countBy({ countyId })).toBe(1);
});

it('counts the newest version and keeps the older one', async () => {
  await reports.save(await handedIn(2023), reading(2023, { 'requests.granted.total': 1 }), '');
  await reports.save(await handedIn(2023), reading(2023, { 'requests.granted.total': 2 }), '');
  const rows = await database.getRepository(ReportEntity).find({ where: { countyId }, order: { version: 'ASC' } });
  expect(rows.map(({ version, stands, figures }) => [version, stands, figures['requests.granted.total']])).toEqual([
    [1, false, 1],
    [2, true, 2],
  ]);
});

it('keeps 0, blank, not applicable and unread apart in storage', async () => {
  await reports.save(
    await handedIn(2023),
    reading(2023, { 'requests.granted.total': 'blank', 'requests.partial.total': 'not_applicable', 'requests.settled.total': 'unread' }),
    '',
  );
  const cells = ['requests.granted.total', 'requests.partial.total', 'requests.settled.total', 'requests.new_received.total'] as const;
  const [row] = await new StatisticsRepository(database).figures({ countyId, agencyId: null }, cells, [2023]);
  expect(cells.map((cell) => row?.figures[cell])).toEqual(['blank', 'not_applicable', 'unread', 0]);
});

it('refuses figures with a missing cell and stores nothing of them', async () => {
  const place = await handedIn(2023);
  const { 'requests.granted.total': _, ...figures } = reading(2023).figures;
  await expect(reports.save(place, { ...reading(2023), figures }, '')).rejects.toThrow(/edition 2021/);
  expect(await database.getRepository(ReportEntity).countBy({ countyId })).toBe(0);
  expect((await database.getRepository(SubmissionEntity).findOneByOrFail({ countyId, id: place.submissionId })).status).toBe('received');
});

it('judges the next year again when last year changes, and twice is once', async () => {
  const settledBy = {
    'requests.settled.natural_person': 3,
    'requests.settled.total': 3,
    'requests.granted.natural_person': 3,
    'requests.granted.total': 3,
  } as const;
  await reports.save(
    await handedIn(2024),
    reading(2024, { 'requests.carried_in.natural_person': 3, 'requests.carried_in.total': 3, ...settledBy }),
    '',
  );
  const checks = async () => (await database.getRepository(FindingEntity).findBy({ countyId })).map(({ finding }) => finding.check);
  expect(await checks()).toEqual([]);
  await reports.save(await handedIn(2023), reading(2023), '');
  await reports.recheck(countyId, agencyId, 2024);
  await reports.recheck(countyId, agencyId, 2024);
  expect(await checks()).toEqual(['YOY-CARRY', 'YOY-CARRY']);
});

it('knows that a year is still to be judged whose year before came later, also when whoever should have asked for it died', async () => {
  const scope = { countyId, agencyId: null, userId: uuid(), userName: '县政务公开办', role: 'county_admin' } as const;
  const waiting = async () => (await rules.book(scope, 2024)).waiting;
  await reports.save(await handedIn(2024), reading(2024), '');
  expect(await waiting()).toBe(0);
  await reports.save(await handedIn(2023), reading(2023), '');
  expect(await waiting()).toBe(1);
  await reports.recheck(countyId, agencyId, 2024);
  expect(await waiting()).toBe(0);
});

it('shows a township its own report and no other', async () => {
  await reports.save(await handedIn(2023), reading(2023), '');
  const scope = { countyId, userId: uuid(), userName: 'x', role: 'township' } as const;
  expect((await details.detail({ ...scope, agencyId }, agencyId, 2023)).year).toBe(2023);
  await expect(details.detail({ ...scope, agencyId: uuid() }, agencyId, 2023)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(details.detail({ ...scope, role: 'reader', countyId: uuid(), agencyId: null }, agencyId, 2023)).rejects.toMatchObject({
    code: 'report-not-found',
  });
});

it('stores many years of one agency at the same time, none waiting for another for ever', async () => {
  const years = Array.from({ length: 12 }, (_, at) => 2021 + at);
  const places = await Promise.all(years.map((year) => handedIn(year)));
  const stored = await Promise.all(places.map((place, at) => reports.save(place, reading(years[at]!), '已读入。')));
  expect(stored.map((one) => one?.year)).toEqual(years);
  expect(await database.getRepository(ReportEntity).countBy({ countyId, stands: true })).toBe(12);
});

it('finds a copied text when both reports are judged at the very same moment', async () => {
  const copier = uuid();
  await database.getRepository(AgencyEntity).insert({
    ...{ countyId, id: copier, code: '2', name: '清河县东坪镇人民政府', kind: '镇', aliases: [] },
    ...{ firstYear: null, lastYear: null, position: 1 },
  });
  await reports.save(await handedIn(2024), reading(2024), '已读入。');
  const told = Array.from({ length: 320 }, (_, place) => String.fromCharCode(0x4e00 + ((place * 104_729) % 6000))).join('');
  const [first, second] = [await handedIn(2024), { ...(await handedIn(2024)), agencyId: copier }];
  const alike = { ...reading(2024), sections: { '1': told } };
  // Neither can be stored before the entry of its deed: both are judged by then, and neither saw the other.
  const gate = database.createQueryRunner();
  await gate.startTransaction();
  await gate.query('lock table audit_entry in share mode');
  const saved = Promise.all([first, second].map((place) => reports.save(place, alike, '已读入。')));
  await until(
    async () => (await database.query("select 1 from pg_locks where not granted and relation = 'audit_entry'::regclass")).length === 2,
  );
  await gate.commitTransaction();
  await gate.release();
  await saved;
  const outdated = await database.query('select agency_id as "agencyId" from report where county_id = $1 and judged_under is null', [
    countyId,
  ]);
  for (const report of outdated) await reports.recheck(countyId, report.agencyId, 2024);
  const copied = (await database.getRepository(FindingEntity).findBy({ countyId })).filter(({ finding }) => finding.check === 'DUP-TEXT');
  expect(copied.map(({ finding }) => finding.subject).sort()).toEqual([agencyId, copier].sort());
});
