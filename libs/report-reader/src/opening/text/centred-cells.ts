import { editions } from '@mingshu/report-format';
import { isFigureLike } from '../../recognition/read-figure';
import type { SourceLine } from './rows-over-lines';

const gap = /\s{8,}/;
const fewestLone = 20;

/** Rows of table 3 print seven figures; with a cell lost or too many they would print about as many. */
const width = editions['2021'].tables.requests.columns.length;
const isAboutWidth = (count: number) => Math.abs(count - width) <= 2;
const fewestRows = 10;
const mostLabels = 4;

/** Labels one behind the other, and the figures and blanks behind them. */
interface CellRow {
  readonly labels: SourceLine[];
  readonly values: SourceLine[];
}

function rowsOf(cells: readonly SourceLine[]): CellRow[] {
  const rows: CellRow[] = [{ labels: [], values: [] }];
  for (const cell of cells) {
    const isValue = cell.isCell || (cell.text.trim() !== '' && isFigureLike(cell.text));
    if (!isValue && rows.at(-1)!.values.length > 0) rows.push({ labels: [], values: [] });
    rows.at(-1)![isValue ? 'values' : 'labels'].push(cell);
  }
  return rows;
}

/** Cells put together into rows of table 3, where every row that has about seven figures and blanks has just seven: then a blank keeps its place. */
function inRows(cells: readonly SourceLine[]): readonly SourceLine[] {
  const rows = rowsOf(cells);
  const about = rows.filter(({ values }) => isAboutWidth(values.length));
  if (about.length < fewestRows || about.some(({ values }) => values.length !== width)) return cells;
  return rows.flatMap((row): SourceLine[] => {
    const { labels, values } = row;
    const own = labels.slice(labels.length > mostLabels ? -1 : 0);
    if (values.length !== width || own.length === 0) return [...labels, ...values];
    const fields = [...Array.from({ length: mostLabels - own.length }, () => ''), ...[...own, ...values].map(({ text }) => text.trim())];
    return [...labels.slice(0, labels.length - own.length), { text: fields.join('\t'), number: own[0]!.number }];
  });
}

/**
 * Lines of a text that prints every cell of its tables on a line of its own, in the middle of it: where a cell of two paragraphs lost its
 * last line break, the next cell begins behind a wide gap, and the line is parted there. A line or end of a line of blanks is an empty
 * cell. No other text is touched.
 */
export function centredCells(lines: readonly SourceLine[]): readonly SourceLine[] {
  const pieces = lines.map(({ text }) => text.trimStart().split(gap));
  const isLone = ({ text }: SourceLine, place: number) => /^\s{8}/.test(text) && pieces[place]!.length === 1 && isFigureLike(text);
  const lone = lines.filter(isLone).length;
  const inColumns = pieces.filter((own) => own.filter(isFigureLike).length > 1).length;
  if (lone < fewestLone || inColumns > 0) return lines;
  const cells = lines.flatMap((line, place): SourceLine[] => {
    const [own, { number }] = [pieces[place]!, line];
    const isEmpty = /^\s{8,}$/.test(line.text);
    if (own.length === 1 && !isEmpty) return [line];
    return own.map((text): SourceLine => (text === '' ? { text, number, isCell: true } : { text, number }));
  });
  return inRows(cells);
}
