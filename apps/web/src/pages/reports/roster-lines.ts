import type { ExceptionInput, LedgerLine } from '@mingshu/contracts';

/** What is decided or recorded for chosen agencies of the roster. */
export type RosterDeed = ExceptionInput['kind'] | 'hand_in' | 'hand_in_withdrawn';

/** Which lines a status filter of the address keeps. */
export const filters: Record<string, { word: string; holds: (line: LedgerLine) => boolean }> = {
  due: { word: '应报', holds: (line) => line.exception?.kind !== 'excused' },
  filed: { word: '已收', holds: (line) => line.status !== 'not_filed' },
  has_errors: { word: '有错待改', holds: (line) => line.status === 'has_errors' },
  returned: { word: '已退回', holds: (line) => line.status === 'returned' },
  corrected: { word: '已改待核', holds: (line) => line.status === 'corrected' },
  to_review: { word: '有疑问或存疑', holds: (line) => line.nextStep === 'review' },
  to_sign: { word: '可以核定', holds: (line) => line.nextStep === 'sign' },
  signed: { word: '已核（含已发布）', holds: ({ status }) => status === 'signed' || status === 'published' },
  to_publish: { word: '已核待发布', holds: (line) => line.status === 'signed' },
  published: { word: '已发布', holds: (line) => line.status === 'published' },
  differs: { word: '发布不一致', holds: (line) => line.publication.state === 'differs' },
  not_filed: { word: '未报', holds: (line) => line.status === 'not_filed' && line.exception?.kind !== 'excused' },
  overdue: {
    word: '逾期未报',
    holds: (line) => line.status === 'not_filed' && line.exception?.kind !== 'excused' && line.daysLate > 0,
  },
  late: { word: '迟报', holds: (line) => line.status !== 'not_filed' && line.daysLate > 0 },
  undated: { word: '报送日期不详', holds: (line) => line.status !== 'not_filed' && line.receivedOn === null },
  extended: { word: '已延期', holds: (line) => line.exception?.kind === 'extended' },
  excused: { word: '豁免', holds: (line) => line.exception?.kind === 'excused' },
};

const text = (of: (line: LedgerLine) => string) => (one: LedgerLine, other: LedgerLine) => of(one).localeCompare(of(other), 'zh');
const number = (of: (line: LedgerLine) => number) => (one: LedgerLine, other: LedgerLine) => of(one) - of(other);
const statuses: LedgerLine['status'][] = ['not_filed', 'has_errors', 'returned', 'corrected', 'received', 'signed', 'published'];

/** How the columns sort, upwards; what has no date comes last. */
export const sorts: Record<string, (one: LedgerLine, other: LedgerLine) => number> = {
  name: text(({ agencyName }) => agencyName),
  category: text(({ category }) => category),
  status: number(({ status }) => statuses.indexOf(status)),
  received: text(({ receivedOn }) => receivedOn ?? '9'),
  due: text(({ dueOn }) => dueOn),
  late: number(({ daysAfterDue }) => daysAfterDue ?? -9999),
  errors: number(({ errorCount, warningCount }) => errorCount * 1000 + warningCount),
};

/** 早 3, 晚 2, 当天: how a report stands to its date. `null`: dates say nothing. */
export function daysText({ daysAfterDue, status }: Pick<LedgerLine, 'daysAfterDue' | 'status'>): string {
  if (daysAfterDue === null) return '—';
  if (daysAfterDue === 0) return '当天';
  if (status === 'not_filed') return daysAfterDue > 0 ? `晚 ${daysAfterDue}` : `还有 ${-daysAfterDue}`;
  return daysAfterDue > 0 ? `晚 ${daysAfterDue}` : `早 ${-daysAfterDue}`;
}

export const percentText = (rate: number | null): string => (rate === null ? '—' : `${rate.toFixed(1)}%`);
