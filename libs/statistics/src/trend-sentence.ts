import { comparesRoughly, measuresOf } from './measures';
import { smallestBase } from './share-table';
import type { StatColumn, StatRow, StatTable } from './stat-table';
import { valueText } from './value-text';

interface Change {
  readonly column: StatColumn;
  readonly before: number;
  readonly now: number;
  /** Why the two numbers do not measure quite the same, empty where they do. */
  readonly caution: string;
}

const percent = (value: number) => `${Math.abs(Math.round(value * 1000) / 10).toFixed(1)}%`;

/** A change in words: 增长 and 下降 with both amounts; no rate from a small or zero base. */
function changeText({ column, before, now, caution }: Change): string {
  const difference = now - before;
  const amount = `${valueText(now, column.unit)} ${column.unit}`;
  if (difference === 0) return `${column.heading} ${amount}，与上年持平${caution}`;
  const word = difference > 0 ? '增加' : '减少';
  const by = `${word} ${valueText(Math.abs(difference), column.unit)} ${column.unit}`;
  if (before === 0) return `${column.heading} ${amount}，上年为 0${caution}`;
  if (before < smallestBase) return `${column.heading} ${amount}，比上年${by}${caution}`;
  return `${column.heading} ${amount}，比上年${by}，${difference > 0 ? '增长' : '下降'} ${percent(difference / before)}${caution}`;
}

/** Breaks of the series and unread numbers that a comparison of two years has to name. */
function cautionOf({ code }: StatColumn, year: number, unread: number): string {
  const measure = Object.values(measuresOf)
    .flat()
    .find((one) => one.code === code);
  const cautions = [
    ...(unread > 0 ? ['有单位的数未读到，两年不可直接比较'] : []),
    ...(year === 2021 && measure && comparesRoughly(measure) ? ['两版格式口径略有不同，只宜大致比较'] : []),
    ...(year === 2024 && code === 'suit_direct' ? ['2024 年起须先申请行政复议，不宜直接比较'] : []),
  ];
  return cautions.length > 0 ? `（${cautions.join('；')}）` : '';
}

const changesOf = ({ columns }: StatTable, last: StatRow, previous: StatRow): Change[] =>
  columns.flatMap((column, place) => {
    const [before, now] = [previous.cells[place]?.value, last.cells[place]?.value];
    const unread = (previous.cells[place]?.unread ?? 0) + (last.cells[place]?.unread ?? 0);
    return typeof before === 'number' && typeof now === 'number' && (before !== 0 || now !== 0)
      ? [{ column, before, now, caution: cautionOf(column, Number(last.code), unread) }]
      : [];
  });

const coverage = (row: StatRow) => (row.filed < row.due ? `（应报 ${row.due} 家，实报 ${row.filed} 家）` : '');

/**
 * One sentence on what changed in the last reported year against the year before: the first measure, then the two that moved most.
 * Says so where a year is missing or a total is partial; figures of partial totals are not compared silently.
 */
export function trendSentence(table: StatTable, subject = '全县'): string {
  const reported = table.rows.filter(({ filed }) => filed > 0);
  const last = reported.at(-1);
  if (!last) return '所选范围内还没有年度报告。';
  const previous = table.rows.find(({ code }) => Number(code) === Number(last.code) - 1 && reported.some((row) => row.code === code));
  const later = table.rows.slice(table.rows.indexOf(last) + 1).filter(({ due }) => due > 0);
  const notYet = later.length > 0 ? `${later.map(({ heading }) => heading).join('、')} 年度尚无报告。` : '';
  const head = `${notYet}${last.heading} 年度${subject}${coverage(last)}`;
  if (!previous) {
    const first = table.columns.findIndex((_, place) => typeof last.cells[place]?.value === 'number');
    const column = table.columns[first];
    return column
      ? `${head}${column.heading} ${valueText(last.cells[first]!.value, column.unit)} ${column.unit}；上一年度没有可比的数。`
      : `${head}没有可汇总的数。`;
  }
  const changes = changesOf(table, last, previous);
  if (changes.length === 0) return `${head}各项与上年均为 0 或不可比。`;
  const [first, ...others] = changes;
  const movers = others
    .filter(({ before, now }) => before !== now)
    .sort((one, other) => Math.abs(other.now - other.before) - Math.abs(one.now - one.before))
    .slice(0, 2);
  const partial = previous.filed < previous.due ? `上年应报 ${previous.due} 家、实报 ${previous.filed} 家，两年范围不完全相同。` : '';
  return `${head}${[first!, ...movers].map(changeText).join('；')}。${partial}`;
}
