import { Injectable } from '@nestjs/common';
import type { CategoryDates, Preparation } from '@mingshu/contracts';
import { owesFor, rosterDifferences, yearsLater, type FilingDates } from '@mingshu/statistics/season';
import { DataSource } from 'typeorm';
import { AgenciesService } from '../agencies/agencies.service';
import { AuditService } from '../audit/audit.service';
import { Clock } from '../config/clock';
import { RoundCategoryEntity, RoundEntity } from '../database/entities';
import { AppError } from '../http/app-error';
import type { Scope } from '../identity/scope';
import { RoundsService, usualDates } from './rounds.service';

const later = <Dates extends FilingDates>(dates: Dates): Dates => ({
  ...dates,
  onTimeBy: yearsLater(dates.onTimeBy, 1),
  closesOn: yearsLater(dates.closesOn, 1),
  publishBy: dates.publishBy ? yearsLater(dates.publishBy, 1) : null,
});

/** Getting a year ready: its roster against the year before, its dates copied from it. */
@Injectable()
export class PreparationService {
  constructor(
    private readonly database: DataSource,
    private readonly agencies: AgenciesService,
    private readonly rounds: RoundsService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** What the year would be, or is. Nothing is written. @throws AppError round-not-found for what is no reporting year. */
  async preparation(scope: Scope, year: number): Promise<Preparation> {
    if (year < 2008 || year > 2100) throw new AppError('round-not-found', 404, { year });
    const { countyId } = scope;
    const rounds = this.database.getRepository(RoundEntity);
    const [round, before, agencies, own, excusedBefore] = await Promise.all([
      rounds.findOneBy({ countyId, year }),
      rounds.findOneBy({ countyId, year: year - 1 }),
      this.agencies.all({ countyId, agencyId: null }),
      this.rounds.categories(scope, year),
      this.excusedIn(countyId, year - 1),
    ]);
    const dates = round ?? (before ? later(before) : usualDates(year));
    const categories = round || !before ? own : (await this.rounds.categories(scope, year - 1)).map(later);
    const names = agencies.filter((agency) => owesFor(agency, year)).map(({ category, kind }) => category ?? kind);
    return {
      year,
      from: before ? year - 1 : null,
      exists: round !== null,
      onTimeBy: dates.onTimeBy,
      closesOn: dates.closesOn,
      publishBy: dates.publishBy,
      categories,
      categoryNames: [...new Set(names)],
      ...rosterOf(rosterDifferences(agencies, year)),
      excusedBefore,
      confirmed:
        round?.confirmedAt && round.confirmedBy
          ? { by: round.confirmedBy, at: round.confirmedAt.toISOString().replace(/\.\d+/, '') }
          : null,
    };
  }

  /** Begins the year with the copied dates where it does not exist, and records who found its roster right. */
  async confirm(scope: Scope, year: number): Promise<Preparation> {
    const { countyId } = scope;
    const proposed = await this.preparation(scope, year);
    await this.database.transaction(async (transaction) => {
      const { onTimeBy, closesOn, publishBy } = proposed;
      if (!proposed.exists) {
        await transaction.query(
          'insert into round (county_id, year, on_time_by, closes_on, publish_by) values ($1, $2, $3, $4, $5) on conflict do nothing',
          [countyId, year, onTimeBy, closesOn, publishBy],
        );
        if (proposed.categories.length > 0)
          await transaction.upsert(
            RoundCategoryEntity,
            proposed.categories.map((one) => ({ countyId, year, ...one })),
            ['countyId', 'year', 'category'],
          );
      }
      await transaction.update(RoundEntity, { countyId, year }, { confirmedBy: scope.userName, confirmedAt: this.clock.now() });
      const { added, ended, renamed, kept } = proposed;
      await this.audit.write(transaction, scope, 'confirm-roster', { year, added, ended, renamed, kept });
    });
    return this.preparation(scope, year);
  }

  /** Sets the dates of categories; one that is left out follows the year's own. @throws AppError dates-out-of-order. */
  async saveCategories(scope: Scope, year: number, categories: readonly CategoryDates[]): Promise<Preparation> {
    const { countyId } = scope;
    if (categories.some(({ onTimeBy, closesOn }) => closesOn < onTimeBy)) throw new AppError('dates-out-of-order', 400);
    if (year < 2008 || year > 2100) throw new AppError('round-not-found', 404, { year });
    if (new Set(categories.map(({ category }) => category)).size < categories.length) throw new AppError('bad-request', 400);
    await this.database.transaction(async (transaction) => {
      await this.rounds.ensure(transaction, countyId, year);
      await transaction.delete(RoundCategoryEntity, { countyId, year });
      if (categories.length > 0)
        await transaction.insert(
          RoundCategoryEntity,
          categories.map((one) => ({ countyId, year, ...one })),
        );
      await this.audit.write(transaction, scope, 'save-category-dates', { year, categories });
    });
    return this.preparation(scope, year);
  }

  private excusedIn(countyId: string, year: number): Promise<{ name: string; reason: string }[]> {
    return this.database.query(
      `select a.name, e.reason from agency a join lateral (
         select kind, reason from filing_exception e where e.county_id = a.county_id and e.agency_id = a.id and e.year = $2 order by e.at desc, e.id desc limit 1
       ) e on e.kind = 'excused' where a.county_id = $1 order by a.position`,
      [countyId, year],
    );
  }
}

const rosterOf = ({ added, ended, renamed, kept }: ReturnType<typeof rosterDifferences>) => ({
  added: [...added],
  ended: [...ended],
  renamed: [...renamed],
  kept,
});
