import { cellsOf, figureAt, type CellCode, type Figure, type Report } from '@mingshu/report-format';
import { findingKey, type Finding } from './finding';

export interface FigureChange {
  readonly cell: CellCode;
  readonly before: Figure;
  readonly after: Figure;
}

/** A sentence of the text: in both, only in the older version, or only in the newer. */
export interface TextChange {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

/** Every cell of both editions whose figure differs, in the order of the form. Blank, not applicable, unread and 0 differ from one another. */
export function figureChanges(before: Report, after: Report): { changes: FigureChange[]; compared: number } {
  const known = new Set(cellsOf(before.edition));
  const both = cellsOf(after.edition).filter((cell) => known.has(cell));
  const changes = both
    .map((cell) => ({ cell, before: figureAt(before.figures, cell), after: figureAt(after.figures, cell) }))
    .filter((one) => one.before !== one.after);
  return { changes, compared: both.length };
}

/** Findings the newer version no longer shows, those it shows first, and how many stayed. */
export function findingChanges(before: readonly Finding[], after: readonly Finding[]): { gone: Finding[]; added: Finding[]; kept: number } {
  const [old, now] = [new Set(before.map(findingKey)), new Set(after.map(findingKey))];
  return {
    gone: before.filter((one) => !now.has(findingKey(one))),
    added: after.filter((one) => !old.has(findingKey(one))),
    kept: after.filter((one) => old.has(findingKey(one))).length,
  };
}

const sentencesOf = (text: string): string[] =>
  text
    .split(/(?<=[。；！？\n])/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');

/** A section sentence by sentence, by the longest common sequence. Empty where nothing changed. */
export function textChanges(before: string, after: string): TextChange[] {
  const [old, now] = [sentencesOf(before), sentencesOf(after)];
  if (old.join('\n') === now.join('\n')) return [];
  const common = Array.from({ length: old.length + 1 }, () => new Uint16Array(now.length + 1));
  for (let one = old.length - 1; one >= 0; one -= 1)
    for (let other = now.length - 1; other >= 0; other -= 1)
      common[one]![other] =
        old[one] === now[other] ? common[one + 1]![other + 1]! + 1 : Math.max(common[one + 1]![other]!, common[one]![other + 1]!);
  const changes: TextChange[] = [];
  for (let one = 0, other = 0; one < old.length || other < now.length;) {
    if (one < old.length && other < now.length && old[one] === now[other]) {
      changes.push({ kind: 'same', text: old[one]! });
      one += 1;
      other += 1;
    } else if (other >= now.length || (one < old.length && common[one + 1]![other]! >= common[one]![other + 1]!))
      changes.push({ kind: 'gone', text: old[one++]! });
    else changes.push({ kind: 'new', text: now[other++]! });
  }
  return changes;
}
