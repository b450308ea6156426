import { speaksOfDisputes } from '../../recognition/disputes-head';
import { likenessToForm } from '../../recognition/likeness-to-form';
import { labelKey } from '../../recognition/normalise';
import { isFigureLike, isNumberLike } from '../../recognition/read-figure';
import type { SourceLine } from './rows-over-lines';

const shortestName = 4;
const cellsOf = (text: string) => text.split('|').map((cell) => cell.trim());
const isWords = (cell: string) => cell !== '' && !isFigureLike(cell);
const isName = (cell: string) => isWords(cell) && labelKey(cell).length >= shortestName && likenessToForm(cell) >= 0.9;

/** Whether a line begins in one row and ends in another: a name of the form behind figures, or the header of table 4 in front of some. */
function holdsTwoRows({ text }: SourceLine): boolean {
  const cells = cellsOf(text);
  const number = cells.findIndex(isNumberLike);
  return number >= 0 && (cells.slice(number).some(isName) || speaksOfDisputes(cells.slice(0, number)));
}

/** Lines with bars as the rows they hold: a row begins at words behind a figure, and ends at its last print. */
function rowsOf(lines: readonly SourceLine[]): SourceLine[] {
  const cells: { text: string; number: number }[] = [];
  for (const { text, number } of lines) {
    const [first = '', ...others] = cellsOf(text);
    // What stands in front of the first bar of a line goes on from the line above.
    const open = cells.at(-1);
    if (open) open.text = `${open.text} ${first}`.trim();
    else cells.push({ text: first, number });
    cells.push(...others.map((one) => ({ text: one, number })));
  }
  const rows: (typeof cells)[] = [];
  for (const cell of cells) {
    const hasFigures = rows.at(-1)?.some(({ text }) => isNumberLike(text)) ?? true;
    if (isWords(cell.text) && hasFigures) rows.push([cell]);
    else rows.at(-1)?.push(cell);
  }
  return rows.map((row) => ({
    text: row
      .map(({ text }) => text)
      .join('\t')
      .trimEnd(),
    number: row[0]!.number,
  }));
}

/**
 * Lines of a text, those taken apart into rows that a program filled from one end to the other with all cells of a table, whatever row
 * they belong to.
 */
export function rowsInAStream(lines: readonly SourceLine[]): readonly SourceLine[] {
  if (!lines.some((line) => line.text.includes('|') && holdsTwoRows(line))) return lines;
  const runs: SourceLine[][] = [];
  lines.forEach((line, place) => {
    const isNext = line.text.includes('|') && lines[place - 1]?.text.includes('|');
    if (isNext) runs.at(-1)!.push(line);
    else runs.push([line]);
  });
  return runs.flatMap((run) => (run.some(holdsTwoRows) ? rowsOf(run) : run));
}
