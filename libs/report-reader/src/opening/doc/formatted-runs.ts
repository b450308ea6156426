import { refuse } from '../refusals';
import type { Stream } from './stream';
import { structures, type WordFile } from './word-file';

/** Bytes `from` to `to` of the main stream have the properties of a list. */
export interface FormattedRun {
  readonly from: number;
  readonly to: number;
  readonly list: Stream;
}

const pageSize = 512;
const mostPages = 20_000;
const nothing = { from: 0, to: 0 } as const;

/** Property pages of characters or paragraphs ([MS-DOC] 2.8.5, 2.8.6): `listOf` cuts the property list of a run out of its page. */
function runsOf(
  file: WordFile,
  structure: number,
  entrySize: number,
  listOf: (page: Stream, entry: number) => Stream | undefined,
): FormattedRun[] {
  const pages = file.structure(structure);
  const count = Math.floor((pages.length - 4) / 8);
  if (count > mostPages) refuse('damaged');
  return Array.from({ length: Math.max(0, count) }, (_, index) => {
    const page = file.main.part((pages.u32(4 * (count + 1) + 4 * index) & 0x3f_ffff) * pageSize, pageSize);
    const runs = page.u8(pageSize - 1);
    return Array.from({ length: runs }, (_, run) => {
      const list = listOf(page, 4 * (runs + 1) + entrySize * run);
      return list ? { from: page.u32(4 * run), to: page.u32(4 * run + 4), list } : { ...nothing, list: page.part(0, 0) };
    });
  })
    .flat()
    .filter(({ from, to }) => to > from)
    .sort((one, other) => one.from - other.from);
}

export const characterRuns = (file: WordFile): FormattedRun[] =>
  runsOf(file, structures.characters, 1, (page, entry) => {
    const at = page.u8(entry) * 2;
    return at === 0 ? undefined : page.part(at + 1, page.u8(at));
  });

/** The list of a paragraph begins behind the number of its style. */
export const paragraphRuns = (file: WordFile): FormattedRun[] =>
  runsOf(file, structures.paragraphs, 13, (page, entry) => {
    const at = page.u8(entry) * 2;
    if (at === 0) return page.part(0, 0);
    const words = page.u8(at);
    const [start, size] = words === 0 ? [at + 2, 2 * page.u8(at + 1)] : [at + 1, 2 * words - 1];
    return size < 2 ? page.part(0, 0) : page.part(start + 2, Math.min(size, pageSize - start) - 2);
  });

/** The run that holds a byte. */
export function runAt(runs: readonly FormattedRun[], offset: number): FormattedRun | undefined {
  let [low, high] = [0, runs.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const run = runs[middle]!;
    if (offset < run.from) high = middle - 1;
    else if (offset >= run.to) low = middle + 1;
    else return run;
  }
  return undefined;
}
