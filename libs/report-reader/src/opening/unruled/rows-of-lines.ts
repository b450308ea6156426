import { editionIds, type EditionId } from '@mingshu/report-format';
import { likenessToForm } from '../../recognition/likeness-to-form';

/** A printed piece of a line; `left` and `right` are positions on the page. */
export interface Piece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

/** A line of a table without rulings: what stands in front of the figures, and the figures. */
export interface TableLine<Figure extends Piece = Piece> {
  readonly labels: readonly Figure[];
  readonly figures: readonly Figure[];
}

/** Lines that make one row of the table, and the label they make. */
export interface LineRow<Figure extends Piece = Piece> {
  readonly label: string;
  readonly likeness: number;
  readonly lines: readonly TableLine<Figure>[];
}

/** What a row costs, so that a broken row is not taken for two halves of which each is a little like a label. */
const rowCost = 0.6;
const mostLines = 16;
const enough = 0.95;

/**
 * The label of lines, read in the ways a form with merged cells at the left allows: everything, without the leftmost column, or the
 * rightmost piece of each line alone. The way that reads most like the form counts.
 */
function labelOf(lines: readonly TableLine[], leftOfItem: number, edition: EditionId): { label: string; likeness: number } {
  const ways = [
    lines.flatMap(({ labels }) => labels.filter(({ right }) => right > leftOfItem).slice(-1)),
    lines.flatMap(({ labels }) => labels),
    lines.flatMap(({ labels }) => labels.slice(-2)),
    lines.flatMap(({ labels }) => labels.slice(-1)),
    // The name of a group on a line of its own is no part of the label.
    lines.filter(({ figures }) => figures.length > 0).flatMap(({ labels }) => labels),
  ];
  let best = { label: '', likeness: -1 };
  for (const way of ways) {
    const label = way.map(({ text }) => text).join('');
    const likeness = likenessToForm(label, edition);
    if (likeness > best.likeness) best = { label, likeness };
    if (likeness >= enough) break;
  }
  return best;
}

/**
 * Rows of a table whose labels and figures are broken over several lines, at the top, middle or foot of their row. Every line goes to
 * one row, in order; of all ways to part them the one whose labels read most like the form is taken, of equal ways the one in which a
 * line without a label goes to the row above, which then holds two numbers in a cell and is unclear. Lines before the first and behind
 * the last row may belong to none.
 */
export function rowsOfLines<Figure extends Piece>(lines: readonly TableLine<Figure>[], leftOfItem: number): LineRow<Figure>[] {
  const ways = editionIds.map((edition) => partedLines(lines, leftOfItem, edition));
  return ways.reduce((one, other) => (other.score > one.score ? other : one)).rows;
}

function partedLines<Figure extends Piece>(
  lines: readonly TableLine<Figure>[],
  leftOfItem: number,
  edition: EditionId,
): { readonly rows: LineRow<Figure>[]; readonly score: number } {
  const hasFigures = lines.map(({ figures }) => figures.length > 0);
  const [first, last] = [hasFigures.indexOf(true), hasFigures.lastIndexOf(true)];
  if (first < 0) return { rows: [], score: 0 };
  /** The best way to part the lines up to a place. */
  const best: ({ score: number; from: number; row?: LineRow<Figure> } | undefined)[] = Array.from({ length: lines.length + 1 });
  for (let place = Math.max(0, first - mostLines); place <= first; place += 1) best[place] = { score: 0, from: place };
  for (let end = first + 1; end <= lines.length; end += 1) {
    for (let from = Math.max(0, end - mostLines); from < end; from += 1) {
      const before = best[from];
      if (!before || !hasFigures.slice(from, end).some(Boolean)) continue;
      const own = lines.slice(from, end);
      const { label, likeness } = labelOf(own, leftOfItem, edition);
      const score = before.score + likeness - rowCost;
      if (!best[end]?.row || score >= best[end]!.score) best[end] = { score, from, row: { label, likeness, lines: own } };
    }
  }
  let end = last + 1;
  for (let place = end; place <= lines.length; place += 1)
    if ((best[place]?.score ?? -Infinity) > (best[end]?.score ?? -Infinity)) end = place;
  const rows: LineRow<Figure>[] = [];
  for (let step = best[end]; step?.row; step = best[step.from]) rows.unshift(step.row);
  return { rows, score: best[end]?.score ?? 0 };
}
