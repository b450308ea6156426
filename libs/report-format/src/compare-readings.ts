import type { CellCode } from './cell-code';
import { cellsOf } from './cells';
import type { Readings, Settlements } from './correction';
import type { EditionId } from './editions';
import type { Figure } from './figure';
import { figureOf, type FigureReading } from './reading';

/** A reading of one document by one reader. */
export interface ReadingOfDocument {
  readonly edition: EditionId;
  readonly figures: Readings;
}

/** One cell that two readings of a document tell differently. `isSettled`: a person has corrected or confirmed it, and it stays so. */
export interface ReadingDifference {
  readonly cell: CellCode;
  readonly before: Figure;
  readonly after: Figure;
  readonly printedBefore: string;
  readonly printedAfter: string;
  readonly isSettled: boolean;
}

const printed = (reading: FigureReading | undefined) => (reading && 'printed' in reading ? reading.printed : '');

/** What the reader itself had said, before any person: where a cell was settled its first reading counts. */
export const firstReadings = ({ figures, settlements }: { readonly figures: Readings; readonly settlements: Settlements }): Readings => ({
  ...figures,
  ...Object.fromEntries(Object.entries(settlements).map(([cell, { first }]) => [cell, first])),
});

/** The cells in which two readings of one document differ, in the order of the form of the second. A cell of only one edition counts as unread in the other. */
export function compareReadings(before: ReadingOfDocument, after: ReadingOfDocument, settlements: Settlements = {}): ReadingDifference[] {
  const cells = new Set([...cellsOf(after.edition), ...(before.edition === after.edition ? [] : cellsOf(before.edition))]);
  return [...cells].flatMap((cell): ReadingDifference[] => {
    const [was, is] = [before.figures[cell], after.figures[cell]];
    const [first, second] = [was ? figureOf(was) : 'unread', is ? figureOf(is) : 'unread'] as const;
    if (first === second) return [];
    return [
      {
        cell,
        before: first,
        after: second,
        printedBefore: printed(was),
        printedAfter: printed(is),
        isSettled: settlements[cell] !== undefined,
      },
    ];
  });
}

/** A new reading in which everything a person has settled stays as the person left it. */
export function keepSettled(
  reading: ReadingOfDocument,
  { figures, settlements }: { readonly figures: Readings; readonly settlements: Settlements },
): { figures: Readings; settlements: Settlements } {
  const own = new Set<string>(cellsOf(reading.edition));
  const kept = Object.keys(settlements).filter((cell) => own.has(cell)) as CellCode[];
  const pick = <Value>(from: Readonly<Partial<Record<CellCode, Value>>>) => Object.fromEntries(kept.map((cell) => [cell, from[cell]]));
  return { figures: { ...reading.figures, ...pick(figures) }, settlements: pick(settlements) as Settlements };
}
