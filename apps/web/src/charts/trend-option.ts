import type { StatCell, StatTable } from '@mingshu/statistics';
import type { EChartsCoreOption } from 'echarts/core';
import { chartFont, dashes, seriesColours } from './parts-style';

/** A number, or a gap: what is not a number is never drawn as zero and never joined up. */
export const numberOrGap = (value: StatCell['value'] | undefined): number | null => (typeof value === 'number' ? value : null);

/** The first year of the new edition among the rows, where the form changed between two shown years. */
const breakYear = ({ rows }: StatTable): string | undefined => (rows.some(({ code }) => Number(code) < 2021) ? rows.find(({ code }) => code === '2021')?.heading : undefined);

/** One line per column, one point per row, names at the ends. A year with missing reports has a hollow point. */
export function trendOption(table: StatTable): EChartsCoreOption {
  const changed = breakYear(table);
  return {
    textStyle: { fontFamily: chartFont },
    animation: false,
    grid: { left: 52, right: 150, top: 28, bottom: 34 },
    tooltip: { trigger: 'axis', renderMode: 'richText' },
    xAxis: { type: 'category', data: table.rows.map(({ heading }) => heading), axisLabel: { color: '#1f2329' }, boundaryGap: false },
    yAxis: { type: 'value', minInterval: 1, name: table.columns[0]?.unit, nameTextStyle: { color: '#5b626c' }, axisLabel: { color: '#5b626c' } },
    series: table.columns.map((column, index) => ({
      id: column.code,
      name: column.heading,
      type: 'line',
      connectNulls: false,
      symbolSize: 7,
      lineStyle: { width: 2, type: dashes[index % dashes.length] },
      itemStyle: { color: seriesColours[index % seriesColours.length] },
      endLabel: { show: true, formatter: '{a}', color: seriesColours[index % seriesColours.length], fontSize: 13 },
      labelLayout: { moveOverlap: 'shiftY' },
      data: table.rows.map(({ cells, filed, due }) => ({ value: numberOrGap(cells[index]?.value), symbol: filed < due ? 'emptyCircle' : 'circle' })),
      ...(index === 0 && changed
        ? { markLine: { silent: true, symbol: 'none', lineStyle: { color: '#8a929e', type: 'dashed' }, label: { formatter: '2021 年版格式起', color: '#5b626c', position: 'insideEndTop' }, data: [{ xAxis: changed }] } }
        : {}),
    })),
  };
}
