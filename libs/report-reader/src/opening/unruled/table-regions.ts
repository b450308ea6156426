import { editions } from '@mingshu/report-format';
import { labelKey, normalise } from '../../recognition/normalise';
import { isFigureLike } from '../../recognition/read-figure';
import { similarity } from '../../recognition/similarity';

const titles = [...editions['2021'].sections, ...editions['2019'].sections].flatMap(({ title, aliases }) =>
  [title, ...aliases].map((one) => labelKey(one)),
);
const mostHeaderLines = 10;

/** A heading or a caption, which no row of a table goes across. */
export function isBoundary(text: string): boolean {
  const key = labelKey(text);
  if (/^第二十条/.test(normalise(text))) return true;
  // A piece of a label may begin like a heading; a heading is about as long as its title.
  // What is a third longer and does not begin with the title is never that like it: prose need not be compared.
  return titles.some(
    (title) =>
      key.length >= title.length * 0.75 && (key.length <= title.length * 1.34 || key.startsWith(title)) && similarity(key, title) >= 0.8,
  );
}

/** Whether a line prints figures behind a label, or a whole row of them. */
export function isRowLine(pieces: readonly string[]): boolean {
  const figures = pieces.filter((text) => text.trim() !== '' && isFigureLike(text)).length;
  return (pieces.length >= 2 && pieces.slice(1).some((text) => isFigureLike(text))) || figures >= 5;
}

export interface Region {
  readonly from: number;
  readonly to: number;
  readonly isTable: boolean;
}

/** Parts lines into tables without rulings and everything else. `isProse` marks lines that stand alone: headings, captions, sentences. */
export function tableRegions(lines: readonly { readonly isProse: boolean; readonly isRow: boolean }[]): Region[] {
  const regions: Region[] = [];
  let start = 0;
  const add = (from: number, to: number, isTable: boolean) => {
    if (to > from) regions.push({ from, to, isTable });
  };
  const end = (to: number) => {
    const first = lines.findIndex(({ isRow }, index) => index >= start && index < to && isRow);
    const top = first < 0 ? to : Math.max(start, first - mostHeaderLines);
    add(start, top, false);
    add(top, to, true);
  };
  lines.forEach(({ isProse }, index) => {
    if (!isProse) return;
    end(index);
    add(index, index + 1, false);
    start = index + 1;
  });
  end(lines.length);
  return regions;
}
