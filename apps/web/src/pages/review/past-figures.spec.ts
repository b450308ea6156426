import { expect, it } from 'vitest';
import { pastFigures, sparkRuns } from './past-figures';

const cell = 'requests.granted.total';

it('keeps a year without a report, a blank and a 0 apart, and asks the older edition for the cell that compares', () => {
  const past = [
    { year: 2020, edition: '2019', figures: { [cell]: 3, 'requests.other.total': 2 } },
    { year: 2022, edition: '2021', figures: { [cell]: 0 } },
    { year: 2023, edition: '2021', figures: { [cell]: 'blank' } },
  ] as const;
  expect(pastFigures(past, '2021', cell, 2024).map(({ year, figure }) => [year, figure])).toEqual([
    [2019, 'not_filed'],
    [2020, 3],
    [2021, 'not_filed'],
    [2022, 0],
    [2023, 'blank'],
  ]);
  expect(pastFigures(past, '2021', 'requests.other.misc.total', 2024)[1]).toEqual({ year: 2020, figure: 'not_comparable' });
});

it('draws a gap where a year has no number', () => {
  expect(sparkRuns([undefined, 4, 2, undefined, 0], 100, 20)).toEqual([
    [
      { x: 25, y: 0 },
      { x: 50, y: 10 },
    ],
    [{ x: 100, y: 20 }],
  ]);
});
