import type { IsoDate } from '../checked-filing';

/** Days from one day to another, negative where the other is earlier. */
export const daysFrom = (from: IsoDate, to: IsoDate): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

/** A day in a sentence: 2025年1月31日. */
export function dayWord(day: IsoDate): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
