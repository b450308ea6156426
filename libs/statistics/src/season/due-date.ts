import { daysBetween } from './days';

/** An on-time date and a later closing date, ISO days in China. */
export interface FilingDates {
  readonly onTimeBy: string;
  readonly closesOn: string;
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
 * Calendar days from the due date to the first handing-in, or to today where nothing came: negative is early, 0 is the day itself, positive is late.
 * A later version does not make a report late that first came in time.
 */
export const daysAfterDue = (dueOn: string, receivedOn: string | null, today: string): number => daysBetween(dueOn, receivedOn ?? today);
