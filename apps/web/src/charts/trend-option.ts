import type { StatCell, StatTable } from '@mingshu/statistics';
import type { EChartsCoreOption } from 'echarts/core';
import { chartFont, dashes, seriesColours } from './parts-style';

/** A number, or a gap: what is not a number is never drawn as zero and never joined up. */
export const numberOrGap = (value: StatCell['value'] | undefined): number | null => (typeof value === 'number' ? value : null);

/** The first year of the new edition among the rows, where the form changed between two shown years. */
const breakYear = ({ rows }: StatTable): string | undefined =>
  rows.some(({ code }) => Number(code) < 2021) ? rows.find(({ code }) => code === '2021')?.heading : undefined;

/** A round number not below the greatest value, so that the scale is known before the chart is drawn. */
export function scaleTop(table: StatTable): number {
  const most = Math.max(1, ...table.rows.flatMap(({ cells }) => cells.map(({ value }) => numberOrGap(value) ?? 0)));
  const power = 10 ** Math.floor(Math.log10(most));
  return [1, 2, 2.5, 5, 10].map((step) => step * power).find((top) => top >= most && Number.isInteger(top * 2)) ?? most;
}

const plotHeight = 258;
const lineHeight = 17;

/** How far each name at a line's end moves up or down (px) so that no two names overlap. */
export function nameOffsets(table: StatTable): number[] {
  const top = scaleTop(table);
  const ends = table.columns.map((_, index) => {
    const last = table.rows.map(({ cells }) => numberOrGap(cells[index]?.value)).findLast((value) => value !== null) ?? 0;
    return { index, height: (last / top) * plotHeight };
  });
  const offsets = new Array<number>(ends.length).fill(0);
  let floor = -Infinity;
  for (const { index, height } of ends.sort((one, other) => one.height - other.height)) {
    const placed = Math.max(height, floor + lineHeight);
    offsets[index] = Math.round(height - placed);
    floor = placed;
  }
  return offsets;
}

/** One line per column, one point per row, names at the ends. A year with missing reports has a hollow point. */
export function trendOption(table: StatTable): EChartsCoreOption {
  const changed = breakYear(table);
  const offsets = nameOffsets(table);
  return {
    textStyle: { fontFamily: chartFont },
    animation: false,
    grid: { left: 52, right: 150, top: 28, bottom: 34 },
    tooltip: { trigger: 'axis', renderMode: 'richText' },
    xAxis: { type: 'category', data: table.rows.map(({ heading }) => heading), axisLabel: { color: '#1f2329' }, boundaryGap: false },
    yAxis: { type: 'value', min: 0, max: scaleTop(table), minInterval: 1, axisLabel: { color: '#5b626c' } },
    series: table.columns.map((column, index) => ({
      id: column.code,
      name: column.heading,
      type: 'line',
      connectNulls: false,
      symbolSize: 7,
      lineStyle: { width: 2, type: dashes[index % dashes.length] },
      itemStyle: { color: seriesColours[index % seriesColours.length] },
      endLabel: {
        show: true,
        formatter: '{a}',
        color: seriesColours[index % seriesColours.length],
        fontSize: 13,
        offset: [0, offsets[index]],
      },
      data: table.rows.map(({ cells, filed, due }) => ({
        value: numberOrGap(cells[index]?.value),
        symbol: filed < due ? 'emptyCircle' : 'circle',
      })),
      ...(index === 0 && changed
        ? {
            markLine: {
              silent: true,
              symbol: 'none',
              lineStyle: { color: '#8a929e', type: 'dashed' },
              label: { formatter: '2021 年版格式起', color: '#5b626c', position: 'end', rotate: 0 },
              data: [{ xAxis: changed }],
            },
          }
        : {}),
    })),
  };
}
