import type { ReportStatus } from '@mingshu/contracts';
import type { PublicationState } from '@mingshu/report-checks';

/**
 * What is known of an agency's report of a year. Days are ISO days in China. Open errors and warnings are those neither corrected nor explained nor
 * waived; `isReturned`: the standing version was returned and nothing newer has come; `wasReturned`: an earlier version was; `isSigned`: a person signed
 * the standing version off and has not taken it back; `publication`: how what is public stands to that version.
 */
export interface ReportFacts {
  readonly receivedOn: string | null;
  readonly isRead: boolean;
  readonly openErrors: number;
  readonly openWarnings: number;
  readonly isReturned: boolean;
  readonly wasReturned: boolean;
  readonly isSigned: boolean;
  readonly publication: PublicationState;
}

/**
 * Derived from facts, never clicked: 未报; 已退回 while the agency has the ball; 有错待改; 已核 once signed with nothing open, and 已发布
 * where besides what is public is the same or a person recorded it; 已改待核 after a return; else 已收.
 * A signature does not outweigh what was found after it.
 */
export function statusOf({
  receivedOn,
  isRead,
  openErrors,
  openWarnings,
  isReturned,
  wasReturned,
  isSigned,
  publication,
}: ReportFacts): ReportStatus {
  if (receivedOn === null) return 'not_filed';
  if (!isRead) return 'received';
  if (isReturned) return 'returned';
  if (openErrors > 0) return 'has_errors';
  if (isSigned && openWarnings === 0) return publication === 'matches' || publication === 'registered' ? 'published' : 'signed';
  return wasReturned ? 'corrected' : 'received';
}
