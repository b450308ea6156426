import { Inject, Injectable } from '@nestjs/common';
import type { Agency, AgencyInput, RosterImport } from '@mingshu/contracts';
import type { AgencyKind } from '@mingshu/report-format';
import { prepareRoster, type PreparedRoster, type ReaderPool } from '@mingshu/report-reader';
import type { YearRoster } from '@mingshu/statistics';
import { maskedPhone, owesFor } from '@mingshu/statistics/season';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { AuditService } from '../audit/audit.service';
import { READERS } from '../config/provided';
import { agenciesOnly, nameCountyRow } from '../database/county-row';
import { AgencyEntity, CountyEntity } from '../database/entities';
import { AppError, agencyNotFound, forbidden } from '../http/app-error';
import type { Scope } from '../identity/scope';
import { readRoster } from './roster-file';

/** What the audit trail keeps of an agency: no telephone number. */
const withoutPhone = ({ contactPhone, ...input }: AgencyInput) => ({
  ...input,
  ...(contactPhone === undefined ? {} : { contactPhone: maskedPhone(contactPhone) }),
});
const same = (one: AgencyEntity, other: AgencyInput) =>
  one.name === other.name &&
  one.kind === other.kind &&
  one.firstYear === other.firstYear &&
  one.lastYear === other.lastYear &&
  one.aliases.join() === other.aliases.join() &&
  (other.contactName ?? one.contactName) === one.contactName &&
  (other.contactPhone ?? one.contactPhone) === one.contactPhone;
/** A row of the roster that is not the county itself. */
export type ReportingAgency = AgencyEntity & { kind: AgencyKind };

const prefix = /^\p{Script=Han}{1,8}?[县区市旗]/u;

/** The reporting agencies of the county. */
@Injectable()
export class AgenciesService {
  private readonly preparedRosters = new Map<string, { state: string; roster: PreparedRoster }>();

  constructor(
    private readonly database: DataSource,
    private readonly audit: AuditService,
    @Inject(READERS) private readonly readers: ReaderPool,
  ) {}

  /** In the order of the roster, the county itself not among them; a township sees its own agency alone. */
  async all({ countyId, agencyId }: Pick<Scope, 'countyId' | 'agencyId'>): Promise<ReportingAgency[]> {
    const where = { countyId, ...agenciesOnly, ...(agencyId ? { id: agencyId } : {}) };
    return (await this.database.getRepository(AgencyEntity).find({ where, order: { position: 'ASC', code: 'ASC' } })) as ReportingAgency[];
  }

  /** Who may file a report: an agency, or under the county's id the county itself. @throws AppError agency-not-found. */
  async filer(countyId: string, id: string): Promise<AgencyEntity> {
    const found = await this.database.getRepository(AgencyEntity).findOneBy({ countyId, id });
    if (!found) throw agencyNotFound(id);
    return found;
  }

  /** The roster of the county, made ready for matching names. Made anew only when the roster or the county's name has changed, whichever program changed it. */
  async prepared(countyId: string): Promise<PreparedRoster> {
    const [{ state }] = await this.database.query<[{ state: string }]>(
      `select concat_ws(' ', c.name, count(a.id), max(a.xmin::text::bigint), sum(a.xmin::text::bigint)) as state
        from county c left join agency a on a.county_id = c.id where c.id = $1 group by c.id, c.name`,
      [countyId],
    );
    const before = this.preparedRosters.get(countyId);
    if (before?.state === state) return before.roster;
    const [agencies, own, county] = await Promise.all([
      this.all({ countyId, agencyId: null }),
      this.database.getRepository(AgencyEntity).findOneBy({ countyId, id: countyId }),
      this.database.getRepository(CountyEntity).findOneByOrFail({ id: countyId }),
    ]);
    // The county goes by its own name too: 清河县2024年政府信息公开工作年度报告.
    const counties = own ? [{ ...own, aliases: [...own.aliases, county.name], isCounty: true }] : [];
    const roster = prepareRoster({ countyName: county.name, agencies: [...agencies, ...counties] });
    this.preparedRosters.set(countyId, { state, roster });
    return roster;
  }

  /** Remembers another way of writing an agency's name. A name that another agency bears, or has as an alias, is not taken. @returns whether it was added. */
  async remember(transaction: EntityManager, scope: Scope, agencyId: string, alias: string): Promise<boolean> {
    const agencies = await transaction.find(AgencyEntity, { where: { countyId: scope.countyId } });
    const isTaken = agencies.some(({ name, aliases }) => name === alias || aliases.includes(alias));
    const agency = agencies.find(({ id }) => id === agencyId);
    if (!agency || isTaken || alias.length > 80) return false;
    await transaction.update(AgencyEntity, { countyId: scope.countyId, id: agencyId }, { aliases: [...agency.aliases, alias] });
    await this.audit.write(transaction, scope, 'remember-alias', { id: agencyId, name: agency.name, alias });
    return true;
  }

  async list(scope: Scope): Promise<Agency[]> {
    const counts = await this.database.query<{ agencyId: string; count: number }[]>(
      `select agency_id as "agencyId", count(distinct year)::int as count from report where county_id = $1 group by agency_id`,
      [scope.countyId],
    );
    const origins = await this.database.query<({ agencyId: string } & NonNullable<Agency['lineage']>)[]>(
      `select p.agency_id as "agencyId", p.kind, p.since_year as "sinceYear", json_agg(json_build_object('id', a.id, 'name', a.name) order by a.position, a.code) as predecessors,
              p.by_name as by, to_char(p.at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
         from agency_predecessor p join agency a on a.county_id = p.county_id and a.id = p.predecessor_id
        where p.county_id = $1 group by p.agency_id, p.kind, p.since_year, p.by_name, p.at`,
      [scope.countyId],
    );
    const lineages = new Map(origins.map(({ agencyId, ...lineage }) => [agencyId, lineage]));
    const reports = new Map(counts.map(({ agencyId, count }) => [agencyId, count]));
    return (await this.all(scope)).map(({ id, code, name, kind, aliases, firstYear, lastYear, category, contactName, contactPhone }) => ({
      id,
      code,
      name,
      kind,
      aliases,
      firstYear,
      lastYear,
      category,
      contactName,
      contactPhone: maskedPhone(contactPhone),
      reportCount: reports.get(id) ?? 0,
      lineage: lineages.get(id) ?? null,
    }));
  }

  /** Who owes a report in each of the years. */
  async rosters(scope: Pick<Scope, 'countyId' | 'agencyId'>, years: readonly number[]): Promise<YearRoster[]> {
    const [agencies, excused] = await Promise.all([this.all(scope), this.excused(scope.countyId)]);
    return years.map((year) => ({
      year,
      agencies: agencies
        .filter((agency) => owesFor(agency, year) && !excused.has(`${agency.id} ${year}`))
        .map(({ id, name, kind }) => ({ id, name, kind })),
    }));
  }

  /** Agencies and years for which nothing is owed: excused, not taken back, and nothing filed. What was filed counts, excused or not. */
  private async excused(countyId: string): Promise<Set<string>> {
    const rows = await this.database.query<{ agencyId: string; year: number }[]>(
      `select e.agency_id as "agencyId", e.year from filing_exception e
        where e.county_id = $1 and e.kind = 'excused'
          and not exists (select 1 from filing_exception l where l.county_id = e.county_id and l.agency_id = e.agency_id and l.year = e.year and (l.at, l.id) > (e.at, e.id))
          and not exists (select 1 from report r where r.county_id = e.county_id and r.agency_id = e.agency_id and r.year = e.year and r.stands)`,
      [countyId],
    );
    return new Set(rows.map(({ agencyId, year }) => `${agencyId} ${year}`));
  }

  /** Name and whole number of an agency's contact. That they were shown is kept. A township asks for its own alone. */
  async contact(scope: Scope, id: string): Promise<{ name: string; phone: string }> {
    if (scope.agencyId && scope.agencyId !== id) throw forbidden();
    return this.database.transaction(async (transaction) => {
      const agency = await transaction.findOneBy(AgencyEntity, { countyId: scope.countyId, id, ...agenciesOnly });
      if (!agency) throw agencyNotFound(id);
      await this.audit.write(transaction, scope, 'show-contact', { id, name: agency.name });
      return { name: agency.contactName, phone: agency.contactPhone };
    });
  }

  async add(scope: Scope, input: AgencyInput): Promise<Agency> {
    const id = uuid();
    await this.unlessTaken(() =>
      this.database.transaction(async (transaction) => {
        const position = await transaction.count(AgencyEntity, { where: { countyId: scope.countyId } });
        await transaction.insert(AgencyEntity, { countyId: scope.countyId, id, position, ...input });
        await this.audit.write(transaction, scope, 'add-agency', withoutPhone(input));
      }),
    );
    return (await this.list(scope)).find((agency) => agency.id === id)!;
  }

  async change(scope: Scope, id: string, input: AgencyInput): Promise<Agency> {
    await this.unlessTaken(() =>
      this.database.transaction(async (transaction) => {
        const { affected } = await transaction.update(AgencyEntity, { countyId: scope.countyId, id, ...agenciesOnly }, input);
        if (!affected) throw agencyNotFound(id);
        await this.audit.write(transaction, scope, 'change-agency', { id, ...withoutPhone(input) });
      }),
    );
    return (await this.list(scope)).find((agency) => agency.id === id)!;
  }

  /** @throws AppError agency-has-reports: what has reported is ended by its last year, not removed; agency-is-predecessor while another came from it; agency-has-users. */
  async remove(scope: Scope, id: string): Promise<void> {
    await this.database.transaction(async (transaction) => {
      const agency = await transaction.findOneBy(AgencyEntity, { countyId: scope.countyId, id, ...agenciesOnly });
      if (!agency) throw agencyNotFound(id);
      const [used] = await transaction.query<unknown[]>('select 1 from submission where county_id = $1 and agency_id = $2 limit 1', [
        scope.countyId,
        id,
      ]);
      if (used) throw new AppError('agency-has-reports', 409, { name: agency.name });
      const [heir] = await transaction.query<{ name: string }[]>(
        'select a.name from agency_predecessor p join agency a on a.county_id = p.county_id and a.id = p.agency_id where p.county_id = $1 and p.predecessor_id = $2 limit 1',
        [scope.countyId, id],
      );
      if (heir) {
        const sentence = `${agency.name}是${heir.name}的前身，不能删除；确须删除的，请先修改${heir.name}的沿革。`;
        throw new AppError('agency-is-predecessor', 409, { sentence });
      }
      const [account] = await transaction.query<{ name: string }[]>(
        'select name from app_user where county_id = $1 and agency_id = $2 limit 1',
        [scope.countyId, id],
      );
      if (account) {
        const sentence = `用户“${account.name}”的范围是${agency.name}，不能删除；请先在“用户与角色”里修改这个用户。`;
        throw new AppError('agency-has-users', 409, { sentence });
      }
      await transaction.delete(AgencyEntity, { countyId: scope.countyId, id });
      await this.audit.write(transaction, scope, 'remove-agency', { code: agency.code, name: agency.name });
    });
  }

  /** What a roster file would change, done only when `apply` is asked and nothing in it is wrong. The file is opened in a child process. */
  async importRoster(scope: Scope, path: string, apply: boolean): Promise<RosterImport> {
    const opened = await this.readers.rows({ path });
    if (opened.kind === 'unreadable') throw new AppError('roster-unreadable', 422, { sentence: opened.sentence });
    const { agencies, faults } = readRoster(opened.rows);
    const before = new Map((await this.all({ countyId: scope.countyId, agencyId: null })).map((agency) => [agency.code, agency]));
    const added = agencies.filter(({ code }) => !before.has(code));
    const changed = agencies.filter((agency) => before.has(agency.code) && !same(before.get(agency.code)!, agency));
    const applied = apply && faults.length === 0;
    if (applied) await this.database.transaction((transaction) => this.write(transaction, scope, agencies, before));
    return {
      applied,
      added: added.map(({ name }) => name),
      changed: changed.map(({ name }) => name),
      unchanged: agencies.length - added.length - changed.length,
      faults: [...faults],
    };
  }

  private async write(
    transaction: EntityManager,
    scope: Scope,
    agencies: readonly AgencyInput[],
    before: ReadonlyMap<string, AgencyEntity>,
  ): Promise<void> {
    const { countyId } = scope;
    for (const [position, agency] of agencies.entries()) {
      const known = before.get(agency.code);
      if (known) await transaction.update(AgencyEntity, { countyId, id: known.id }, { ...agency, position });
      else await transaction.insert(AgencyEntity, { countyId, id: uuid(), position, ...agency });
    }
    const names = agencies.map(({ name }) => prefix.exec(name)?.[0]);
    const usual = names.find((name) => name && names.filter((one) => one === name).length > names.length / 2);
    const named = usual && (await transaction.update(CountyEntity, { id: countyId, name: '本县' }, { name: usual })).affected;
    if (usual && named) await nameCountyRow(transaction, countyId, usual);
    await this.audit.write(transaction, scope, 'import-roster', { agencies: agencies.length });
  }

  private async unlessTaken(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === '23505') throw new AppError('agency-code-taken', 409);
      throw error;
    }
  }
}
