import { dayAfter, daysBetween } from './days';
import type { FilingDates } from './due-date';

/** 布置, 收集, 核改, 汇总, 平时. */
export const seasonPhases = ['assign', 'collect', 'correct', 'sum', 'quiet'] as const;
export type SeasonPhase = (typeof seasonPhases)[number];

const monthBefore = 45;
const weeksToCollect = 21;

/**
 * Where a year's round stands today. 布置 from 45 days before the last on-time date, 收集 from 21 days before it through that day, 核改 until the day
 * half way to the closing date, 汇总 through the closing date, 平时 before and after.
 */
export function seasonPhase({ onTimeBy, closesOn }: FilingDates, today: string): SeasonPhase {
  if (today > closesOn && today > onTimeBy) return 'quiet';
  if (today > onTimeBy) return today <= dayAfter(onTimeBy, Math.floor(daysBetween(onTimeBy, closesOn) / 2)) ? 'correct' : 'sum';
  const left = daysBetween(today, onTimeBy);
  if (left <= weeksToCollect) return 'collect';
  return left <= monthBefore ? 'assign' : 'quiet';
}
