import type { NextStep, ReportStatus } from '@mingshu/contracts';

/** What the office does next for an agency: follows from its status alone, nobody sets it. `openQuestions`: queries unanswered and cells unclear, which stand in the way of a signature. */
export function nextStep(
  status: ReportStatus,
  { isExcused, isDueSoon, openQuestions }: { isExcused: boolean; isDueSoon: boolean; openQuestions: number },
): NextStep {
  switch (status) {
    case 'not_filed':
      return isExcused ? 'none' : isDueSoon ? 'remind' : 'wait';
    case 'received':
    case 'corrected':
      return openQuestions > 0 ? 'review' : 'sign';
    case 'has_errors':
      return 'return';
    case 'returned':
      return 'await_corrected';
    case 'signed':
      return 'publish';
    case 'published':
      return 'none';
  }
}
