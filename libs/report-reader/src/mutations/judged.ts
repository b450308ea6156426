import { figureOf, type CellCode, type DocumentReading, type EditionId, cellsOf } from '@mingshu/report-format';
import type { Truth } from './printed-report';

/** What came of reading one damaged document. */
export interface Judged {
  /** Cells that came out as something other than what is printed, with nothing that contradicts them. */
  readonly wrong: readonly string[];
  /** The same, but said to be contradicted by a relation, so that a person will look. */
  readonly contradicted: readonly string[];
  readonly knowable: number;
  readonly right: number;
}

/** Compares a reading with what its document says: anything but `unread` has to be what is printed. */
export function judged(reading: DocumentReading, edition: EditionId, truth: Truth): Judged {
  const knowable = Object.values(truth).filter(({ isKnowable, figure }) => isKnowable && figure !== 'unread').length;
  if (reading.kind !== 'report') return { wrong: [], contradicted: [], knowable, right: 0 };
  const read = (cell: CellCode) => figureOf(reading.figures[cell] ?? { state: 'unread', why: 'not_found' });
  const other = Object.keys(reading.figures).filter((cell) => {
    const one = read(cell as CellCode);
    return one !== 'unread' && !truth[cell]?.isUndefined && one !== (truth[cell]?.figure ?? 'unread');
  });
  const right = cellsOf(edition).filter(
    (cell) => truth[cell]!.isKnowable && truth[cell]!.figure !== 'unread' && read(cell) === truth[cell]!.figure,
  ).length;
  const told = (cell: string) => `${cell}: ${read(cell as CellCode)} for ${truth[cell]?.figure ?? 'nothing'}`;
  const isContradicted = (cell: string) => (reading.figures[cell as CellCode]?.contradictedBy ?? []).length > 0;
  return {
    wrong: other.filter((cell) => !isContradicted(cell)).map(told),
    contradicted: other.filter(isContradicted).map(told),
    knowable,
    right,
  };
}
