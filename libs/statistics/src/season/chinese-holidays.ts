import chineseDays from 'chinese-days';

const known = new Map<number, boolean>();

/** Whether the holidays of a year are published: the State Council names them at the end of the year before. */
export function isHolidayYearKnown(year: number): boolean {
  if (!known.has(year)) known.set(year, chineseDays.getHolidaysInRange(`${year}-01-01`, `${year}-12-31`, false).length > 0);
  return known.get(year)!;
}

/** Whether offices work on an ISO day: neither a weekend nor a public holiday, or a weekend that is worked instead (调休). Weekends alone where the year is unknown. */
export function isWorkday(day: string): boolean {
  if (isHolidayYearKnown(Number(day.slice(0, 4)))) return chineseDays.isWorkday(day);
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday > 0 && weekday < 6;
}
