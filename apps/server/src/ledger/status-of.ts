import type { ReportStatus } from '@mingshu/contracts';

/** What is known of an agency's report of a year. Days are ISO days in China. */
export interface ReportFacts {
  readonly receivedOn: string | null;
  readonly isRead: boolean;
  readonly errorCount: number;
}

/** Derived from facts, never clicked: nothing handed in; handed in and waiting; read with errors; read without. */
export function statusOf({ receivedOn, isRead, errorCount }: ReportFacts): ReportStatus {
  if (receivedOn === null) return 'not_filed';
  if (!isRead) return 'received';
  return errorCount > 0 ? 'has_errors' : 'without_errors';
}

const day = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;

/** Days after the on-time date: of the first handing-in, or of today where nothing was handed in. 0 when on time. */
export const daysLate = (receivedOn: string | null, onTimeBy: string, today: string): number =>
  Math.max(0, day(receivedOn ?? today) - day(onTimeBy));
