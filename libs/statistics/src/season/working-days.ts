import { daysBetween, dayAfter } from './days';
import { workCalendar, type WorkCalendar } from './chinese-holidays';

/** Working days between two ISO days. `note` says in Chinese where holidays were not known. */
export interface WorkingDays {
  readonly count: number;
  readonly note?: string;
}

const longest = 800;
const published = workCalendar();

const unknownYears = (days: readonly string[], { isKnown }: WorkCalendar) =>
  [...new Set(days.map((day) => Number(day.slice(0, 4))))].filter((year) => !isKnown(year));
/** `2027 年放假安排尚未公布，按周一至周五估算`; nothing where every year is known. */
const estimated = (years: readonly number[]): { note?: string } =>
  years.length > 0 ? { note: `${years.join('、')} 年放假安排尚未公布，按周一至周五估算` } : {};

/**
 * Working days after `from` up to and including `to`, negative where `to` lies before. From a Friday to the next Monday it is 1, to the same day 0.
 * @throws RangeError where more than two years lie between.
 */
export function workingDaysBetween(from: string, to: string, calendar: WorkCalendar = published): WorkingDays {
  if (to < from) {
    const { count, note } = workingDaysBetween(to, from, calendar);
    return { count: count === 0 ? 0 : -count, note };
  }
  if (daysBetween(from, to) > longest) throw new RangeError('too far apart for working days');
  let count = 0;
  for (let day = from; day < to;) {
    day = dayAfter(day);
    if (calendar.isWorkday(day)) count += 1;
  }
  return { count, ...estimated(unknownYears([from, to], calendar)) };
}

/** The working day that lies `count` working days after an ISO day; counted as `workingDaysBetween` counts. */
export function workingDayAfter(
  from: string,
  count: number,
  calendar: WorkCalendar = published,
): { readonly day: string; readonly note?: string } {
  let day = from;
  for (let left = count; left > 0;) {
    day = dayAfter(day);
    if (calendar.isWorkday(day)) left -= 1;
  }
  return { day, ...estimated(unknownYears([from, day], calendar)) };
}
