import type { Ledger } from '@mingshu/contracts';
import type { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { AgenciesService } from '../agencies/agencies.service';
import { AuditService } from '../audit/audit.service';
import { Clock } from '../config/clock';
import { CountyReportService } from '../county-report/county-report.service';
import { AgencyEntity, AuditEntryEntity, CountyEntity } from '../database/entities';
import { testDatabase } from '../database/test-database';
import { FindingsService } from '../findings/findings.service';
import type { Scope } from '../identity/scope';
import { PreparationService } from '../rounds/preparation.service';
import { RoundsService } from '../rounds/rounds.service';
import { RulesService } from '../rules/rules.service';
import { ledgerList } from './ledger-list';
import { LedgerService } from './ledger.service';
import { SeasonDeedsService } from './season-deeds.service';

let database: DataSource;
let agencies: AgenciesService;
let rounds: RoundsService;
let preparations: PreparationService;
let ledgers: LedgerService;
let deeds: SeasonDeedsService;
let li: Scope;
let town: string;
let office: string;

const now = { at: new Date() };
const clock = new (class extends Clock {
  override now() {
    return (now.at = new Date(now.at.getTime() + 1000));
  }
})();

beforeAll(async () => {
  database = await testDatabase();
  const audit = new AuditService(clock);
  const rules = new RulesService(database, audit, clock, { addBulk: () => Promise.resolve() } as never);
  agencies = new AgenciesService(database, audit, undefined as never);
  rounds = new RoundsService(database, agencies, audit);
  preparations = new PreparationService(database, agencies, rounds, audit, clock);
  ledgers = new LedgerService(
    database,
    agencies,
    rounds,
    new FindingsService(database, rules, clock, new CountyReportService(database, rules, audit, clock)),
    clock,
  );
  deeds = new SeasonDeedsService(database, audit, clock);
});
afterAll(() => database.destroy());

beforeEach(async () => {
  now.at = new Date('2025-01-22T02:00:00Z');
  const countyId = uuid();
  [town, office] = [uuid(), uuid()];
  li = { countyId, agencyId: null, userId: uuid(), userName: '李明', role: 'county_admin' };
  await database.getRepository(CountyEntity).insert({ id: countyId, name: '清河县', sample: 'absent', sampleTotal: 0 });
  const shared = { countyId, aliases: [], firstYear: null, lastYear: null, contactName: '周经办', contactPhone: '13812345678' };
  await database.getRepository(AgencyEntity).insert([
    { ...shared, id: town, code: '1', name: '清河县柳河镇人民政府', kind: '镇', position: 0 },
    { ...shared, id: office, code: '2', name: '清河县教育局', kind: '部门', position: 1 },
  ]);
});

const lineOf = (ledger: Ledger, id: string) => ledger.lines.find(({ agencyId }) => agencyId === id)!;

it('dates a town by its category, then by its extension with who and why', async () => {
  await rounds.save(li, 2024, { onTimeBy: '2025-01-31', closesOn: '2025-03-31' });
  await preparations.saveCategories(li, 2024, [{ category: '镇', onTimeBy: '2025-01-20', closesOn: '2025-02-10' }]);
  const before = await ledgers.ledger(li, 2024);
  expect(lineOf(before, town)).toMatchObject({
    dueOn: '2025-01-20',
    dueFrom: 'category',
    daysAfterDue: 2,
    daysLate: 2,
    nextStep: 'remind',
  });
  expect(lineOf(before, office)).toMatchObject({ dueOn: '2025-01-31', dueFrom: 'round', daysAfterDue: -9, daysLate: 0 });
  expect(before.counts).toMatchObject({ due: 2, received: 0, overdue: 1 });
  expect([before.phase, before.countdown]).toEqual(['collect', { dueOn: '2025-01-31', workingDays: 4, note: null }]);
  await deeds.decide(li, 2024, { agencyIds: [town], kind: 'extended', until: '2025-02-14', reason: '机构合并，数据移交' });
  const after = await ledgers.ledger(li, 2024);
  expect(lineOf(after, town)).toMatchObject({
    dueOn: '2025-02-14',
    daysLate: 0,
    exception: { kind: 'extended', reason: '机构合并，数据移交', by: '李明' },
  });
  expect(after.counts.overdue).toBe(0);
});

it('takes an excused agency out of what is owed, and puts it back when the excuse ends', async () => {
  await deeds.decide(li, 2024, { agencyIds: [office], kind: 'excused', reason: '本年度新设，未满一年' });
  const excused = await ledgers.ledger(li, 2024);
  expect(excused.rates.total).toMatchObject({ due: 1, excused: 1, filed: 0, filedRate: 0 });
  expect(lineOf(excused, office)).toMatchObject({ exception: { kind: 'excused' }, nextStep: 'none', reminderText: null });
  expect((await agencies.rosters(li, [2024]))[0]!.agencies.map(({ id }) => id)).toEqual([town]);
  expect(ledgerList(excused).rows[1]?.[2]).toBe('豁免（本年度新设，未满一年）');
  await deeds.decide(li, 2024, { agencyIds: [office], kind: 'withdrawn', reason: '应报尽报' });
  expect((await ledgers.ledger(li, 2024)).rates.total).toMatchObject({ due: 2, excused: 0 });
});

it('keeps what was sent to whom, and shows a number only to whoever asks for it, on record', async () => {
  const { reminderText } = lineOf(await ledgers.ledger(li, 2024), town);
  expect(reminderText).toContain('清河县柳河镇人民政府：贵单位 2024 年度');
  await deeds.remind(li, 2024, { reminders: [{ agencyId: town, text: reminderText! }] });
  const line = lineOf(await ledgers.ledger(li, 2024), town);
  expect(line.reminders).toMatchObject([{ text: reminderText, by: '李明' }]);
  expect(line.contactPhone).toBe('138****5678');
  expect(await agencies.contact(li, town)).toEqual({ name: '周经办', phone: '13812345678' });
  const trail = await database.getRepository(AuditEntryEntity).find({ where: { countyId: li.countyId }, order: { at: 'ASC' } });
  expect(trail.map(({ deed }) => deed)).toEqual(['record-reminders', 'show-contact']);
  await expect(agencies.contact({ ...li, agencyId: office }, town)).rejects.toMatchObject({ code: 'forbidden' });
});

it('begins a year from the last: dates a year later, changes of the roster named, confirmed by a person', async () => {
  await rounds.save(li, 2024, { onTimeBy: '2025-01-24', closesOn: '2025-03-20' });
  await preparations.saveCategories(li, 2024, [{ category: '镇', onTimeBy: '2025-01-20', closesOn: '2025-02-10' }]);
  await agencies.change(li, office, {
    code: '2',
    name: '清河县教育局',
    kind: '部门',
    aliases: [],
    firstYear: null,
    lastYear: 2024,
  });
  const proposed = await preparations.preparation(li, 2025);
  expect(proposed).toMatchObject({ from: 2024, exists: false, onTimeBy: '2026-01-24', ended: ['清河县教育局'], added: [], kept: 1 });
  expect(proposed.categories).toEqual([{ category: '镇', onTimeBy: '2026-01-20', closesOn: '2026-02-10', publishBy: null }]);
  const confirmed = await preparations.confirm(li, 2025);
  expect(confirmed).toMatchObject({ exists: true, confirmed: { by: '李明' }, categories: proposed.categories });
  expect((await rounds.list(li)).map(({ year, due }) => [year, due])).toEqual([
    [2024, 2],
    [2025, 1],
  ]);
  await expect(rounds.save(li, 2025, { onTimeBy: '2026-02-01', closesOn: '2026-01-01' })).rejects.toMatchObject({
    code: 'dates-out-of-order',
  });
});
