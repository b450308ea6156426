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

/** Whether the package knows the holidays of a year: the State Council names them at the end of the year before. */
export const isHolidayYearKnown = (year: number): boolean => specialDays(year).size > 0;

/** The holidays of a year as a person entered them from the published notice: spans of ISO days off, and weekends worked instead (调休). */
export interface HolidayYear {
  readonly year: number;
  readonly holidays: readonly { readonly name: string; readonly from: string; readonly to: string }[];
  readonly worked: readonly string[];
}

/** Which days offices work, and of which years that is known. */
export interface WorkCalendar {
  readonly isWorkday: (day: string) => boolean;
  readonly isKnown: (year: number) => boolean;
}

const isWeekday = (day: string) => {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday > 0 && weekday < 6;
};

/** The package's years, and those entered by hand for years it does not know. Of any other year Monday to Friday are worked and nothing more is known. */
export function workCalendar(entered: readonly HolidayYear[] = []): WorkCalendar {
  const byHand = new Map(entered.filter(({ year }) => !isHolidayYearKnown(year)).map((one) => [one.year, one]));
  const special = (day: string): boolean | undefined => {
    const own = byHand.get(yearOf(day));
    if (!own) return specialDays(yearOf(day)).get(day);
    if (own.worked.includes(day)) return true;
    return own.holidays.some(({ from, to }) => from <= day && day <= to) ? false : undefined;
  };
  return {
    isWorkday: (day) => special(day) ?? isWeekday(day),
    isKnown: (year) => byHand.has(year) || isHolidayYearKnown(year),
  };
}

/** What is wrong with holidays as entered, in Chinese; nothing where they can be right. */
export function holidayFaults({ year, holidays, worked }: HolidayYear): string[] {
  const isOf = (day: string) => yearOf(day) === year;
  const off = (day: string) => holidays.some(({ from, to }) => from <= day && day <= to);
  return [
    ...(holidays.length === 0 ? ['至少填一段放假。'] : []),
    ...holidays.filter(({ from, to }) => from > to).map(({ name }) => `${name}：起止日期颠倒。`),
    ...holidays.filter(({ from, to }) => !isOf(from) || !isOf(to)).map(({ name }) => `${name}：日期不在 ${year} 年。`),
    ...worked.filter((day) => !isOf(day)).map((day) => `${day} 不在 ${year} 年。`),
    ...worked.filter(isWeekday).map((day) => `${day} 不是周六或周日，不用登记调休上班。`),
    ...worked.filter(off).map((day) => `${day} 又放假又上班。`),
  ];
}

const published = workCalendar();

/** Whether offices work on an ISO day: neither a weekend nor a public holiday, or a weekend that is worked instead. Weekends alone where the year is unknown. */
export const isWorkday = (day: string): boolean => published.isWorkday(day);
