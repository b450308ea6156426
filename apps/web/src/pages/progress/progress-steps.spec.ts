import type { LedgerLine } from '@mingshu/contracts';
import { expect, it } from 'vitest';
import { progressOf } from './progress-steps';

const line = {
  status: 'has_errors',
  exception: null,
  reminders: [{ text: '请报送', by: '李明', at: '2025-01-14T17:00:00Z' }],
  daysLate: 0,
  errorCount: 3,
  warningCount: 1,
  receivedOn: '2025-01-18',
  returnedOn: '2025-01-20',
  signedOn: null,
  publication: { state: 'none', isStated: false, address: null, publishedOn: null, seenOn: null },
} as unknown as LedgerLine;

it('shows each step with a glyph and a short date of China, and what nobody knows as a dash', () => {
  expect(progressOf(line).map(({ text }) => text)).toEqual(['✓ 1/15', '✓ 1/18', '! 3', '↩ 1/20', '—', '—', '—']);
});

it('shows days late where nothing came, and nothing to do for the excused', () => {
  const missing = { ...line, status: 'not_filed', receivedOn: null, reminders: [], returnedOn: null, daysLate: 4 } as unknown as LedgerLine;
  expect(progressOf(missing)[1]).toMatchObject({ text: '! 4 天', words: '逾期 4 天' });
  expect(progressOf({ ...missing, exception: { kind: 'excused' } } as LedgerLine)[1]).toMatchObject({ text: '—', words: '豁免' });
});

it('ticks publication off only where it is the accepted version or on record', () => {
  const step = (state: LedgerLine['publication']['state'], isStated = false) =>
    progressOf({ ...line, publication: { state, isStated, address: null, publishedOn: '2025-01-28', seenOn: '2025-02-01' } })[5];
  expect([step('matches')?.text, step('differs')?.text, step('partly')?.text]).toEqual(['✓ 1/28', '≠', '?']);
  expect(step('registered', true)?.words).toBe('公开（人工登记） 2025-01-28');
});
