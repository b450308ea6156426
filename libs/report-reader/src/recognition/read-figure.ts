import type { ColumnKind, FigureReading, Place, Unit } from '@mingshu/report-format';

const notApplicable = new Set(['/', '\\', '—', '–', '-', '－', '——', '--', '无', '不适用', '―']);
const counters = '件次|件|条|项|宗|个|次|份|例|起|万元|元|亿元';
/** Stands for white space between two digits: they may be one number or two. */
const parted = '\u0000';
/** Raised, circled and other marks that folding would turn into digits of the number in front of them. */
const marks = /[\u00b2\u00b3\u00b9\u2070-\u209f\u2150-\u218b\u2460-\u24ff\u2776-\u2793]/g;
const printed = new RegExp(`^([+-]|增加?|减少?)?(\\d{1,3}(?:,\\d{3})+|\\d+(?:${parted}\\d+)*)(\\.\\d+)?(${counters})?(?:[(](.*)[)])?$`);

/** Yuan in a 万元 column, moved by four places as text so that no float noise enters. */
function yuanToWan(digits: string): number {
  const [whole = '', part = ''] = digits.split('.');
  const padded = whole.padStart(5, '0');
  return Number(`${padded.slice(0, -4)}.${padded.slice(-4)}${part}`);
}

/** Short prints come again and again; what was folded once is remembered. */
const folded = new Map<string, string>();

function compact(text: string): string {
  const before = folded.get(text);
  if (before !== undefined) return before;
  const clean = text
    .replaceAll(marks, '□')
    .normalize('NFKC')
    .replaceAll(/[\u200b-\u200f\u2060\ufeff]+/g, '')
    .trim()
    .replaceAll(/(?<=\d)\s+(?=\d)/g, parted)
    .replaceAll(/\s+/g, '')
    .replaceAll('，', ',')
    .replaceAll('−', '-')
    .replaceAll('（', '(')
    .replaceAll('）', ')');
  if (folded.size > 20_000) folded.clear();
  if (text.length <= 20) folded.set(text, clean);
  return clean;
}

/** Whether a printed text can be a figure, a blank or a mark for "not applicable", as opposed to words. */
export function isFigureLike(text: string): boolean {
  const clean = compact(text);
  return clean === '' || notApplicable.has(clean) || printed.test(clean);
}

/** Whether a text holds a number, by itself or with unit and note. */
export const isNumberLike = (text: string): boolean => printed.test(compact(text));

/**
 * Reads what one cell prints. Blank, "/" and words stay three different things; a fraction or a sign where the form counts is unclear.
 * `kind` and `unit` are those of the column: money printed in 元 under a 万元 column is given in 万元, its unit kept.
 */
export function readFigure(print: string, place: Place, kind: ColumnKind, unit: Unit): FigureReading {
  const text = compact(print);
  const unclear: FigureReading = { state: 'unread', why: 'unclear', printed: print.trim(), place };
  if (text === '') return { state: 'blank', printed: print.trim(), place };
  if (notApplicable.has(text)) return { state: 'not_applicable', printed: print.trim(), place };
  const [, sign, whole, fraction = '', counter, note] = printed.exec(text) ?? [];
  if (whole === undefined || whole.includes(parted) || /^0\d/.test(whole)) return unclear;
  const isMoneyUnit = counter !== undefined && /元$/.test(counter);
  if (kind !== 'signed' && sign !== undefined && sign !== '+') return unclear;
  if (kind !== 'signed' && sign === '+') return unclear;
  if (kind !== 'amount' && (fraction !== '' || isMoneyUnit)) return unclear;
  const digits = whole.replaceAll(',', '') + fraction;
  if (digits.replace('.', '').length > 15) return unclear;
  let value = Number(digits);
  if (kind === 'amount' && unit === '万元') {
    if (counter === '元') value = yuanToWan(digits);
    else if (counter !== undefined && counter !== '万元') return unclear;
  } else if (kind === 'amount' && counter !== undefined && !isMoneyUnit) return unclear;
  if (sign !== undefined && /^(-|减)/.test(sign) && value !== 0) value = -value;
  return {
    state: 'number',
    value,
    printed: print.trim(),
    place,
    ...(counter ? { unit: counter } : {}),
    ...(note !== undefined ? { note: note.replaceAll(parted, ' ') } : {}),
  };
}
