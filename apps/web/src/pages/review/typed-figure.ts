import { figureFault, type CellCode, type Figure } from '@mingshu/report-format';

export type Typed = { readonly figure: Figure } | { readonly fault: string };

const notApplicable = new Set(['/', '\\', '-', '—', '–', '——', '无', '不适用']);
const unreadable = new Set(['?', '？', '看不清', '未读到', '存疑']);
const faults = {
  negative: '这一格不能小于 0。',
  fraction: '这一格应为整数（金额最多六位小数）。',
  'too-large': '这个数太大。',
} as const;

/** What a person typed or pasted into a cell. Nothing typed is blank, "/" is not applicable, "?" is unreadable; none of them is 0. */
export function typedFigure(text: string, cell: CellCode): Typed {
  const clean = text.normalize('NFKC').replaceAll(/\s+/g, '').replaceAll('−', '-');
  if (clean === '' || clean === '未填') return { figure: 'blank' };
  if (notApplicable.has(clean)) return { figure: 'not_applicable' };
  if (unreadable.has(clean)) return { figure: 'unread' };
  const digits = clean.replaceAll(/,(?=\d{3}(?!\d))/g, '');
  if (!/^[+-]?\d+(\.\d+)?$/.test(digits)) return { fault: '请填数字；空着为未填，“/”为不适用，“?”为看不清。' };
  const figure = Number(digits) + 0;
  const fault = figureFault(cell, figure);
  return fault ? { fault: faults[fault] } : { figure };
}

/** A figure as one would type it. */
export const typedText = (figure: Figure): string =>
  typeof figure === 'number' ? String(figure) : { blank: '', not_applicable: '/', unread: '?' }[figure];
