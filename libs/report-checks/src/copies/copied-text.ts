import type { ReportText } from '../checked-report';
import type { Passage, Quote } from '../finding';
import { broken, holds, type Verdict } from '../verdict';
import { comparedSections, namesPattern, ownWordsOf, sectionName, type ComparedSection, type OwnWords } from './own-words';
import { likeness, likenessOfSketches, shingleLength, shinglesOf, sketchOf } from './shingles';

const check = 'DUP-TEXT';
/** More than half alike is worth a question. */
const limit = 0.5;
/** With fewer shingles a section says too little for a judgement. */
const fewestShingles = 40;
const shortestPassage = 12;
const mostPassages = 6;

/** A report whose words may have been copied. `id` tells it apart. */
export interface CopySource {
  readonly id: string;
  readonly agency: string;
  readonly year: number;
  readonly text: ReportText;
}

/** A fair sample of the words of a report, to find likely copies among hundreds without their texts. */
export type TextSketch = Readonly<Record<ComparedSection, readonly number[]>>;

interface Prepared {
  readonly source: CopySource;
  readonly sections: Readonly<
    Record<ComparedSection, { readonly words: OwnWords; readonly shingles: Int32Array; readonly set: ReadonlySet<number> }>
  >;
}

function prepare(source: CopySource, names: RegExp | undefined): Prepared {
  const section = (number: ComparedSection) => {
    const words = ownWordsOf(source.text.parts[number] ?? '', names);
    const shingles = shinglesOf(words.characters);
    return { words, shingles, set: new Set(shingles) };
  };
  return { source, sections: { '1': section('1'), '5': section('5') } };
}

/** The sketch of a report. `names` are those of the county and its agencies, which do not count as words. */
export function textSketch(text: ReportText, names: readonly string[]): TextSketch {
  const { sections } = prepare({ id: '', agency: '', year: 0, text }, namesPattern(names));
  const sketch = (number: ComparedSection) => (sections[number].set.size < fewestShingles ? [] : sketchOf(sections[number].set));
  return { '1': sketch('1'), '5': sketch('5') };
}

/** Whether two reports may share more than half a section, told from their sketches. Errs on the side of looking. */
export const mayBeCopies = (one: TextSketch, other: TextSketch): boolean =>
  comparedSections.some((section) => likenessOfSketches(one[section], other[section]) > limit - 0.15);

const quoteOf = (text: string, section: ComparedSection, { places }: OwnWords, from: number, to: number): Quote => {
  const [start, end] = [places[from]!, places[to - 1]! + 1];
  return { section, start, end, quote: text.slice(start, end) };
};

/** The longest stretches that stand in both texts, side by side. */
function passagesOf(own: Prepared, other: Prepared, section: ComparedSection): Passage[] {
  const [mine, theirs] = [own.sections[section], other.sections[section]];
  const placesThere = new Map<number, number>();
  theirs.shingles.forEach((shingle, index) => placesThere.has(shingle) || placesThere.set(shingle, index));
  const runs: { from: number; there: number; length: number }[] = [];
  for (let index = 0; index < mine.shingles.length;) {
    const there = placesThere.get(mine.shingles[index]!);
    if (there === undefined) {
      index += 1;
      continue;
    }
    let length = 1;
    while (
      index + length < mine.shingles.length &&
      there + length < theirs.shingles.length &&
      mine.shingles[index + length] === theirs.shingles[there + length]
    )
      length += 1;
    runs.push({ from: index, there, length: length + shingleLength - 1 });
    index += length;
  }
  return runs
    .filter(({ length }) => length >= shortestPassage)
    .sort((one, another) => another.length - one.length)
    .slice(0, mostPassages)
    .sort((one, another) => one.from - another.from)
    .map(({ from, there, length }) => ({
      own: quoteOf(own.source.text.parts[section]!, section, mine.words, from, from + length),
      other: quoteOf(other.source.text.parts[section]!, section, theirs.words, there, there + length),
      agency: other.source.agency,
      year: other.source.year,
    }));
}

const short = (quote: string) => {
  const line = quote.replaceAll(/\s+/g, '');
  return line.length > 40 ? `${line.slice(0, 40)}……` : line;
};

/** One verdict for a pair of reports: the sections that are more than half alike, with the passages side by side. */
function judgePair(own: Prepared, other: Prepared): Verdict {
  const alike = comparedSections.flatMap((section) => {
    const [mine, theirs] = [own.sections[section].set, other.sections[section].set];
    if (mine.size < fewestShingles || theirs.size < fewestShingles) return [];
    const share = likeness(mine, theirs);
    return share > limit ? [{ section, share }] : [];
  });
  if (alike.length === 0) return holds(check);
  const passages = alike.flatMap(({ section }) => passagesOf(own, other, section));
  const isOwn = own.source.agency === other.source.agency;
  const whose = isOwn ? `本单位 ${other.source.year} 年度报告` : `${other.source.agency} ${other.source.year} 年度报告`;
  const shares = alike.map(({ section, share }) => `${sectionName[section]}${Math.round(share * 100)}%`).join('、');
  const [longest] = [...passages].sort((one, another) => another.own.quote.length - one.own.quote.length);
  return broken(check, {
    subject: isOwn ? 'last-year' : other.source.id,
    found: Math.round(Math.max(...alike.map(({ share }) => share)) * 100),
    passages,
    sentence: `与${whose}文字雷同：${shares}相同（已去掉法定、格式语句和地名）${longest ? `，如“${short(longest.own.quote)}”` : ''}。请按本单位本年实际情况重写。`,
  });
}

/** DUP-TEXT for one report against others: those of this year, and the agency's own of last year. */
export function copiedText(own: CopySource, others: readonly CopySource[], names: readonly string[]): Verdict[] {
  const pattern = namesPattern(names);
  const prepared = prepare(own, pattern);
  return others.map((other) => judgePair(prepared, prepare(other, pattern)));
}

/** DUP-TEXT for a whole county: every pair once, looked at closely only where it shares many shingles. */
export function copiedTexts(
  sources: readonly CopySource[],
  names: readonly string[],
): { one: CopySource; other: CopySource; verdict: Verdict }[] {
  const pattern = namesPattern(names);
  const all = sources.map((source) => prepare(source, pattern));
  const holders = new Map<number, number[]>();
  all.forEach(({ sections }, index) => {
    for (const section of comparedSections)
      for (const shingle of sections[section].set) {
        const list = holders.get(shingle);
        if (!list) holders.set(shingle, [index]);
        else if (list.at(-1) !== index) list.push(index);
      }
  });
  const shared = all.map(() => new Map<number, number>());
  for (const list of holders.values())
    for (let later = 1; later < list.length; later += 1)
      for (let earlier = 0; earlier < later; earlier += 1) {
        const counts = shared[list[earlier]!]!;
        counts.set(list[later]!, (counts.get(list[later]!) ?? 0) + 1);
      }
  return shared.flatMap((counts, index) =>
    [...counts]
      .filter(([, count]) => count >= fewestShingles * limit)
      .map(([other]) => ({ one: all[index]!.source, other: all[other]!.source, verdict: judgePair(all[index]!, all[other]!) })),
  );
}
