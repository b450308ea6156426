import { expect, it } from 'vitest';
import { zeroFigures } from '../example-report';
import { carryOverChain } from './carry-over-chain';

const report = (year: number, carriedIn: number, carriedOut: number) => ({
  year,
  edition: '2021' as const,
  figures: zeroFigures('2021', { 'requests.carried_in.total': carriedIn, 'requests.carried_out.total': carriedOut }),
});

it('marks the one broken link, and where a report is missing nobody can tell', () => {
  const { years, links } = carryOverChain([report(2021, 0, 2), report(2022, 2, 1), report(2023, 3, 0), report(2025, 0, 0)]);
  expect(years.map(({ year }) => year)).toEqual([2021, 2022, 2023, 2024, 2025]);
  expect(links.map(({ toYear, state }) => [toYear, state])).toEqual([
    [2022, 'holds'],
    [2023, 'broken'],
    [2024, 'unknown'],
    [2025, 'unknown'],
  ]);
  const broken = links[1]!.columns.filter(({ state }) => state === 'broken');
  expect(broken).toEqual([{ applicant: 'total', carriedOut: 1, carriedIn: 3, state: 'broken', difference: 2 }]);
});

it('adds up the predecessors of a merged agency', () => {
  const { links } = carryOverChain([report(2023, 0, 2), report(2023, 0, 3), report(2024, 5, 0)]);
  expect(links[0]!.state).toBe('holds');
});

it('has no sum where one predecessor is missing, and none over a split', () => {
  const partial = carryOverChain([report(2023, 0, 2), report(2024, 2, 0)], { missing: new Map([[2023, ['青山乡']]]) });
  expect(partial.years[0]!.columns[0]!.carriedOut).toBeNull();
  expect(partial.links[0]).toMatchObject({ state: 'unknown', why: '没有青山乡 2023 年度的报告' });
  const split = carryOverChain([report(2023, 0, 2), report(2024, 1, 0)], { splits: new Set([2024]) });
  expect(split.links[0]).toMatchObject({ state: 'unknown', why: '2024 年度单位分设，上年数字无法归属' });
});

it('is empty without reports', () => expect(carryOverChain([])).toEqual({ years: [], links: [] }));
