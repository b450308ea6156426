import { to } from 'opencc-js/preset/t2cn';
import { withoutRadicals } from './radicals';

/** Traditional characters that are at home in names and words of simplified text too (乾县, 於潜). */
const alsoSimplified = new Set('乾於藉瞭昇甯');

/** The package's pairs of a traditional character and its simplified one; its phrases are not needed. */
const traditionalPairs = (to.cn ?? [])
  .flat()
  .flatMap((dictionary) => (typeof dictionary === 'string' ? dictionary.split('|') : []))
  .map((pair) => pair.split(' '))
  .filter((pair): pair is [string, string] => pair.length === 2 && pair.every((word) => [...word].length === 1));

/** Traditional characters folded for comparison. */
const foldedCharacters = new Map(traditionalPairs.filter(([from]) => !alsoSimplified.has(from)));

const toBeFolded = new RegExp(`[${[...foldedCharacters.keys()].join('')}]`, 'gu');
const withFoldedCharacters = (text: string): string => text.replaceAll(toBeFolded, (character) => foldedCharacters.get(character)!);

/** The same labels come again and again; what was worked out once is remembered. */
const mostKnown = 20_000;
const longestKnown = 80;
const normalised = new Map<string, string>();

/** One way of writing a text, for comparison only: compatibility forms, radicals and traditional characters folded, pinyin in brackets and blanks removed. */
export function normalise(text: string): string {
  const before = normalised.get(text);
  if (before !== undefined) return before;
  const own = asCompared(text);
  if (normalised.size > mostKnown) normalised.clear();
  if (text.length <= longestKnown) normalised.set(text, own);
  return own;
}

function asCompared(text: string): string {
  return withFoldedCharacters(withoutRadicals(text).normalize('NFKC'))
    .replaceAll(/[(（][a-zàáâãèéêìíòóôõùúüāēěīńňōǎǐǒǔūǖǘǚǜ]+[)）]/g, '')
    .replaceAll(/[\s\u200b-\u200f\u2060\ufeff]+/g, '');
}

const enumerator =
  /^(?:第?[〇零一二三四五六七八九十]+[、.．,，:：]|[(（][〇零一二三四五六七八九十\d]+[)）][、.．]?|\d{1,2}[、.．)）]|[—–-]、|[①-⑳])/;

/** A text without the number in front of it. */
export const withoutEnumerator = (text: string): string => normalise(text).replace(enumerator, '');

const known = new Map<string, string>();

/** What labels are compared by: the Han characters of a text, its number in front left out. */
export function labelKey(text: string): string {
  const before = known.get(text);
  if (before !== undefined) return before;
  const key = keyOf(text);
  if (known.size > mostKnown) known.clear();
  if (text.length <= longestKnown) known.set(text, key);
  return key;
}

const keyOf = (text: string): string => withoutEnumerator(text).replaceAll(/[^\p{Script=Han}]/gu, '');
