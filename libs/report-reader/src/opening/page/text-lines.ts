import type { Glyph } from './page-content';

/** Glyphs on one line, from left to right. */
export interface TextLine {
  readonly glyphs: readonly Glyph[];
  readonly middle: number;
}

/** Lines by vertical centre: a glyph joins a line whose middle is within 0.45 of its size. */
export function textLines(glyphs: readonly Glyph[]): TextLine[] {
  const lines: { glyphs: Glyph[]; middle: number }[] = [];
  for (const glyph of [...glyphs].sort((one, other) => one.middle - other.middle)) {
    const line = lines.findLast(({ middle }) => Math.abs(middle - glyph.middle) <= Math.max(2, glyph.size * 0.45));
    if (line) line.glyphs.push(glyph);
    else lines.push({ glyphs: [glyph], middle: glyph.middle });
  }
  return lines.map(({ glyphs: own, middle }) => ({ middle, glyphs: own.sort((one, other) => one.left - other.left) }));
}

/** The text of a line, a blank where there is room for one between Latin words. */
export const lineText = ({ glyphs }: TextLine): string => glyphs.map(({ text }) => text).join('');

/** Lines of one cell joined: what was broken only for want of room belongs together. */
export const cellText = (glyphs: readonly Glyph[]): string => textLines(glyphs).map(lineText).join('');

const isDigit = ({ text }: Glyph) => /^[\d,.]$/.test(text);

/** Room that parts two pieces, in the size of the print: least between digits, which stand close in one number; a writer puts a quarter between words and digits. */
function partingGap(before: Glyph, after: Glyph): number {
  if (isDigit(before) && isDigit(after)) return 0.3;
  return isDigit(after) && !isDigit(before) ? 0.4 : 0.6;
}

function parted({ glyphs, middle }: TextLine, isApart: (before: Glyph, after: Glyph) => boolean): TextLine[] {
  const pieces: Glyph[][] = [];
  for (const glyph of glyphs) {
    const last = pieces.at(-1)?.at(-1);
    if (last && !isApart(last, glyph)) pieces.at(-1)!.push(glyph);
    else pieces.push([glyph]);
  }
  return pieces.map((own) => ({ glyphs: own, middle }));
}

/** Pieces of a line parted by wide gaps, for tables without rulings. */
export const linePieces = (line: TextLine): TextLine[] =>
  parted(line, (before, after) => after.left - before.right >= after.size * partingGap(before, after));

/** Room that cells keep between them at the least, in the size of the print; words and digits of one cell may stand as far apart. */
const narrowGap = 0.12;
const endsWord = ({ text }: Glyph) => /[\p{Script=Han}）)”]$/u.test(text);

/** Pieces of a line parted by narrow gaps, and where a number follows a word: only the columns around them can tell that from one cell. */
export const narrowPieces = (line: TextLine): TextLine[] =>
  parted(
    line,
    (before, after) => after.left - before.right >= after.size * narrowGap || (after.text >= '0' && after.text <= '9' && endsWord(before)),
  );
