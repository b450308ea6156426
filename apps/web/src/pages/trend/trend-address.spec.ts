import { expect, it } from 'vitest';
import { readAddress, writeAddress } from './trend-address';

it('comes back from the address as it went in', () => {
  const asked = { breakdown: 'outcome', from: 2020, to: 2023, agencies: ['a', 'b'], kinds: ['镇', '街道'] } as const;
  expect(readAddress(writeAddress(asked))).toEqual(asked);
});

it('leaves at its usual value what it cannot understand', () => {
  expect(readAddress({ breakdown: 'nonsense', from: 'x', kinds: '镇,村' })).toEqual({
    breakdown: 'flow',
    from: undefined,
    to: undefined,
    agencies: [],
    kinds: ['镇'],
  });
});
