import { expect, it } from 'vitest';
import { daysLate, statusOf } from './status-of';

it('derives a status from what is there', () => {
  expect(statusOf({ receivedOn: null, isRead: false, errorCount: 0 })).toBe('not_filed');
  expect(statusOf({ receivedOn: '2025-01-20', isRead: false, errorCount: 0 })).toBe('received');
  expect(statusOf({ receivedOn: '2025-01-20', isRead: true, errorCount: 2 })).toBe('has_errors');
  expect(statusOf({ receivedOn: '2025-01-20', isRead: true, errorCount: 0 })).toBe('without_errors');
});

it('counts days late from the on-time date, and until today where nothing came', () => {
  expect(daysLate('2025-01-31', '2025-01-31', '2025-03-01')).toBe(0);
  expect(daysLate('2025-02-03', '2025-01-31', '2025-03-01')).toBe(3);
  expect(daysLate(null, '2025-01-31', '2025-03-01')).toBe(29);
});
