import { isFigureLike } from '../../recognition/read-figure';
import type { SourceLine } from './rows-over-lines';

const fewestRows = 8;
const isBlank = (line: SourceLine | undefined) => line === undefined || line.text.trim() === '';
const hasTab = (line: SourceLine | undefined) => line !== undefined && line.text.includes('\t');
const lastField = ({ text }: SourceLine) => text.split('\t').at(-1)!;

/** Whether a line goes on in the next with nothing but figures, and blank lines stand around the two. */
function goesOn(lines: readonly SourceLine[], place: number): boolean {
  const [line, next] = [lines[place]!, lines[place + 1]];
  if (!hasTab(line) || isBlank(next) || !isBlank(lines[place - 1]) || !isBlank(lines[place + 2])) return false;
  return isFigureLike(lastField(line)) && next!.text.split('\t').every((field) => field.trim() !== '' && isFigureLike(field));
}

/**
 * Lines of a text that puts a blank line between all its paragraphs and rows and breaks what is too long for a line: the figures at the
 * start of the next line are put back behind the others.
 */
export function wrappedRows(lines: readonly SourceLine[]): readonly SourceLine[] {
  const rows = lines.flatMap((line, place) => (hasTab(line) && !isBlank(line) ? [place] : []));
  const apart = rows.filter((place) => isBlank(lines[place - 1]) && isBlank(lines[place + 1]));
  if (apart.length < fewestRows || apart.length * 2 < rows.length) return lines;
  return lines.flatMap((line, place): SourceLine[] => {
    if (goesOn(lines, place)) return [{ ...line, text: `${line.text}\t${lines[place + 1]!.text}` }];
    return place > 0 && goesOn(lines, place - 1) ? [] : [line];
  });
}
