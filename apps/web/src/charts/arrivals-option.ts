import type { EChartsCoreOption } from 'echarts/core';
import { chartFont, dashes, seriesColours } from './parts-style';

export interface Arrivals {
  /** Days from the on-time date, and how many had come by then. */
  readonly thisYear: readonly { readonly day: number; readonly count: number }[];
  readonly lastYear: readonly { readonly day: number; readonly count: number }[];
}

const points = (arrivals: Arrivals['thisYear']) => arrivals.map(({ day, count }) => [day, count]);

/** How many had come by each day, this year's over last year's, with a rule at the on-time date and one at what is owed. */
export function arrivalsOption({ thisYear, lastYear }: Arrivals, year: number, due: number): EChartsCoreOption {
  const line = (name: string, data: number[][], place: number) => ({
    id: name,
    name,
    type: 'line',
    step: 'end',
    symbolSize: 5,
    lineStyle: { width: 2, type: dashes[place] },
    itemStyle: { color: seriesColours[place] },
    data,
  });
  const rules = {
    silent: true,
    symbol: 'none',
    lineStyle: { color: '#8a929e', type: 'dashed' },
    data: [
      { xAxis: 0, label: { formatter: '按时截止', color: '#5b626c' } },
      { yAxis: due, label: { formatter: `应报 ${due}`, color: '#5b626c', position: 'insideStartTop' } },
    ],
  };
  return {
    textStyle: { fontFamily: chartFont },
    animation: false,
    grid: { left: 40, right: 20, top: 40, bottom: 40 },
    legend: { top: 0, left: 0, textStyle: { color: '#1f2329' } },
    tooltip: { trigger: 'axis', renderMode: 'richText' },
    xAxis: { type: 'value', name: '距截止（天）', nameLocation: 'middle', nameGap: 26, minInterval: 1, axisLabel: { color: '#1f2329' } },
    yAxis: { type: 'value', min: 0, max: Math.max(due, 1), minInterval: 1, axisLabel: { color: '#5b626c' } },
    series: [{ ...line(`${year} 年度`, points(thisYear), 0), markLine: rules }, line(`${year - 1} 年度`, points(lastYear), 1)],
  };
}

/** The same in a sentence. */
export function arrivalsDescription({ thisYear, lastYear }: Arrivals, year: number, due: number): string {
  const last = (arrivals: Arrivals['thisYear']) => arrivals.at(-1)?.count ?? 0;
  const onTime = (arrivals: Arrivals['thisYear']) => arrivals.findLast(({ day }) => day <= 0)?.count ?? 0;
  return `${year} 年度应报 ${due} 家，已收 ${last(thisYear)} 家，其中截止日及以前 ${onTime(thisYear)} 家；${year - 1} 年度截止日及以前收到 ${onTime(lastYear)} 家。`;
}
