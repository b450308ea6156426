import { daysBetween } from './days';

/** An on-time date and a later closing date, ISO days in China. */
export interface FilingDates {
  readonly onTimeBy: string;
  readonly closesOn: string;
  /** The day by which the report must be public; absent: that of the regulation. */
  readonly publishBy?: string | null;
}

/** When an agency owes its report, and where that comes from. */
export interface DueDate {
  readonly dueOn: string;
  readonly closesOn: string;
  readonly from: 'extension' | 'category' | 'round';
}

/** The date for one agency: its own extension, else its category's, else the year's (条例第四十九条 unless the county set others). */
export function dueDateOf(round: FilingDates, category: FilingDates | undefined, extendedTo: string | null): DueDate {
  const { onTimeBy, closesOn } = category ?? round;
  if (extendedTo) return { dueOn: extendedTo, closesOn: extendedTo > closesOn ? extendedTo : closesOn, from: 'extension' };
  return { dueOn: onTimeBy, closesOn, from: category ? 'category' : 'round' };
}

/**
 * The day by which an agency's report of a year must be public: the county's for its category or the year, else 31 January (条例第四十九条), never before it is
 * due to be handed in. An extension puts it off as well.
 */
export function publishByOf(year: number, round: FilingDates, category: FilingDates | undefined, extendedTo: string | null): string {
  const set = category?.publishBy ?? round.publishBy ?? `${year + 1}-01-31`;
  const { dueOn } = dueDateOf(round, category, extendedTo);
  return dueOn > set ? dueOn : set;
}

/**
 * The day a report of a year was handed in: the one on record, else the day it first arrived here. A report that arrived after the year in which it was
 * due is one put in later, of which nobody can tell: `unknown`. `null`: nothing came.
 */
export function handedInOn(year: number, recorded: string | null, arrivedOn: string | null): string | 'unknown' | null {
  if (arrivedOn === null) return null;
  return recorded ?? (arrivedOn > `${year + 1}-12-31` ? 'unknown' : arrivedOn);
}

/**
 * Lateness is told in calendar days, as the regulation names dates and no working days. Calendar days from the due date to the first handing-in, or to today where nothing came: negative is early, 0 is the day itself, positive is late.
 * A later version does not make a report late that first came in time.
 */
export const daysAfterDue = (dueOn: string, receivedOn: string | null, today: string): number => daysBetween(dueOn, receivedOn ?? today);
