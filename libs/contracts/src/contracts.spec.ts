import { expect, it } from 'vitest';
import { figureReading, routes, trendQuestion } from './index';

it('reads lists from the address and refuses what is no kind of agency', () => {
  expect(trendQuestion.parse({ kinds: '镇,街道', from: '2019' })).toEqual({
    breakdown: 'flow',
    from: 2019,
    agencies: [],
    kinds: ['镇', '街道'],
  });
  expect(trendQuestion.safeParse({ kinds: '村' }).success).toBe(false);
});

it('does not take a blank that carries a number for a figure', () => {
  expect(figureReading.safeParse({ state: 'number', printed: '3', place: { kind: 'line', line: 1 } }).success).toBe(false);
  expect(figureReading.safeParse({ state: 'unread', why: 'not_found' }).success).toBe(true);
});

it('gives no two routes one address', () => {
  const addresses = Object.values(routes).map((route) => route.join(' '));
  expect(new Set(addresses).size).toBe(addresses.length);
});
