import type { ReportText } from '../checked-report';
import type { Quote, TextPlace } from '../finding';

/** Parts in which an agency speaks for itself. */
export const spokenParts: readonly TextPlace[] = ['opening', '1', '5', '6'];

const halfWidth: Readonly<Record<string, string>> = { '\u3000': ' ', '\u00a0': ' ' };
const fullWidth = /[\uff01-\uff5e\u3000\u00a0]/g;
/** Marks that stay as they are: they end sentences in Chinese. */
const kept = '！？';

/** The parts of one report are asked for again and again; what was made plain once is remembered. */
const known = new Map<string, string>();
const mostKnown = 64;

/**
 * A text for matching, character for character as long as the original, so that places stay true: full-width digits, letters, commas and brackets become
 * half-width, one kind of blank.
 */
export function plain(text: string): string {
  const before = known.get(text);
  if (before !== undefined) return before;
  const made = text.replace(fullWidth, (one) =>
    kept.includes(one) ? one : (halfWidth[one] ?? String.fromCharCode(one.charCodeAt(0) - 0xfee0)),
  );
  if (known.size >= mostKnown) known.clear();
  known.set(text, made);
  return made;
}

/** A sentence of a part, plain, with the place of its first character. It ends with 。 ； ！ ？ or a line. */
export interface Sentence {
  readonly section: TextPlace;
  readonly start: number;
  readonly text: string;
}

/** The sentences of a part. A semicolon ends none: what is counted before it belongs to what is counted after. */
export function sentencesOf(text: ReportText, sections: readonly TextPlace[]): Sentence[] {
  return sections.flatMap((section) => {
    const part = text.parts[section];
    if (part === undefined) return [];
    return [...plain(part).matchAll(/[^。!?！？\n]+[。!?！？]?/g)].map((match) => ({ section, start: match.index, text: match[0] }));
  });
}

/** The words from `start` to `end` of a part as printed. */
export const quoteAt = (text: ReportText, section: TextPlace, start: number, end: number): Quote => ({
  section,
  start,
  end,
  quote: (text.parts[section] ?? '').slice(start, end),
});

export const partNames: Readonly<Record<TextPlace, string>> = {
  opening: '开头部分',
  '1': '第一部分',
  '2': '第二部分',
  '3': '第三部分',
  '4': '第四部分',
  '5': '第五部分',
  '6': '第六部分',
};
