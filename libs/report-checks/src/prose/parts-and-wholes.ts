import type { CheckedReport, ReportCheck, ReportText } from '../checked-report';
import { broken, holds, notAssessable, type Verdict } from '../verdict';
import { countNumbers, indexOfMark, type CountedSentence, type NumberInText } from './numbers';
import { partNames, quoteAt, sentencesOf, type Sentence } from './plain';

const check = 'TXT-SUM';
const marker = /其中|分别为|分别是|包括|包含/gu;
const mark = /[\uE000-\uF8FF]/u;

/** Words by which parts may overlap, so that nobody claims a sum; and words by which the list is only a choice. */
const overlaps = /同时|既|又|兼|交叉|不含|除外|各/u;
const isChoice = /主要|等|含|重点|例如|如/u;
/** Words that begin another statement: what is counted behind them is no part. */
const anotherStatement =
  /办结|答复|结转|收到|受理|新收|收办|累计|同比|增长|增加|下降|减少|占|平均|较|比|组织|开展|召开|制发|制定|发布|公开信息|覆盖|共|合计|总/u;

const sameUnit = (one: NumberInText, other: NumberInText) =>
  one.kind === other.kind && (one.kind === 'money' || one.counter === other.counter || one.counter === '' || other.counter === '');

interface Part {
  readonly label: string;
  readonly number: NumberInText;
}

/** A whole and the parts named behind it. `isComplete`: the words claim that nothing is left out. */
interface Division {
  readonly whole: NumberInText;
  readonly parts: readonly Part[];
  readonly isComplete: boolean;
  readonly isChoice: boolean;
}

/** Bracketed remarks belong to the number before them and are never added. Blotted out, as long as before. */
const withoutRemarks = (masked: string) => masked.replace(/\([^()]*\)/g, (remark) => ' '.repeat(remark.length));

function partsBehind(
  counted: CountedSentence,
  from: number,
  whole: NumberInText,
  unit: NumberInText['kind'],
): { parts: Part[]; end: number; isWhole: boolean } {
  const masked = withoutRemarks(counted.masked);
  const parts: Part[] = [];
  let [place, isWhole] = [from, false];
  for (const piece of masked.slice(from).matchAll(/([^,;、。]*)([,;、。]|$)/gu)) {
    const text = piece[1]!;
    const numbers = [...text].filter((character) => mark.test(character)).map((character) => counted.numbers[indexOfMark(character)]!);
    const first = [...text].findIndex((character) => mark.test(character));
    const label = first < 0 ? text : text.slice(0, first);
    if (text.trim() === '' && piece[2] === '') break;
    if (anotherStatement.test(label)) break;
    const own = numbers.find((number) => (unit === 'money' ? number.kind === 'money' : number.kind === 'count' && sameUnit(number, whole)));
    if (own) {
      parts.push({ label: label.replace(/^\s*(?:其中|和|及|以及|与|[:：])+/u, '').trim(), number: own });
      if (/其余|其他(?:为)?$|剩余/.test(label)) isWhole = true;
    } else if (
      numbers.length > 0 ||
      (first < 0 && parts.length > 0 && text.trim() !== '' && !/[\uE000-\uF8FF]/u.test(masked.slice(from + piece.index + piece[0].length)))
    ) {
      if (unit !== 'money' && numbers.length > 0) break;
    }
    place = from + piece.index + piece[0].length;
    if (piece[2] === '。') break;
    if (piece[2] === ';' && !/^(?:其余|其他|剩余)/u.test(masked.slice(place).trim())) break;
  }
  return { parts, end: place, isWhole };
}

/** Every whole in a sentence that is divided by 其中, 分别为, 包括: counts and money apart. */
function divisionsOf(counted: CountedSentence): Division[] {
  const masked = withoutRemarks(counted.masked);
  return [...masked.matchAll(marker)].flatMap((found): Division[] => {
    const from = found.index + found[0].length;
    const before = masked.slice(0, found.index);
    const clause = before.split(/[;。]/u).at(-1)!;
    const wholes = [...clause].filter((character) => mark.test(character)).map((character) => counted.numbers[indexOfMark(character)]!);
    return (['count', 'money'] as const).flatMap((unit): Division[] => {
      const whole = [...wholes].reverse().find(({ kind }) => kind === unit);
      if (!whole) return [];
      const { parts, end, isWhole } = partsBehind(counted, from, whole, unit);
      if (parts.length === 0) return [];
      const said = masked.slice(found.index, end);
      if (overlaps.test(said)) return [];
      return [{ whole, parts, isComplete: found[0].startsWith('分别') || isWhole, isChoice: isChoice.test(said) || found[0] === '包含' }];
    });
  });
}

/** Bracketed remarks: 办结40件（含结转3件）: each number in them is part of the one before. */
function remarksOf(counted: CountedSentence): Division[] {
  return [...counted.masked.matchAll(/([\uE000-\uF8FF])\(([^()]*)\)/gu)].flatMap(([, before, remark]): Division[] => {
    const whole = counted.numbers[indexOfMark(before!)]!;
    if (whole.kind !== 'count' || !/^(?:其中|含|包括|包含)/u.test(remark!) || overlaps.test(remark!)) return [];
    const number = [...remark!].filter((character) => mark.test(character)).map((character) => counted.numbers[indexOfMark(character)]!)[0];
    return number && sameUnit(number, whole) && number.kind === 'count'
      ? [{ whole, parts: [{ label: remark!.split(mark)[0]!, number }], isComplete: false, isChoice: true }]
      : [];
  });
}

const add = (parts: readonly Part[]) => Math.round(parts.reduce((sum, { number }) => sum + number.value, 0) * 100) / 100;
const word = ({ value, kind }: NumberInText) => `${value}${kind === 'money' ? ' 元' : ''}`;

/**
 * Whether a sum short of the whole is worth a question: where the words claim completeness, or in a list of three and more that misses by a hair, as a slip
 * of typing does. Otherwise the rest may be unnamed.
 */
function isShort({ whole, parts, isComplete, isChoice: choice }: Division, sum: number): boolean {
  if (sum >= whole.value) return false;
  if (isComplete) return true;
  return !choice && parts.length >= 3 && whole.value - sum <= Math.max(1, whole.value * 0.02) && whole.value >= 20;
}

function judgeDivision(text: ReportText, sentence: Sentence, division: Division): Verdict {
  const { whole, parts } = division;
  const [start, end] = [whole.start, Math.max(...parts.map(({ number }) => number.end))];
  const claim = quoteAt(text, sentence.section, sentence.start + start, sentence.start + end);
  const words = `${partNames[sentence.section]}“${claim.quote}”`;
  if ([whole, ...parts.map(({ number }) => number)].some(({ isRough }) => isRough)) return notAssessable(check, `${words}有约数，不作加总`);
  const sum = add(parts);
  const largest = parts.find(({ number }) => number.value > whole.value);
  if (sum <= whole.value && !isShort(division, sum)) return holds(check, [], `${words}分项合计 ${sum}`);
  const left = parts.find(({ number }) => sum - number.value === whole.value && parts.length > 2 && number.value > 0);
  const hint = left ? `如不计“${left.label}”${left.number.value}，则正好相符。` : '';
  const worked = parts.map(({ number }) => number.value).join(' + ');
  const fault =
    largest && parts.length === 1
      ? `分项 ${word(largest.number)}大于总数 ${word(whole)}`
      : `分项之和 ${worked} = ${sum}，总数写 ${word(whole)}（相差 ${Math.round(Math.abs(sum - whole.value) * 100) / 100}）`;
  return broken(check, {
    subject: `sum-${sentence.section}-${parts
      .map(({ label }) => label)
      .join(',')
      .slice(0, 40)}`,
    expected: sum,
    found: whole.value,
    claim,
    sentence: `${words}，${fault}。${hint}请核对。`,
  });
}

/** TXT-SUM: parts named behind a whole do not exceed it, and make it up where the words say so. */
export const partsAndWholes: ReportCheck = {
  id: check,
  judge: ({ text }: CheckedReport) => {
    if (!text || text.parts['1'] === undefined) return [notAssessable(check, '没有读到正文')];
    return sentencesOf(text, ['1', '3', '4', '5', '6']).flatMap((sentence) => {
      const counted = countNumbers(sentence.text);
      return [...divisionsOf(counted), ...remarksOf(counted)].map((division) => judgeDivision(text, sentence, division));
    });
  },
};
