import type { NextStep, ReportStatus } from '@mingshu/contracts';

/** What the office does next for an agency: follows from its status alone, nobody sets it. */
export function nextStep(
  status: ReportStatus,
  { isExcused, isDueSoon, unclearCount }: { isExcused: boolean; isDueSoon: boolean; unclearCount: number },
): NextStep {
  switch (status) {
    case 'not_filed':
      return isExcused ? 'none' : isDueSoon ? 'remind' : 'wait';
    case 'received':
      return unclearCount > 0 ? 'review' : 'sign';
    case 'has_errors':
      return 'return';
    case 'returned':
      return 'await_corrected';
    case 'corrected':
      return 'sign';
    case 'signed':
      return 'none';
  }
}
