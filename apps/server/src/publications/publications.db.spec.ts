import { checkFiling } from '@mingshu/report-checks';
import type { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AgenciesService } from '../agencies/agencies.service';
import { AuditService } from '../audit/audit.service';
import { Clock } from '../config/clock';
import { CountyReportService } from '../county-report/county-report.service';
import { AgencyEntity, AuditEntryEntity, CountyEntity, PublicationEntity, RoundCategoryEntity, RoundEntity } from '../database/entities';
import { testDatabase } from '../database/test-database';
import { keptFilings } from '../filings/kept-filings';
import { FindingsService } from '../findings/findings.service';
import type { Scope } from '../identity/scope';
import { SeasonDeedsService } from '../ledger/season-deeds.service';
import { RulesService } from '../rules/rules.service';
import { LookService } from './look.service';
import { PublicationsService } from './publications.service';

const year = 2024;
const page = 'https://www.qinghe.gov.cn/nb/1.html';
let database: DataSource;
let publications: PublicationsService;
let looks: LookService;
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
const off = { rule: () => Promise.resolve({ isOn: false, hosts: [] }), isAllowed: () => true } as never;

beforeAll(async () => {
  database = await testDatabase();
  const audit = new AuditService(clock);
  const queue = { addBulk: () => Promise.resolve() } as never;
  const rules = new RulesService(database, audit, clock, queue);
  const findings = new FindingsService(database, rules, clock, new CountyReportService(database, rules, audit, clock));
  const agencies = new AgenciesService(database, audit, undefined as never);
  looks = new LookService(database, off, agencies, undefined as never, audit, clock, undefined as never, queue);
  publications = new PublicationsService(database, agencies, findings, off, looks, audit, clock);
  deeds = new SeasonDeedsService(database, audit, clock);
});
afterAll(() => database.destroy());

beforeEach(async () => {
  now.at = new Date('2025-02-20T02:00:00Z');
  const countyId = uuid();
  [town, office] = [uuid(), uuid()];
  li = { countyId, agencyId: null, userId: uuid(), userName: '李明', role: 'county_admin' };
  await database.getRepository(CountyEntity).insert({ id: countyId, name: '清河县', sample: 'absent', sampleTotal: 0 });
  const shared = { countyId, aliases: [], firstYear: null, lastYear: null };
  await database.getRepository(AgencyEntity).insert([
    { ...shared, id: town, code: '1', name: '清河县柳河镇人民政府', kind: '镇', position: 0 },
    { ...shared, id: office, code: '2', name: '清河县教育局', kind: '部门', position: 1 },
  ]);
});

const filing = async () => (await keptFilings(database.manager, { countyId: li.countyId, agencyId: null, year })).get(town)!;
const lineOf = async (scope: Scope, id = town) => (await publications.list(scope, year)).lines.find(({ agencyId }) => agencyId === id);
const seen = (more: Partial<PublicationEntity>) =>
  database.getRepository(PublicationEntity).insert({
    ...{ countyId: li.countyId, id: uuid(), agencyId: town, year, address: page, byId: li.userId, byName: '李明', at: clock.now() },
    ...{ printedAs: '', note: '', sentence: '', startedCount: 1, how: 'fetched', state: 'read' },
    ...more,
  } as never);

describe('the dates of an agency', () => {
  it('are its category’s, put off by its own extension, for publishing as for handing in', async () => {
    await database.getRepository(RoundEntity).insert({ countyId: li.countyId, year, onTimeBy: '2025-01-24', closesOn: '2025-03-31' });
    expect(await filing()).toMatchObject({ due: { dueOn: '2025-01-24', from: 'round' }, publishBy: '2025-01-31' });
    const dates = { countyId: li.countyId, year, category: '镇', onTimeBy: '2025-01-20', closesOn: '2025-02-10', publishBy: '2025-01-28' };
    await database.getRepository(RoundCategoryEntity).insert(dates);
    expect(await filing()).toMatchObject({ due: { dueOn: '2025-01-20', from: 'category' }, publishBy: '2025-01-28' });
    await deeds.decide(li, year, { agencyIds: [town], kind: 'extended', until: '2025-02-14', reason: '机构合并' });
    expect(await filing()).toMatchObject({ due: { dueOn: '2025-02-14', from: 'extension' }, publishBy: '2025-02-14' });
    const { due, publishBy } = await filing();
    const judged = {
      agencyName: '柳河镇',
      year,
      today: '2025-02-20',
      returns: [],
      handInBy: due.dueOn,
      publishBy,
      publishedOn: '2025-02-15',
    };
    expect(checkFiling({ ...judged, handedInOn: '2025-02-14' }).findings.map(({ sentence }) => sentence)).toEqual([
      '柳河镇 2024 年度报告应于 2025年2月14日前公开，实际 2025年2月15日公开，逾期 1 天。',
    ]);
  });
});

describe('looks at a page', () => {
  it('are recorded with who and why in the trail, and a township sees its own alone', async () => {
    await publications.register(li, year, { agencyId: town, address: page, statedOn: '2025-01-28', note: '电话核实' }, undefined);
    const line = await lineOf(li);
    expect(line).toMatchObject({
      state: 'registered',
      publishedOn: '2025-01-28',
      daysAfterDue: -3,
      seen: { note: '电话核实', by: '李明' },
    });
    await publications.withdraw(li, year, line!.seen!.id, '登记错了单位');
    expect(await lineOf(li)).toMatchObject({ state: 'none', seen: null, looks: [{ withdrawn: { reason: '登记错了单位' } }] });
    const trail = await database.getRepository(AuditEntryEntity).find({ where: { countyId: li.countyId }, order: { at: 'ASC' } });
    expect(trail.map(({ deed }) => deed)).toEqual(['register-publication', 'withdraw-publication']);
    const own: Scope = { ...li, agencyId: office, role: 'township' };
    expect((await publications.list(own, year)).lines.map(({ agencyId }) => agencyId)).toEqual([office]);
    const other = { ...own, countyId: uuid() };
    await expect(publications.withdraw(other, year, line!.seen!.id, '别县')).rejects.toMatchObject({ code: 'publication-not-found' });
  });

  it('count from the last that came to something; what cannot be read says nothing against what a person recorded', async () => {
    await seen({ how: 'registered', state: 'stated', statedOn: '2025-01-28' });
    await seen({ state: 'failed', sentence: '连接不上' });
    expect(await lineOf(li)).toMatchObject({ state: 'registered', seen: { how: 'registered' } });
    await seen({ state: 'unread', sentence: '网页上只有图片' });
    expect(await lineOf(li)).toMatchObject({ state: 'registered' });
    await seen({ state: 'unread', address: `${page}?2`, sentence: '网页上只有图片' });
    expect(await lineOf(li)).toMatchObject({ state: 'unclear', seen: { sentence: '网页上只有图片' } });
  });

  it('end after the third crash, leave a withdrawn one alone, and change nothing the second time', async () => {
    const [tired, gone] = [uuid(), uuid()];
    await seen({ id: tired, state: 'waiting', startedCount: 3 });
    await seen({
      id: gone,
      agencyId: office,
      state: 'waiting',
      startedCount: 0,
      withdrawnAt: new Date(),
      withdrawnBy: '李明',
      withdrawnReason: '不查了',
    });
    const run = (publicationId: string) => looks.look({ countyId: li.countyId, publicationId });
    await Promise.all([run(tired), run(tired), run(gone)]);
    const rows = await database.getRepository(PublicationEntity).findBy({ countyId: li.countyId });
    const of = (id: string) => rows.find((row) => row.id === id);
    expect(of(tired)).toMatchObject({ state: 'failed', seenAt: null });
    expect(of(gone)).toMatchObject({ state: 'waiting', startedCount: 0 });
    expect(await database.getRepository(AuditEntryEntity).countBy({ countyId: li.countyId, deed: 'see-publication' })).toBe(1);
  });

  it('is repeated by itself a week after the last, for pages that were fetched and no others', async () => {
    await database.query('insert into address_rule (county_id, is_on, hosts) values ($1, true, $2)', [li.countyId, ['www.qinghe.gov.cn']]);
    await seen({ state: 'read', published: { year, edition: '2021', figures: {} } });
    await seen({ agencyId: office, how: 'registered', state: 'stated' });
    const waiting = () => database.getRepository(PublicationEntity).findBy({ countyId: li.countyId, state: 'waiting' });
    await publications.watch();
    expect(await waiting()).toEqual([]);
    now.at = new Date('2025-02-28T02:00:00Z');
    await publications.watch();
    await publications.watch();
    expect(await waiting()).toMatchObject([{ agencyId: town, address: page, byId: null, byName: '定期核对' }]);
    expect(await database.getRepository(AuditEntryEntity).countBy({ countyId: li.countyId, deed: 'watch-publications' })).toBe(1);
  });

  it('unpacks the figures of the last of each kind alone', async () => {
    const published = { year, edition: '2021' as const, figures: {} };
    await seen({ published });
    await seen({ published });
    await seen({ how: 'registered', published });
    expect((await filing()).looks.map((look) => look.published !== null)).toEqual([false, true, true]);
  });
});
