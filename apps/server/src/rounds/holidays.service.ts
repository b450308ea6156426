import { Injectable } from '@nestjs/common';
import type { Holidays, HolidayYearInput } from '@mingshu/contracts';
import { holidayFaults, isHolidayYearKnown } from '@mingshu/statistics/season';
import { DataSource } from 'typeorm';
import { AuditService } from '../audit/audit.service';
import { Clock } from '../config/clock';
import { HolidayYearEntity } from '../database/entities';
import { AppError } from '../http/app-error';
import type { Scope } from '../identity/scope';

const ahead = 2;

/** Holidays the county enters for years the program does not know yet. */
@Injectable()
export class HolidaysService {
  constructor(
    private readonly database: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  async holidays({ countyId }: Scope): Promise<Holidays> {
    const thisYear = Number(this.clock.today().slice(0, 4));
    const years = Array.from({ length: ahead + 1 }, (_, step) => thisYear + step);
    const rows = await this.database.getRepository(HolidayYearEntity).find({ where: { countyId }, order: { year: 'ASC' } });
    const entered = rows.filter(({ year }) => !isHolidayYearKnown(year));
    return {
      builtIn: years.filter(isHolidayYearKnown),
      unknown: years.filter((year) => !isHolidayYearKnown(year) && !entered.some((one) => one.year === year)),
      entered: entered.map(({ year, holidays, worked, byName, at }) => ({ year, holidays, worked, by: byName, at: at.toISOString() })),
    };
  }

  /** @throws AppError holidays-not-possible, with what is wrong; also for a year the program knows. */
  async save(scope: Scope, year: number, { holidays, worked }: HolidayYearInput): Promise<Holidays> {
    const { countyId, userName } = scope;
    const faults = [
      ...(isHolidayYearKnown(year) ? [`${year} 年的放假安排系统已有，不用录入。`] : []),
      ...holidayFaults({ year, holidays, worked }),
    ];
    if (faults.length > 0) throw new AppError('holidays-not-possible', 400, { sentence: faults.join('') });
    await this.database.transaction(async (transaction) => {
      const before = await transaction.findOneBy(HolidayYearEntity, { countyId, year });
      const row = { holidays, worked, byName: userName, at: this.clock.now() };
      await transaction.upsert(HolidayYearEntity, { countyId, year, ...row }, ['countyId', 'year']);
      await this.audit.write(transaction, scope, 'save-holidays', {
        year,
        before: before && { holidays: before.holidays, worked: before.worked },
        after: { holidays, worked },
      });
    });
    return this.holidays(scope);
  }
}
