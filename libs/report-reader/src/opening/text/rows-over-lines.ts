import { editionIds, editions, officialTableLayout, type TableCode } from '@mingshu/report-format';
import { labelKey } from '../../recognition/normalise';
import { isFigureLike } from '../../recognition/read-figure';
import { similarity } from '../../recognition/similarity';
import { isBoundary } from '../unruled/table-regions';

/** A line of the source, or several that a row of a table takes; `number` counts from 1 and is that of the first. */
export interface SourceLine {
  readonly text: string;
  readonly number: number;
  /** Of a line without print that is an empty cell. */
  readonly isCell?: boolean;
}

const tables: readonly TableCode[] = ['disclosure', 'requests', 'disputes'];
/** Everything the form prints in its tables. */
const names = [
  ...new Set(
    editionIds.flatMap((id) => [
      ...editions[id].tables.disclosure.blocks.map(({ caption }) => labelKey(caption)),
      ...tables
        .flatMap((table) => officialTableLayout(id, table))
        .flatMap(({ rows }) => rows.flat().flatMap(({ text }) => (text === undefined ? [] : [labelKey(text)]))),
    ]),
  ),
];
const longestName = 80;
function likenessToName(text: string): number {
  if (text.length > longestName) return 0;
  const key = labelKey(text);
  return Math.max(...names.map((name) => similarity(key, name)));
}

const mostBars = 14;
/** How many lines of a cell may stand before the first bar of its row, or behind the last. */
const mostLines = 4;
const longestPiece = 45;
const barsIn = (text: string) => text.split('|').length - 1;
const textOf = (lines: readonly SourceLine[]) => lines.map(({ text }) => text).join('\n');

/** Whether a line is no piece of a cell: a heading, a sentence, a line with bars or tabs of its own around it. */
function isApart({ text }: SourceLine): boolean {
  if (text.trim() === '' || /\t|^\||\|$/.test(text)) return true;
  if (barsIn(text) > 0) return false;
  return text.length > longestPiece || /[。；]$/.test(text) || (isBoundary(text) && !/^第二十条/.test(text));
}

/** Lines without a bar in front of a row, and the lines of the row from its first bar to its last. */
interface Part {
  readonly loose: readonly SourceLine[];
  readonly row: readonly SourceLine[];
}

/** Lines as rows of so many bars each; `undefined` where they are none. A figure on a line of its own may be half of one. */
function partsOf(lines: readonly SourceLine[], bars: number): Part[] | undefined {
  const parts: Part[] = [];
  let [loose, row, count]: [SourceLine[], SourceLine[], number] = [[], [], 0];
  for (const line of lines) {
    const own = barsIn(line.text);
    if (own === 0 && isFigureLike(line.text)) return undefined;
    if (own === 0 && count === 0) loose.push(line);
    else row.push(line);
    count += own;
    if (count > bars) return undefined;
    if (count < bars) continue;
    parts.push({ loose, row });
    [loose, row, count] = [[], [], 0];
  }
  return count === 0 ? [...parts, { loose, row }] : undefined;
}

/** What a line costs that stands alone between two rows, so that no piece of a cell does. */
const costOfAlone = 0.6;

/**
 * Up to where the lines between two rows belong to the last cell of the row above, and from where to the first of the row below: as makes
 * them read most like the form. What is between stands alone, as a caption does.
 */
function shared(
  above: string | undefined,
  between: readonly SourceLine[],
  below: string | undefined,
): { readonly upTo: number; readonly from: number } {
  let best = { upTo: 0, from: between.length, score: -Infinity };
  const most = above === undefined || isFigureLike(above) ? 0 : Math.min(between.length, mostLines);
  for (let upTo = 0; upTo <= most; upTo += 1)
    for (let from = Math.max(upTo, between.length - mostLines); from <= between.length; from += 1) {
      if (below === undefined && from < between.length) continue;
      const alone = textOf(between.slice(upTo, from));
      const score =
        likenessToName([above ?? '', textOf(between.slice(0, upTo))].join('')) +
        likenessToName(textOf(between.slice(from)) + (below ?? '')) +
        (from > upTo ? likenessToName(alone) - costOfAlone : 0);
      if (score > best.score) best = { upTo, from, score };
    }
  return best;
}

/** Whether some cell of several lines is printed again beside itself, as a merged cell is that a program wrote once for every cell it covers. */
const repeatsItself = (rows: readonly string[]) =>
  rows.some((row) => row.split('|').some((cell, place, cells) => cell.trim().includes('\n') && cell.trim() === cells[place + 1]?.trim()));

function joined(lines: readonly SourceLine[]): readonly SourceLine[] {
  const fewest = lines.reduce((most, { text }) => Math.max(most, barsIn(text)), 0);
  if (fewest === 0) return lines;
  for (let bars = fewest; bars <= mostBars; bars += 1) {
    const parts = partsOf(lines, bars);
    if (!parts) continue;
    const cells = parts.map(({ row }) => (row.length > 0 ? textOf(row).split('|') : undefined));
    const splits = parts.map(({ loose }, place) => shared(cells[place - 1]?.at(-1), loose, cells[place]?.[0]));
    const whole = parts.flatMap(({ loose, row }, place): SourceLine[] => {
      const own = [...loose.slice(splits[place]!.from), ...row, ...(parts[place + 1]?.loose.slice(0, splits[place + 1]!.upTo) ?? [])];
      const alone = loose.slice(splits[place]!.upTo, splits[place]!.from);
      return [...alone, ...(own.length > 0 ? [{ text: textOf(own), number: own[0]!.number }] : [])];
    });
    return repeatsItself(whole.map(({ text }) => text)) ? whole : lines;
  }
  return lines;
}

/**
 * Lines of a text, those put together that make one row between bars: a program that writes a cell of several paragraphs as it is breaks
 * its row over lines. Done only where the rows of a table have just as many bars and such cells are repeated, as merged ones are.
 */
export function rowsOverLines(lines: readonly SourceLine[]): SourceLine[] {
  const regions: SourceLine[][] = [[]];
  for (const line of lines) {
    if (isApart(line)) regions.push([line], []);
    else regions.at(-1)!.push(line);
  }
  return regions.flatMap(joined);
}
