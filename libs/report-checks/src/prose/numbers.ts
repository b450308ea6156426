/** What a number in prose counts. */
export type NumberKind = 'count' | 'percent' | 'points' | 'money';

/** A number in a sentence. `isRough` where the words say about (约, 近, 余) or the print keeps two digits only (4.2万). Places are in the sentence. */
export interface NumberInText {
  readonly value: number;
  readonly kind: NumberKind;
  readonly counter: string;
  readonly isRough: boolean;
  /** Digits printed behind the point. */
  readonly decimals: number;
  readonly start: number;
  readonly end: number;
}

/**
 * A sentence in which each number stands as one character, `markOf(0)` for the first and so on, its counter and words of roughness taken in.
 * `places` leads from a character of `masked` to one of the sentence.
 */
export interface CountedSentence {
  readonly text: string;
  readonly masked: string;
  readonly places: readonly number[];
  readonly numbers: readonly NumberInText[];
}

const firstMark = 0xe000;
export const markOf = (index: number): string => String.fromCharCode(firstMark + index);
/** Any number in a masked sentence, for patterns. */
export const anyNumber = '[\\uE000-\\uF8FF]';
export const indexOfMark = (mark: string): number => mark.charCodeAt(0) - firstMark;

const counters = '件次|人次|场次|件|宗|例|起|份|条|项|次|个|人|场|期|篇|部|笔|批|户|家';
const rough = '约|大约|近|将近|接近|超过|逾|至少|不少于|不足|多达';
const wordDigits = '一二两三四五六七八九';

const digits = `(?<digits>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)\\s*(?<scale>[万亿千百](?!元))?(?<more>[多余])?`;
const words = `(?<words>[${wordDigits}〇零十百千]+|[数几][十百千])(?<wordsMore>[多余几])?`;
const pattern = new RegExp(
  `(?<rough>${rough})?\\s*(?:${digits}\\s*(?:(?<percent>%)|(?<points>个百分点)|(?<money>万元|亿元|元)|(?<counter>${counters})?)|${words}(?<wordCounter>件次|件|宗|例|起|份|条|篇))(?<after>左右|上下|以上|以下)?`,
  'gu',
);

/** What stands behind digits that are no count: a date, a document number, a chapter. */
const noCountBehind =
  /^\s*(?:[)\]〕】]?\d*号|[)\]〕】]\s*\d+\s*号|年|月|日|号|时|点|分|季度|周|届|岁|[.．]\d|[-—~–至]\d|部分|方面|个方面|[a-zA-Z]|、(?!\d))/u;
const noCountBefore = /(?:第|[a-zA-Z〔［[]|\d[.,:：/-]|号|No\.?)\s*$/u;
/** 一件事 is a slogan, 第一条 an ordinal. */
const noWordBehind = /^(?:事|龙|线|心|步)/u;
const noWordBefore = /[第每任同某唯逐统之]$/u;

const scales: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 };

/** A whole number written in Chinese words up to the thousands: 三十二, 一百零五, 两. */
export function numberOfWords(word: string): number | undefined {
  let [total, digit] = [0, 0];
  for (const character of word) {
    const place = { 十: 10, 百: 100, 千: 1000 }[character];
    if (place) {
      total += (digit || 1) * place;
      digit = 0;
    } else if (character === '零' || character === '〇') digit = 0;
    else if (wordDigits.includes(character)) digit = character === '两' ? 2 : '一二三四五六七八九'.indexOf(character) + 1 || 2;
    else return undefined;
  }
  return total + digit;
}

function numberOf(match: RegExpExecArray, text: string): NumberInText | undefined {
  const groups = match.groups!;
  const end = match.index + match[0].length;
  const place = { start: match.index, end };
  if (groups.words !== undefined) {
    const word = groups.words;
    if (noWordBefore.test(text.slice(0, match.index)) || noWordBehind.test(text.slice(end))) return undefined;
    const isVague = /^[数几]/.test(word);
    const value = isVague ? 0 : numberOfWords(word);
    if (value === undefined) return undefined;
    const isRough = isVague || Boolean(groups.rough ?? groups.wordsMore ?? groups.after);
    return { value, kind: 'count', counter: groups.wordCounter!, isRough, decimals: 0, ...place };
  }
  const bare = groups.digits!.replaceAll(',', '');
  const kind = groups.percent ? 'percent' : groups.points ? 'points' : groups.money ? 'money' : 'count';
  const counter = groups.money ?? groups.counter ?? '';
  if (kind === 'count' && counter === '' && !groups.scale) {
    if (noCountBehind.test(text.slice(end)) || noCountBefore.test(text.slice(0, match.index))) return undefined;
  }
  if (noCountBefore.test(text.slice(0, match.index)) && counter === '条') return undefined;
  const scale = groups.scale ? scales[groups.scale]! : 1;
  const unit = groups.money === '万元' ? 10_000 : groups.money === '亿元' ? 100_000_000 : 1;
  const isRough = Boolean(groups.rough ?? groups.more ?? groups.after ?? (groups.scale || undefined));
  const value = Math.round(Number(bare) * scale * unit * 1e6) / 1e6;
  return { value, kind, counter, isRough, decimals: bare.split('.')[1]?.length ?? 0, ...place };
}

/** Finds every number of a sentence. Dates, document numbers, ordinals and slogans are none. */
export function countNumbers(text: string): CountedSentence {
  const numbers: NumberInText[] = [];
  const places: number[] = [];
  let masked = '';
  let done = 0;
  const keep = (until: number) => {
    for (; done < until; done += 1) {
      masked += text[done];
      places.push(done);
    }
  };
  for (const match of text.matchAll(pattern)) {
    const number = numberOf(match as RegExpExecArray, text);
    if (!number) continue;
    keep(number.start);
    masked += markOf(numbers.length);
    places.push(number.start);
    numbers.push(number);
    done = number.end;
  }
  keep(text.length);
  return { text, masked, places, numbers };
}
