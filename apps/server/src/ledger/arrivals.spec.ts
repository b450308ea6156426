import { expect, it } from 'vitest';
import { arrivals } from './arrivals';

it('adds up day by day from before the on-time date to after it', () => {
  expect(arrivals(['2025-02-02', '2025-01-28', '2025-01-28', '2025-01-31'], '2025-01-31')).toEqual([
    { day: -3, count: 2 },
    { day: 0, count: 3 },
    { day: 2, count: 4 },
  ]);
});
