import { daysBetween, dayAfter } from './days';
import { isHolidayYearKnown, isWorkday } from './chinese-holidays';

/** Working days between two ISO days. `note` says in Chinese where holidays were not known. */
export interface WorkingDays {
  readonly count: number;
  readonly note?: string;
}

const longest = 800;

/**
 * Working days after `from` up to and including `to`, negative where `to` lies before. From a Friday to the next Monday it is 1, to the same day 0.
 * @throws RangeError where more than two years lie between.
 */
export function workingDaysBetween(from: string, to: string): WorkingDays {
  if (to < from) {
    const { count, note } = workingDaysBetween(to, from);
    return { count: count === 0 ? 0 : -count, note };
  }
  if (daysBetween(from, to) > longest) throw new RangeError('too far apart for working days');
  let count = 0;
  for (let day = from; day < to;) {
    day = dayAfter(day);
    if (isWorkday(day)) count += 1;
  }
  const years = [...new Set([Number(from.slice(0, 4)), Number(to.slice(0, 4))])].filter((year) => !isHolidayYearKnown(year));
  return years.length > 0 ? { count, note: `${years.join('、')} 年节假日安排未公布，按周末计` } : { count };
}
