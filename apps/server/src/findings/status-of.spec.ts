import { expect, it } from 'vitest';
import { statusOf, type ReportFacts } from './status-of';

const clean: ReportFacts = {
  receivedOn: '2025-01-20',
  isRead: true,
  openErrors: 0,
  openWarnings: 0,
  isReturned: false,
  wasReturned: false,
  isSigned: false,
  publication: 'none',
};
const status = (facts: Partial<ReportFacts>) => statusOf({ ...clean, ...facts });

it('derives a status from what is there', () => {
  expect(status({ receivedOn: null, isRead: false })).toBe('not_filed');
  expect(status({ isRead: false })).toBe('received');
  expect(status({ openErrors: 2 })).toBe('has_errors');
  expect(status({ openWarnings: 1 })).toBe('received');
  expect(status({})).toBe('received');
  expect(status({ isSigned: true })).toBe('signed');
});

it('follows a report from the return to the signature', () => {
  expect(status({ openErrors: 2, isReturned: true })).toBe('returned');
  expect(status({ openErrors: 1, wasReturned: true })).toBe('has_errors');
  expect(status({ wasReturned: true })).toBe('corrected');
  expect(status({ wasReturned: true, isSigned: true })).toBe('signed');
});

it('lets no signature stand over what was found after it', () => {
  expect(status({ isSigned: true, openErrors: 1 })).toBe('has_errors');
  expect(status({ isSigned: true, openWarnings: 1 })).toBe('received');
});

it('says published only of what is signed off, and the same in public or recorded by a person', () => {
  const signed = (publication: ReportFacts['publication']) => status({ isSigned: true, publication });
  expect([signed('matches'), signed('registered')]).toEqual(['published', 'published']);
  expect([signed('differs'), signed('partly'), signed('unclear'), signed('none')]).toEqual(['signed', 'signed', 'signed', 'signed']);
  expect(status({ publication: 'matches' })).toBe('received');
  expect(status({ isSigned: true, openErrors: 1, publication: 'matches' })).toBe('has_errors');
});
