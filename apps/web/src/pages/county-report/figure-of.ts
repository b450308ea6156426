import { valueText, type StatCell } from '@mingshu/statistics';

/** A value for people. Amounts keep every printed place: a difference of 1 元 must not read as 0.00 万元. */
export function figureOf(value: StatCell['value'], unit: string | undefined, isSigned = false): string {
  if (typeof value !== 'number') return valueText(value);
  const text = unit === '万元' ? `${value < 0 ? '−' : ''}${Math.abs(value)}` : valueText(value);
  return isSigned && value > 0 ? `+${text}` : text;
}
