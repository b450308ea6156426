import { valueText, type StatTable } from '@mingshu/statistics';

/** What a chart shows, for those who do not see it: range of years, and each series with its least and greatest value. */
export function chartDescription(table: StatTable): string {
  const range = `${table.rows[0]?.heading ?? ''} 至 ${table.rows.at(-1)?.heading ?? ''} 年度${table.title}。`;
  const series = table.columns.map(({ heading, unit }, place) => {
    const given = table.rows.flatMap(({ heading: year, cells }) =>
      typeof cells[place]?.value === 'number' ? [{ year, value: cells[place].value as number }] : [],
    );
    if (given.length === 0) return `${heading}：没有数。`;
    const [least, most] = [
      given.reduce((one, other) => (other.value < one.value ? other : one)),
      given.reduce((one, other) => (other.value > one.value ? other : one)),
    ];
    return `${heading}：最低 ${valueText(least.value, unit)}${unit}（${least.year}），最高 ${valueText(most.value, unit)}${unit}（${most.year}）。`;
  });
  return range + series.join('');
}
