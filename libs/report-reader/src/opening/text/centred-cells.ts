import { isFigureLike } from '../../recognition/read-figure';
import type { SourceLine } from './rows-over-lines';

const gap = /\s{8,}/;
const fewestLone = 20;

/**
 * Lines of a text that prints every cell of its tables on a line of its own, in the middle of it: where a cell of two paragraphs lost its
 * last line break, the next cell begins behind a wide gap, and the line is parted there. A line of blanks is an empty cell. No other text
 * is touched.
 */
export function centredCells(lines: readonly SourceLine[]): readonly SourceLine[] {
  const pieces = lines.map(({ text }) => text.trim().split(gap));
  const isLone = ({ text }: SourceLine, place: number) => /^\s{8}/.test(text) && pieces[place]!.length === 1 && isFigureLike(text);
  const lone = lines.filter(isLone).length;
  const inColumns = pieces.filter((own) => own.filter(isFigureLike).length > 1).length;
  if (lone < fewestLone || inColumns > 0) return lines;
  return lines.flatMap((line, place): SourceLine[] => {
    if (/^\s{8,}$/.test(line.text)) return [{ text: '', number: line.number, isCell: true }];
    return pieces[place]!.length > 1 ? pieces[place]!.map((text) => ({ text, number: line.number })) : [line];
  });
}
