import { Injectable } from '@nestjs/common';
import type { CategoryDates, Round, roundInput } from '@mingshu/contracts';
import { DataSource, type EntityManager } from 'typeorm';
import type { z } from 'zod';
import { AgenciesService } from '../agencies/agencies.service';
import { AuditService } from '../audit/audit.service';
import { RoundCategoryEntity, RoundEntity } from '../database/entities';
import { AppError } from '../http/app-error';
import type { Scope } from '../identity/scope';

/** The dates of 条例 Art. 49, used until a county sets its own: departments by 31 January, the county's report by 31 March. */
export const usualDates = (year: number) => ({ onTimeBy: `${year + 1}-01-31`, closesOn: `${year + 1}-03-31`, publishBy: null });

/** Reporting years with their dates. */
@Injectable()
export class RoundsService {
  constructor(
    private readonly database: DataSource,
    private readonly agencies: AgenciesService,
    private readonly audit: AuditService,
  ) {}

  async list(scope: Scope): Promise<Round[]> {
    const rounds = await this.database.getRepository(RoundEntity).find({ where: { countyId: scope.countyId }, order: { year: 'ASC' } });
    const rosters = await this.agencies.rosters(
      scope,
      rounds.map(({ year }) => year),
    );
    return rounds.map(({ year, onTimeBy, closesOn, publishBy }, index) => ({
      year,
      onTimeBy,
      closesOn,
      publishBy,
      due: rosters[index]!.agencies.length,
    }));
  }

  async dates(
    { countyId }: Pick<Scope, 'countyId'>,
    year: number,
  ): Promise<{ onTimeBy: string; closesOn: string; publishBy: string | null }> {
    const round = await this.database.getRepository(RoundEntity).findOneBy({ countyId, year });
    return round ?? usualDates(year);
  }

  /** Dates of the categories that have their own in a year. */
  async categories({ countyId }: Pick<Scope, 'countyId'>, year: number): Promise<CategoryDates[]> {
    const rows = await this.database.getRepository(RoundCategoryEntity).find({ where: { countyId, year }, order: { category: 'ASC' } });
    return rows.map(({ category, onTimeBy, closesOn, publishBy }) => ({ category, onTimeBy, closesOn, publishBy }));
  }

  /** @throws AppError dates-out-of-order. */
  async save(scope: Scope, year: number, dates: z.infer<typeof roundInput>): Promise<Round> {
    if (dates.closesOn < dates.onTimeBy) throw new AppError('dates-out-of-order', 400);
    await this.database.transaction(async (transaction) => {
      await transaction.upsert(RoundEntity, { countyId: scope.countyId, year, ...dates }, ['countyId', 'year']);
      await this.audit.write(transaction, scope, 'save-round', { year, ...dates });
    });
    return (await this.list(scope)).find((round) => round.year === year)!;
  }

  /** A year exists as soon as a report for it arrives. */
  async ensure(transaction: EntityManager, countyId: string, year: number): Promise<void> {
    const { onTimeBy, closesOn } = usualDates(year);
    await transaction.query('insert into round (county_id, year, on_time_by, closes_on) values ($1, $2, $3, $4) on conflict do nothing', [
      countyId,
      year,
      onTimeBy,
      closesOn,
    ]);
  }
}
