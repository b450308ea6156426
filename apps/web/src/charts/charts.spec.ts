import type { StatTable } from '@mingshu/statistics';
import { describe, expect, it } from 'vitest';
import { chartDescription } from './chart-description';
import { shareOption } from './share-option';
import { nameOffsets, trendOption } from './trend-option';

const table: StatTable = {
  title: '申请办理情况',
  rowHeading: '年度',
  columns: [{ code: 'new_received', heading: '新收申请', unit: '件' }],
  rows: [
    { code: '2020', heading: '2020', cells: [{ value: 0, given: 2, due: 2 }], filed: 2, due: 2, missing: [] },
    { code: '2021', heading: '2021', cells: [{ value: 'not_filed', given: 0, due: 2 }], filed: 0, due: 2, missing: ['甲镇', '乙镇'] },
    { code: '2022', heading: '2022', cells: [{ value: 12, given: 1, due: 2 }], filed: 1, due: 2, missing: ['乙镇'] },
  ],
  notes: [],
};

describe('a trend chart', () => {
  const [series] = (trendOption(table) as { series: { data: unknown; connectNulls: boolean; markLine?: { data: unknown } }[] }).series;

  it('draws a printed zero as zero and a missing year as a gap that is not joined up', () => {
    expect(series?.data).toEqual([
      { value: 0, symbol: 'circle' },
      { value: null, symbol: 'emptyCircle' },
      { value: 12, symbol: 'emptyCircle' },
    ]);
    expect(series?.connectNulls).toBe(false);
  });

  it('marks where the form changed', () => {
    expect(series?.markLine?.data).toEqual([{ xAxis: '2021' }]);
  });

  it('keeps the names at the ends apart where lines end close together', () => {
    const close = {
      ...table,
      columns: [0, 1, 2].map((code) => ({ code: String(code), heading: String(code), unit: '件' })),
      rows: [{ ...table.rows[0]!, cells: [10, 11, 100].map((value) => ({ value, given: 2, due: 2 })) }],
    };
    expect(nameOffsets(close)).toEqual([0, -14, 0]);
  });

  it('is described by its range and extremes', () => {
    expect(chartDescription(table)).toBe('2020 至 2022 年度申请办理情况。新收申请：最低 0件（2020），最高 12件（2022）。');
  });
});

it('leaves a row without shares empty', () => {
  const option = shareOption(table) as { series: { data: unknown[] }[] };
  expect(option.series[0]?.data).toEqual([0, null, 12]);
});
