import { certain } from './certain-figures';
import { cropOf, twice, type Box } from './crop';
import type { GreyPage } from './grey-page';
import { around, isDust, isRulingRest, patches, printLines, type Patch } from './ink';
import { loneStroke } from './lone-stroke';
import type { Character, Recogniser } from './recogniser';

/** One line of print as it was read, with its box. `certainty` runs from 0 to 1; what is not certain is never taken for a figure. */
export interface Print {
  readonly box: Box;
  readonly characters: readonly Character[];
  readonly certainty: number;
}

/** Margins around a line of print, in pixels at the sides and at top and bottom. */
type Margins = readonly [sides: number, ends: number];
const usual: Margins = [4, 3];

/** Further readings of a figure: the print twice side by side, whose halves must read alike, or once more with other margins. A lone 0 is then seldom taken for a letter. */
const witnesses: readonly { readonly margins: Margins; readonly gap?: number }[] = [
  { margins: [2, 3], gap: 0 },
  { margins: [2, 5], gap: 4 },
  { margins: [6, 4] },
];

const padded = ({ left, top, right, bottom }: Box, [sides, ends]: Margins): Box => ({
  left: left - sides,
  top: top - ends,
  right: right + sides,
  bottom: bottom + ends,
});

const textOf = (characters: readonly Character[]) => characters.map(({ text }) => text).join('');
const least = (characters: readonly Character[]) => Math.min(1, ...characters.map(({ certainty }) => certainty));

const rounds = /^[0OoDQUuCc〇○。°口σ]$/;

/** A print folded for comparison as a figure: widths, and the many shapes of a nought that stands alone. */
const asFigure = (text: string) => {
  const plain = text.normalize('NFKC').replaceAll(/\s/g, '');
  return rounds.test(plain) ? '0' : plain;
};

/** Words, as opposed to what may be a figure: also one with its unit, which is then read more than once. */
const isWords = (text: string) =>
  /\p{Script=Han}.*\p{Script=Han}/u.test(text) && (!/\d/.test(text) || /^\d+[.．、]/.test(text) || text.length > 16);

/** Whether a blank cell holds so much as a shadow of print: what the threshold may have lost. */
function hasShadow(page: GreyPage, cell: Box): boolean {
  const level = page.paper - (page.paper - page.ink) * 0.3;
  return patches(page, cell, level).some(
    (patch) => !isRulingRest(patch, cell) && patch.bottom - patch.top >= 9 && patch.right - patch.left >= 3 && patch.area >= 24,
  );
}

/** Two prints with a wide gap between them: a ruling was lost, and two figures stand in one cell. */
function isParted(ink: readonly Patch[]): boolean {
  const height = Math.max(...ink.map(({ top, bottom }) => bottom - top));
  let right = Infinity;
  return [...ink]
    .sort((one, other) => one.left - other.left)
    .some((patch) => {
      const gap = patch.left - right;
      right = Math.max(right === Infinity ? 0 : right, patch.right);
      return gap > height * 1.1;
    });
}

/** Ink that goes on beyond its cell: part of a figure may be missing. */
function isCut({ width, data, threshold }: GreyPage, patch: Patch, cell: Box): boolean {
  const isInk = (x: number, y: number) => data[y * width + x]! < threshold;
  const along = (from: number, to: number, at: (place: number) => boolean) =>
    Array.from({ length: to - from }, (_, step) => from + step).some(at);
  return (
    (patch.left <= cell.left && along(patch.top, patch.bottom, (y) => isInk(cell.left, y) && isInk(cell.left - 1, y))) ||
    (patch.right >= cell.right && along(patch.top, patch.bottom, (y) => isInk(cell.right - 1, y) && isInk(cell.right, y))) ||
    (patch.top <= cell.top && along(patch.left, patch.right, (x) => isInk(x, cell.top) && isInk(x, cell.top - 1))) ||
    (patch.bottom >= cell.bottom && along(patch.left, patch.right, (x) => isInk(x, cell.bottom - 1) && isInk(x, cell.bottom)))
  );
}

/** A short stroke in front of a figure, at half its height: a minus, which may be no larger than a grain of dust. */
function minusBefore(line: Box, ink: readonly Patch[]): Patch | undefined {
  const height = line.bottom - line.top;
  return ink.find((patch) => {
    const [wide, high] = [patch.right - patch.left, patch.bottom - patch.top];
    const middle = ((patch.top + patch.bottom) / 2 - line.top) / height;
    const isInFront = patch.left <= line.left + 1 && line.left - patch.right < height;
    return isInFront && wide >= 3 && wide >= high * 1.3 && high <= height * 0.35 && middle > 0.3 && middle < 0.8;
  });
}

/** Reads one cell, line by line. A short print without Chinese is read twice with different margins: both must say the same. */
export async function readCell(page: GreyPage, cell: Box, model: Recogniser): Promise<Print[]> {
  const all = patches(page, cell, page.threshold).filter((patch) => !isRulingRest(patch, cell));
  const ink = all.filter((patch) => !isDust(patch));
  const lines = printLines(ink, 8);
  if (lines.length === 0) return hasShadow(page, cell) ? [{ box: cell, characters: [], certainty: 0 }] : [];
  const stroke = loneStroke(page, ink, cell);
  if (stroke) return [{ box: lines[0]!.box, characters: spread(stroke, 1), certainty: 1 }];
  const minus = lines.length === 1 ? minusBefore(lines[0]!.box, all) : undefined;
  const prints: Print[] = [];
  for (const line of lines) {
    const box = minus ? around(line.box, minus) : line.box;
    const characters = await model.recognise(cropOf(page, padded(box, usual), cell));
    prints.push({ box, characters, certainty: characters.length === 0 ? 0 : least(characters) });
  }
  const text = prints.map(({ characters }) => textOf(characters)).join('');
  if (isWords(text)) return prints;
  const isDoubtful = lines.length > 1 || isParted(lines[0]!.patches) || lines[0]!.patches.some((patch) => isCut(page, patch, cell));
  if (isDoubtful) return prints.map((print) => ({ ...print, certainty: Math.min(print.certainty, 0.5) }));
  const read = await figure(page, cell, prints[0]!, model);
  const hasLostSign = minus && !/^[-—–_一]/.test(textOf(read.characters));
  return [hasLostSign ? { ...read, certainty: Math.min(read.certainty, 0.5) } : read];
}

interface Reading {
  readonly text: string;
  readonly certainty: number;
}

/** The print read as a witness says; nothing where it stands beside itself and the halves differ. */
async function readAgain(
  page: GreyPage,
  cell: Box,
  box: Box,
  { margins, gap }: (typeof witnesses)[number],
  model: Recogniser,
): Promise<Reading> {
  const crop = cropOf(page, padded(box, margins), cell);
  const read = await model.recognise(gap === undefined ? crop : twice(crop, gap));
  const characters = read.filter(({ text }) => text.trim() !== '');
  const text = textOf(characters);
  if (gap === undefined) return { text: asFigure(text), certainty: least(characters) };
  const half = text.slice(0, text.length / 2);
  return half + half === text ? { text: asFigure(half), certainty: least(characters) } : { text: '', certainty: 0 };
}

/** A figure as two readings of several give it. Where fewer agree, or one is sure of another number, nothing is certain. */
async function figure(page: GreyPage, cell: Box, print: Print, model: Recogniser): Promise<Print> {
  const readings: Reading[] = [{ text: asFigure(textOf(print.characters)), certainty: print.certainty }];
  let best: Reading = { text: '', certainty: 0 };
  for (const witness of witnesses) {
    readings.push(await readAgain(page, cell, print.box, witness, model));
    best = agreed(readings);
    if (best.certainty >= certain) break;
  }
  const text = best.text || readings.map((reading) => reading.text).find((one) => one !== '') || '';
  return { ...print, characters: spread(text, best.certainty), certainty: best.certainty };
}

function agreed(readings: readonly Reading[]): Reading {
  const text = readings.map((reading) => reading.text).find((one, place, all) => one !== '' && all.indexOf(one) !== place);
  if (text === undefined) return { text: '', certainty: 0 };
  const isContradicted = readings.some((reading) => reading.text !== text && reading.certainty >= certain && /\d/.test(reading.text));
  return {
    text,
    certainty: isContradicted ? 0 : Math.max(...readings.filter((reading) => reading.text === text).map(({ certainty }) => certainty)),
  };
}

/** The characters of a text, evenly over their line. */
const spread = (text: string, certainty: number): Character[] =>
  [...text].map((character, place, all) => ({ text: character, certainty, at: (place + 0.5) / all.length }));

/** The characters of a line of print that stands alone. */
export const characterLine = (page: GreyPage, box: Box, model: Recogniser): Promise<Character[]> =>
  model.recognise(cropOf(page, padded(box, usual), { left: 0, top: 0, right: page.width, bottom: page.height }));

/** Reads a line of prose. */
export async function readLine(page: GreyPage, box: Box, model: Recogniser): Promise<Print> {
  const characters = await characterLine(page, box, model);
  return { box, characters, certainty: least(characters) };
}
