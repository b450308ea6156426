import { editions, type PrintedHeading, type Remark, type ReportReading } from '@mingshu/report-format';
import type { Block } from '../document';
import { labelKey, normalise } from './normalise';
import { similarity } from './similarity';

const sections = editions['2021'].sections;
const numerals = '一二三四五六';
const numeralOf = (text: string) => /^#*([一二三四五六])[、.．,，]/.exec(normalise(text))?.[1];
const isListItem = (text: string) => /^[(（]|^\d/.test(normalise(text));

const titleKeys = sections.map(({ title, aliases }) => [title, ...aliases].map((one) => labelKey(one)));

/** How like a text is to the wording of a section's heading; 0 where its length alone rules that out. */
function headingLikeness(key: string, number: number): number {
  let best = 0;
  for (const title of titleKeys[number - 1]!) {
    const [short, long] = key.length < title.length ? [key.length, title.length] : [title.length, key.length];
    if (short / long >= 0.7 || (short >= 4 && (key.startsWith(title) || title.startsWith(key))))
      best = Math.max(best, similarity(key, title));
  }
  return best;
}

/** With blanks between its characters, and pinyin in brackets. */
const longestHeading = 250;

/** How surely a text is the heading of a section, 0 where it is not. Wording counts more than the number in front. */
function headingScore(text: string, number: number): number {
  if (text.length > longestHeading) return 0;
  const key = labelKey(text);
  if (key === '' || key.length > 30) return 0;
  const like = headingLikeness(key, number);
  if (like < 0.7) return 0;
  const numeral = numeralOf(text);
  const byNumber = numeral === numerals[number - 1] ? 0.3 : numeral ? 0.05 : isListItem(text) ? -0.5 : 0.1;
  return like + byNumber;
}

/** The section of which a text is the heading beyond doubt, by wording and number together. */
export function headingNumber(text: string): number | undefined {
  if (text.length > 40 || !numeralOf(text)) return undefined;
  return sections.map(({ number }) => number).find((number) => headingScore(text, number) >= 1.1);
}

const inlineHeading = new RegExp(`(?<=[。；:：\\s])(?=[一二三四五六]、(?:${sections.map(({ title }) => title).join('|')}))`, 'g');

const headingThenText = sections.map(({ title }) => new RegExp(`^([一二三四五六]、${title})[：:。\\s]+(.+)$`, 's'));

interface Line {
  readonly text: string;
  readonly isProse: boolean;
}

/** Prose lines in order; a heading printed inside a paragraph is set free, unless the paragraph only lists the six parts. */
function linesOf(blocks: readonly Block[]): Line[] {
  return blocks.flatMap((block): Line[] => {
    if (block.kind === 'grid') {
      return block.rows.flatMap((row) => {
        const [only, ...more] = row.filter(({ text }) => text.trim() !== '');
        return only && more.length === 0 ? [{ text: only.text.trim(), isProse: only.text.length > 25 }] : [];
      });
    }
    const named = sections.filter(({ title }) => block.text.includes(title)).length;
    const pieces = named >= 3 ? [block.text] : block.text.split(inlineHeading);
    return pieces.flatMap((piece) => {
      const heading = headingThenText.map((pattern) => pattern.exec(piece)).find(Boolean);
      return heading
        ? [
            { text: heading[1]!, isProse: true },
            { text: heading[2]!, isProse: true },
          ]
        : [{ text: piece.trim(), isProse: true }];
    });
  });
}

/** Lines that are headings, one for each section found, in order and with the greatest sum of certainty. */
function headingLines(lines: readonly Line[]): Map<number, number> {
  let best: { score: number; at: Map<number, number> }[] = [{ score: 0, at: new Map() }];
  lines.forEach((line, index) => {
    const scores = sections.map(({ number }) => headingScore(line.text, number));
    if (scores.every((score) => score === 0)) return;
    const next = [...best];
    scores.forEach((score, place) => {
      if (score <= 0) return;
      const before = best.slice(0, place + 1).reduce((one, other) => (other.score > one.score ? other : one));
      const candidate = { score: before.score + score, at: new Map(before.at).set(place + 1, index) };
      if (!next[place + 1] || candidate.score > next[place + 1]!.score) next[place + 1] = candidate;
    });
    best = Array.from({ length: sections.length + 1 }, (_, place) => next[place] ?? best[place] ?? { score: -1, at: new Map() });
  });
  return best.reduce((one, other) => (other.score > one.score ? other : one)).at;
}

/** Headings as printed, in the order of the document: those in place, and those of missing sections that stand elsewhere beyond doubt. */
function printedHeadings(lines: readonly Line[], at: ReadonlyMap<number, number>): PrintedHeading[] {
  const inPlace = [...at].map(([section, line]) => ({ section, line, isInPlace: true }));
  const missing = sections.map(({ number }) => number).filter((number) => !at.has(number));
  const taken = new Set(at.values());
  const elsewhere = missing.flatMap((section) => {
    const line = lines.findIndex(({ text }, index) => !taken.has(index) && headingScore(text, section) >= 0.95 && !isListItem(text));
    return line < 0 ? [] : [{ section, line, isInPlace: false }];
  });
  return [...inPlace, ...elsewhere]
    .sort((one, other) => one.line - other.line)
    .map(({ section, line, isInPlace }) => ({ section: section as PrintedHeading['section'], text: lines[line]!.text, isInPlace }));
}

const pageMark = /^[-—–\s]*第?\s*\d{1,3}\s*页?[-—–\s]*$/;
const endsSentence = /[。；！？：:”）)]$/;

/** Lines joined where a page or a converter broke a sentence. */
function joinedText(lines: readonly string[]): string {
  return lines.reduce(
    (text, line) =>
      text === ''
        ? line
        : endsSentence.test(text) || /^[(（]?[一二三四五六七八九十\d]+[)）、.．]/.test(line)
          ? `${text}\n${line}`
          : `${text}${line}`,
    '',
  );
}

export interface RecognisedSections {
  readonly texts: ReportReading['sections'];
  readonly headings: readonly number[];
  readonly printed: readonly PrintedHeading[];
  readonly introduction: readonly string[];
  readonly remarks: readonly Remark[];
}

/** The prose of the six sections under their numbers, and what stands before the first. Tables are not part of it. */
export function recogniseSections(blocks: readonly Block[]): RecognisedSections {
  const lines = linesOf(blocks);
  const at = headingLines(lines);
  const starts = [...at].sort((one, other) => one[1] - other[1]);
  const prose = (from: number, to: number) =>
    lines
      .slice(from, to)
      .filter(({ text, isProse }) => isProse && text !== '' && !pageMark.test(text))
      .map(({ text }) => text);
  const texts: Record<string, string> = {};
  starts.forEach(([number, line], index) => {
    const text = joinedText(prose(line + 1, starts[index + 1]?.[1] ?? lines.length));
    if (text !== '' || [1, 5, 6].includes(number)) texts[String(number)] = text;
  });
  const missing = sections.filter(({ number }) => !at.has(number));
  const remarks =
    missing.length === 0 || missing.length === 6
      ? []
      : [{ code: 'HEADING-MISSING', text: `没有找到标题：${missing.map(({ heading }) => heading).join('；')}。` }];
  return {
    texts,
    headings: starts.map(([number]) => number),
    printed: printedHeadings(lines, at),
    introduction: prose(0, starts[0]?.[1] ?? lines.length),
    remarks,
  };
}
