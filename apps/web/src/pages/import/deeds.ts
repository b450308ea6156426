import type { Submission, SubmissionStatus } from '@mingshu/contracts';

type Stands = Pick<Submission, 'status'>;
const is =
  (...statuses: SubmissionStatus[]) =>
  (submission: Stands) =>
    statuses.includes(submission.status);

/** What may be read once more. */
export const canRetry = is('unreadable', 'quarantined', 'not_a_report');
/** What a person may type from the original. */
export const canEnter = canRetry;
/** What may be put away. */
export const canDiscard = is('unreadable', 'quarantined', 'not_a_report', 'unassigned', 'duplicate');
/** What something can be done with together with others. */
export const canSelect = canDiscard;
/** Statuses after which reading once more makes sense, for all at once. */
export const retryable: readonly SubmissionStatus[] = ['unreadable', 'quarantined', 'not_a_report', 'unassigned'];
