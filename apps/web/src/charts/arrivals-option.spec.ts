import { expect, it } from 'vitest';
import { arrivalsDescription, arrivalsOption } from './arrivals-option';

const arrivals = {
  thisYear: [
    { day: -3, count: 2 },
    { day: 1, count: 3 },
  ],
  lastYear: [{ day: -1, count: 4 }],
};

it('draws both years over the same days, with a rule at the deadline', () => {
  const { series } = arrivalsOption(arrivals, 2024, 5) as {
    series: { data: unknown; markLine?: { data: { xAxis?: number; yAxis?: number }[] } }[];
  };
  expect(series.map(({ data }) => data)).toEqual([
    [
      [-3, 2],
      [1, 3],
    ],
    [[-1, 4]],
  ]);
  expect(series[0]?.markLine?.data.map(({ xAxis, yAxis }) => xAxis ?? yAxis)).toEqual([0, 5]);
});

it('says the same in words', () => {
  expect(arrivalsDescription(arrivals, 2024, 5)).toBe(
    '2024 年度应报 5 家，已收 3 家，其中截止日及以前 2 家；2023 年度截止日及以前收到 4 家。',
  );
});
