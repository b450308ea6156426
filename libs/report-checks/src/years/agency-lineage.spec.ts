import { expect, it } from 'vitest';
import { comesFromItself, isSplitIn, sourcesOf, type AgencyLineage } from './agency-lineage';

const lineage = (agencyId: string, kind: AgencyLineage['kind'], sinceYear: number, predecessorIds: string[]): AgencyLineage => ({
  agencyId,
  kind,
  sinceYear,
  predecessorIds,
});
const existed = (agencyId: string, year: number) => agencyId !== '新镇' || year >= 2024;

it('adds up the predecessors before the merger, and theirs in turn', () => {
  const lineages = [lineage('新镇', 'merged', 2024, ['柳林乡', '青山乡']), lineage('青山乡', 'renamed', 2022, ['青岭乡'])];
  expect(sourcesOf('新镇', 2024, lineages, existed)).toEqual(['新镇']);
  expect(sourcesOf('新镇', 2023, lineages, existed)).toEqual(['柳林乡', '青山乡']);
  expect(sourcesOf('新镇', 2021, lineages, existed)).toEqual(['柳林乡', '青岭乡']);
});

it('counts an agency that took another in as one of the parts, a renamed one not', () => {
  expect(sourcesOf('石桥镇', 2023, [lineage('石桥镇', 'merged', 2024, ['柳林乡'])], existed)).toEqual(['石桥镇', '柳林乡']);
  expect(sourcesOf('石桥镇', 2023, [lineage('石桥镇', 'renamed', 2024, ['石桥乡'])], existed)).toEqual(['石桥乡']);
});

it('takes nothing over a split, for neither side', () => {
  const lineages = [lineage('医保局', 'split', 2023, ['人社局'])];
  expect(sourcesOf('医保局', 2022, lineages, existed)).toEqual(['医保局']);
  expect([isSplitIn('医保局', 2023, lineages), isSplitIn('人社局', 2023, lineages), isSplitIn('人社局', 2024, lineages)]).toEqual([
    true,
    true,
    false,
  ]);
});

it('finds an agency that would come from itself by way of others', () => {
  const others = [lineage('乙', 'renamed', 2022, ['丙']), lineage('丙', 'renamed', 2021, ['丁'])];
  expect(comesFromItself(lineage('丁', 'merged', 2024, ['乙']), others)).toBe(true);
  expect(comesFromItself(lineage('丁', 'merged', 2024, ['丁']), others)).toBe(true);
  expect(comesFromItself(lineage('甲', 'merged', 2024, ['乙', '丙']), others)).toBe(false);
});
