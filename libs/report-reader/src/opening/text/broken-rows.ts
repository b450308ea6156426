import type { Place } from '@mingshu/report-format';
import type { Block, GridCell } from '../../document';
import { isFigureLike } from '../../recognition/read-figure';
import { isGluedRow, isWholeTable } from '../../recognition/rows';
import { rowsOfLines, type LineRow, type TableLine } from '../unruled/rows-of-lines';
import { isBoundary, tableRegions } from '../unruled/table-regions';
import type { PlacedPiece } from '../unruled/parted-pieces';

/** A line of text with neither tabs nor pipes. */
export interface PlainLine {
  readonly text: string;
  readonly place: Place;
}

const longestLabel = 45;
const isPageNumber = (text: string) => /^[-—–\s]*第?\s*\d{1,3}\s*页?(?:\s*共\s*\d{1,3}\s*页)?[-—–\s]*$/.test(text) && /[-—–页]/.test(text);

/** A line's words in front, and the figures behind them. */
function split({ text, place }: PlainLine): TableLine<PlacedPiece> {
  const tokens = text
    .trim()
    .split(/[\s\u3000]+/)
    .map((one, index) => ({ text: one, left: index, right: index + 1, place }));
  const tail = tokens.findLastIndex(({ text: one }) => !isFigureLike(one)) + 1;
  return { labels: tokens.slice(0, tail), figures: tokens.slice(tail) };
}

const isSentence = (text: string) => text.replaceAll(/\s+/g, '').length > longestLabel || /[。；]$/.test(text.trim());

/** Lines that nobody can tell apart as one row, words and figures in the order they are printed in. */
function asPrinted(lines: readonly TableLine<PlacedPiece>[], row: number): GridCell[] {
  const pieces = lines.flatMap(({ labels, figures }) => [labels, figures]).filter((some) => some.length > 0);
  return pieces.map((some, column) => ({
    row,
    column,
    rowspan: 1,
    colspan: 1,
    text: some.map(({ text }) => text).join('\n'),
    place: some[0]!.place,
  }));
}

function cellsOf({ label, lines }: LineRow<PlacedPiece>, row: number, columns: number): GridCell[] {
  const cell = (text: string, column: number, place: Place): GridCell => ({ row, column, rowspan: 1, colspan: 1, text, place });
  const figures = lines.flatMap((line) => line.figures);
  const place = (lines.flatMap((line) => line.labels)[0] ?? figures[0])!.place;
  const isOneLine = lines.filter((line) => line.figures.length > 0).length === 1;
  const values =
    isOneLine && figures.length === columns
      ? figures.map(({ text, place: own }, index) => cell(text, 1 + index, own))
      : [{ ...cell(figures.map(({ text }) => text).join('\n'), 1, place), colspan: columns }];
  return [...(label === '' ? [] : [cell(label, 0, place)]), ...values];
}

/** How many figures most rows print; `undefined` where that cannot be told. */
function usualCount(lines: readonly TableLine[]): number | undefined {
  const counts = new Map<number, number>();
  for (const { figures } of lines) if (figures.length > 0) counts.set(figures.length, (counts.get(figures.length) ?? 0) + 1);
  const [first, second] = [...counts].sort((one, other) => other[1] - one[1]);
  return first && first[1] > (second?.[1] ?? 0) ? first[0] : undefined;
}

/** The table in some lines, where labels are broken over lines of their own; `undefined` where they are not, and lines can be taken as rows. */
function brokenTable(lines: readonly PlainLine[]): Block | undefined {
  const all = lines.filter(({ text }) => !isPageNumber(text)).map(split);
  const first = all.findIndex(({ figures }) => figures.length > 0);
  const words = (line: TableLine) => line.labels.map(({ text }) => text).join('');
  const header = new Set(all.slice(0, first).map(words));
  const body = all.filter((line, index) => index < first || line.figures.length > 0 || !header.has(words(line)));
  const isBroken = body.slice(first).some(({ figures }) => figures.length === 0);
  const columns = usualCount(body);
  if (!isBroken || columns === undefined || !body.some(({ labels, figures }) => labels.length > 0 && figures.length > 0)) return undefined;
  const parted = rowsOfLines(body, 0);
  // Sentences of which some lines begin or end in figures are no table.
  if (!parted.some(({ likeness }) => likeness >= 0.7)) return undefined;
  const isSure = parted.every(
    ({ likeness, lines: own }) => likeness >= 0.7 && own.filter(({ figures }) => figures.length > 0).length === 1,
  );
  const top = body
    .slice(0, first)
    .map(({ labels }, row) => labels.map(({ text, place }, column): GridCell => ({ row, column, rowspan: 1, colspan: 1, text, place })));
  const cells = isSure ? parted.map((row, index) => cellsOf(row, first + index, columns)) : [asPrinted(body.slice(first), first)];
  return { kind: 'grid', isExact: true, rows: [...top, ...cells] };
}

/**
 * Lines of plain text as tables and single lines: text taken from a PDF breaks labels over several lines and prints the figures beside
 * one of them. `single` makes the block of a line that belongs to no such table.
 */
export function brokenRows(lines: readonly PlainLine[], single: (line: PlainLine) => Block): Block[] {
  const regions = tableRegions(
    lines.map((line) => {
      const { labels, figures } = split(line);
      // A line that holds several rows, or one whose figures are glued to it, is no part of a row whose label was broken.
      if (isWholeTable(line.text) || isGluedRow(line.text)) return { isProse: true, isRow: false };
      return {
        isProse: figures.length === 0 && (isSentence(line.text) || isBoundary(line.text)),
        isRow: figures.length > 0 && labels.length + figures.length > 1,
      };
    }),
  );
  return regions.flatMap(({ from, to, isTable }) => {
    const own = lines.slice(from, to);
    const table = isTable ? brokenTable(own) : undefined;
    return table ? [table] : own.map(single);
  });
}
