import { workCalendar, type HolidayYear, type WorkCalendar } from '@mingshu/statistics/season';
import type { EntityManager } from 'typeorm';

/** The working days of a county: as published, and as it entered them for years the program does not know. */
export async function countyCalendar(database: Pick<EntityManager, 'query'>, countyId: string): Promise<WorkCalendar> {
  return workCalendar(
    await database.query<HolidayYear[]>('select year, holidays, worked from holiday_year where county_id = $1', [countyId]),
  );
}
