import type { StatCell } from './stat-table';

const words: Record<Exclude<StatCell['value'], number>, string> = {
  blank: '—（未填）',
  not_applicable: '不适用',
  unread: '未读到',
  not_filed: '未报',
  not_comparable: '不可比',
  not_assessable: '无法核对',
};

/** A value for people: 1,234; two decimals for money; one for %; a word where there is no number. Screen and files use it alike. */
export function valueText(value: StatCell['value'], unit = '件'): string {
  if (typeof value !== 'number') return words[value];
  const digits = unit === '万元' ? 2 : unit === '%' ? 1 : 0;
  const [whole = '', fraction] = Math.abs(value).toFixed(digits).split('.');
  const grouped = whole.replaceAll(/\B(?=(\d{3})+(?!\d))/g, ',');
  return `${value < 0 ? '−' : ''}${grouped}${fraction ? `.${fraction}` : ''}`;
}
