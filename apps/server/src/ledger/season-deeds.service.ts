import { Injectable } from '@nestjs/common';
import type { ExceptionInput, HandInDatesInput, ReminderInput } from '@mingshu/contracts';
import { DataSource, In, type EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { AuditService } from '../audit/audit.service';
import { Clock } from '../config/clock';
import { agenciesOnly } from '../database/county-row';
import { AgencyEntity, FilingExceptionEntity, HandInDateEntity, ReminderEntity } from '../database/entities';
import { agencyNotFound, AppError } from '../http/app-error';
import type { Scope } from '../identity/scope';

/** What the office decides and does while a year's reports come in. */
@Injectable()
export class SeasonDeedsService {
  constructor(
    private readonly database: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** Extends, excuses, or ends either, for several agencies at once or for none. @throws AppError agency-not-found; already-filed for an excuse. */
  async decide(scope: Scope, year: number, { agencyIds, kind, until, reason }: ExceptionInput): Promise<void> {
    await this.database.transaction(async (transaction) => {
      const agencies = await this.named(transaction, scope, agencyIds);
      if (kind === 'excused') await this.refuseFiled(transaction, scope, year, agencyIds);
      const at = this.clock.now();
      await transaction.insert(
        FilingExceptionEntity,
        agencies.map(({ id }) => ({
          countyId: scope.countyId,
          id: uuid(),
          agencyId: id,
          year,
          kind,
          until: until ?? null,
          reason,
          byName: scope.userName,
          at,
        })),
      );
      await this.audit.write(transaction, scope, 'decide-exception', {
        year,
        kind,
        until,
        reason,
        agencies: agencies.map(({ name }) => name),
      });
    });
  }

  /** Records that agencies were reminded, with the text each was sent. @throws AppError agency-not-found. */
  async remind(scope: Scope, year: number, { reminders }: ReminderInput): Promise<void> {
    await this.database.transaction(async (transaction) => {
      const ids = reminders.map(({ agencyId }) => agencyId);
      const agencies = await this.named(transaction, scope, ids);
      const at = this.clock.now();
      await transaction.insert(
        ReminderEntity,
        reminders.map(({ agencyId, text }) => ({
          countyId: scope.countyId,
          id: uuid(),
          agencyId,
          year,
          text,
          byName: scope.userName,
          at,
        })),
      );
      await this.audit.write(transaction, scope, 'record-reminders', { year, agencies: agencies.map(({ name }) => name) });
    });
  }

  /**
   * Records the days on which reports were handed in where the day of arrival here is another, or takes recorded days back.
   * @throws AppError agency-not-found; date-ahead; not-filed-yet where there is no report to be dated.
   */
  async recordHandIns(scope: Scope, year: number, { dates, reason }: HandInDatesInput): Promise<void> {
    if (dates.some(({ handedInOn }) => handedInOn !== null && handedInOn > this.clock.today())) throw new AppError('date-ahead', 400);
    await this.database.transaction(async (transaction) => {
      const ids = dates.map(({ agencyId }) => agencyId);
      const agencies = await this.named(transaction, scope, ids);
      const filed = await this.filed(transaction, scope, year, ids);
      if (ids.some((id) => !filed.has(id))) throw new AppError('not-filed-yet', 409);
      const at = this.clock.now();
      await transaction.insert(
        HandInDateEntity,
        dates.map(({ agencyId, handedInOn }) => ({
          ...{ countyId: scope.countyId, id: uuid(), agencyId, year, handedInOn, reason },
          byName: scope.userName,
          at,
        })),
      );
      const nameOf = new Map(agencies.map(({ id, name }) => [id, name]));
      await this.audit.write(transaction, scope, 'record-hand-in-dates', {
        year,
        reason,
        dates: dates.map(({ agencyId, handedInOn }) => ({ agency: nameOf.get(agencyId), handedInOn })),
      });
    });
  }

  private async named(transaction: EntityManager, { countyId }: Scope, ids: readonly string[]): Promise<AgencyEntity[]> {
    const agencies = await transaction.findBy(AgencyEntity, { countyId, id: In([...ids]), ...agenciesOnly });
    const missing = ids.find((id) => !agencies.some((agency) => agency.id === id));
    if (missing) throw agencyNotFound(missing);
    return agencies;
  }

  private async refuseFiled(transaction: EntityManager, scope: Scope, year: number, ids: readonly string[]): Promise<void> {
    if ((await this.filed(transaction, scope, year, ids)).size > 0) throw new AppError('already-filed', 409);
  }

  /** Those of the agencies that have a report of the year. */
  private async filed(transaction: EntityManager, { countyId }: Scope, year: number, ids: readonly string[]): Promise<Set<string>> {
    const rows = await transaction.query<{ agencyId: string }[]>(
      'select agency_id as "agencyId" from report where county_id = $1 and year = $2 and stands and agency_id = any($3)',
      [countyId, year, ids],
    );
    return new Set(rows.map(({ agencyId }) => agencyId));
  }
}
