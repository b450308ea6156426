import type { LedgerLine } from '@mingshu/contracts';
import { expect, it } from 'vitest';
import { daysText, filters, percentText } from './roster-lines';

it('says how a report stands to its date, and nothing where dates say nothing', () => {
  const said = (status: LedgerLine['status'], daysAfterDue: number | null) => daysText({ status, daysAfterDue });
  expect([
    said('received', -3),
    said('received', 2),
    said('signed', 0),
    said('not_filed', 4),
    said('not_filed', -6),
    said('received', null),
  ]).toEqual(['早 3', '晚 2', '当天', '晚 4', '还有 6', '—']);
});

it('does not count an excused agency as one that has not filed', () => {
  const line = { status: 'not_filed', exception: { kind: 'excused' }, daysLate: 9 } as LedgerLine;
  expect(['not_filed', 'overdue', 'due', 'excused'].map((name) => filters[name]!.holds(line))).toEqual([false, false, false, true]);
});

it('shows no rate where nobody owes a report', () => {
  expect([percentText(null), percentText(100), percentText(66.666)]).toEqual(['—', '100.0%', '66.7%']);
});
