import type { StatTable } from '@mingshu/statistics';
import type { EChartsCoreOption } from 'echarts/core';
import { chartFont, seriesColours } from './parts-style';
import { numberOrGap } from './trend-option';

/** Stacked shares of each row, 0 to 100 %. A row without shares is an empty place, not an even split. */
export function shareOption(table: StatTable): EChartsCoreOption {
  return {
    textStyle: { fontFamily: chartFont },
    animation: false,
    aria: { enabled: true, decal: { show: true } },
    grid: { left: 52, right: 16, top: 58, bottom: 34 },
    legend: { top: 0, left: 0, textStyle: { color: '#1f2329' } },
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      valueFormatter: (value: unknown) => (typeof value === 'number' ? `${value.toFixed(1)}%` : '—'),
    },
    xAxis: { type: 'category', data: table.rows.map(({ heading }) => heading), axisLabel: { color: '#1f2329' } },
    yAxis: { type: 'value', max: 100, axisLabel: { formatter: '{value}%', color: '#5b626c' } },
    series: table.columns.map((column, index) => ({
      id: column.code,
      name: column.heading,
      type: 'bar',
      stack: 'whole',
      barMaxWidth: 56,
      itemStyle: { color: seriesColours[index % seriesColours.length], borderColor: '#fff', borderWidth: 1 },
      data: table.rows.map(({ cells }) => numberOrGap(cells[index]?.value)),
    })),
  };
}
