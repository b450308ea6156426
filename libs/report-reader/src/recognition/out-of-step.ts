import type { EditionId } from '@mingshu/report-format';
import type { Block } from '../document';
import { labelKey } from './normalise';
import { isNumberLike } from './read-figure';
import { isLoose, printedOf, width } from './request-columns';
import type { AssignedRow } from './request-rows';
import type { CandidateRow } from './rows';
import { han, rowNames, shortestName } from './row-names';

/** How many rows of the form are named in front of the figures of one row, right before its own name: their figures stand elsewhere. */
function namesWithoutFigures(edition: EditionId, { labels }: CandidateRow): number {
  const names = rowNames(edition);
  const text = han(labels.map((label) => label.text).join(''));
  const last = labelKey(labels.at(-1)?.text ?? '');
  const places = names.map((name) => (name.length < shortestName ? (name === last ? text.length : -1) : text.lastIndexOf(name)));
  return places.filter((place, rank) => place >= 0 && (places[rank + 1] ?? -1) > place).length;
}

/** Whether a name stands in the lines of a document, however they break it. */
const isPrinted = (name: string, blocks: readonly Block[]) =>
  han(blocks.map((block) => (block.kind === 'grid' ? '' : block.text)).join('')).includes(name);

/** Share of rows named without figures from which on no label is trusted. */
const mostWithoutFigures = 0.3;

/**
 * Whether labels and figures of a text are out of step. Text taken from a page puts a label broken over lines behind its figures, and each
 * label then looks like that of the row below: at the one end more figures stand together than a row has or some in front of the first
 * label, at the other two names follow each other. Text taken column by column has hardly a label that its figures follow.
 */
export function areLabelsOutOfStep(
  edition: EditionId,
  blocks: readonly Block[],
  candidates: readonly CandidateRow[],
  assigned: readonly (AssignedRow | undefined)[],
): boolean {
  const own = new Set(assigned.flatMap((one) => (one ? [one.row] : [])));
  const places = candidates.flatMap((row, place) => (own.has(row) ? [place] : []));
  const inTable = candidates.slice(Math.max(0, (places[0] ?? 0) - 1), (places.at(-1) ?? -1) + 2);
  if (!inTable.some(isLoose)) return false;
  const isLastWithout = assigned.at(-1) === undefined && isPrinted(rowNames(edition).at(-1)!, blocks);
  const without = inTable.reduce((sum, row) => sum + namesWithoutFigures(edition, row), isLastWithout ? 1 : 0);
  if (without === 0) return false;
  const isTooMany = (row: CandidateRow) => {
    const numbers = printedOf(row).filter(({ text }) => isNumberLike(text)).length;
    return isLoose(row) && (numbers > width + 1 || (numbers > 2 && !own.has(row)));
  };
  return without > places.length * mostWithoutFigures || inTable.some(isTooMany);
}
