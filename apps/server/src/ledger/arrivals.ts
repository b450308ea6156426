import { daysBetween } from '@mingshu/statistics/season';

/** How many had come by the end of each day on which any came, in days from the on-time date. */
export function arrivals(days: Iterable<string>, onTimeBy: string): { day: number; count: number }[] {
  const counted = new Map<number, number>();
  for (const day of days) {
    const offset = daysBetween(onTimeBy, day);
    counted.set(offset, (counted.get(offset) ?? 0) + 1);
  }
  let count = 0;
  return [...counted].sort(([one], [other]) => one - other).map(([day, more]) => ({ day, count: (count += more) }));
}
