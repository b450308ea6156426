import chineseDays from 'chinese-days';
import { dayAfter } from './days';

const years = new Map<number, ReadonlyMap<string, boolean>>();

/**
 * Days of a year that differ from the week: public holidays (false) and weekends worked instead (true). The package shifts days with the time zone of
 * the machine, so each day is kept under the day it was looked up by, which its answer names. Right in China and UTC, not on a machine west of it.
 */
function specialDays(year: number): ReadonlyMap<string, boolean> {
  const known = years.get(year);
  if (known) return known;
  const days = new Map<string, boolean>();
  for (let day = `${year - 1}-12-29`; day <= `${year + 1}-01-03`; day = dayAfter(day)) {
    const { date, name, work } = chineseDays.getDayDetail(day);
    if (name.includes(',') && date.startsWith(String(year))) days.set(date, work);
  }
  years.set(year, days);
  return days;
}

const yearOf = (day: string) => Number(day.slice(0, 4));

/** Whether the holidays of a year are published: the State Council names them at the end of the year before. */
export const isHolidayYearKnown = (year: number): boolean => specialDays(year).size > 0;

/** Whether offices work on an ISO day: neither a weekend nor a public holiday, or a weekend that is worked instead (调休). Weekends alone where the year is unknown. */
export function isWorkday(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return specialDays(yearOf(day)).get(day) ?? (weekday > 0 && weekday < 6);
}
