import type { PublicationLine } from '@mingshu/contracts';
import { expect, it } from 'vitest';
import { comparisonSentence, daysText, filters } from './publication-lines';

const line = (more: Partial<PublicationLine>) =>
  ({
    state: 'none',
    version: 2,
    isSigned: true,
    another: null,
    differences: [],
    same: 0,
    unread: 0,
    seen: null,
    looks: [],
    daysAfterDue: null,
    ...more,
  }) as PublicationLine;

it('says how many cells were held against which version, and never more than was compared', () => {
  const said = (more: Partial<PublicationLine>) => comparisonSentence(line(more));
  expect(said({ state: 'matches', same: 200 })).toBe('公开的 200 格与第 2 版（已核定）全部相同。');
  const differences = [{}, {}] as PublicationLine['differences'];
  expect(said({ state: 'differs', differences, same: 197, unread: 1 })).toBe(
    '公开的与第 2 版（已核定）有 2 格不同，197 格相同，1 格没有读到。',
  );
  expect(said({ state: 'partly', same: 199, unread: 1, isSigned: false })).toContain('第 2 版（尚未核定）相同，1 格没有读到，不能判定');
  expect(said({ state: 'registered', seen: { state: 'stated' } as PublicationLine['seen'] })).toContain('未比对');
});

it('counts a failed look only while it is the last', () => {
  const look = (state: string, withdrawn: object | null = null) => ({ state, withdrawn }) as PublicationLine['looks'][number];
  expect(filters.failed!.holds(line({ looks: [look('failed'), look('read')] }))).toBe(true);
  expect(filters.failed!.holds(line({ looks: [look('failed', {}), look('read')] }))).toBe(false);
  expect([daysText(null), daysText(-3), daysText(0), daysText(2)]).toEqual(['—', '早 3', '当天', '晚 2']);
});
