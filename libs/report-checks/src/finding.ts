import { figureAt, type CellCode, type Figures } from '@mingshu/report-format';
import type { CheckId, Severity } from './check-id';

/** Where prose stands: `opening` is title and introduction before the first heading. */
export type TextPlace = 'opening' | '1' | '2' | '3' | '4' | '5' | '6';

/** Words of a report, with their place: characters `start` to `end` (exclusive) of that part's text. */
export interface Quote {
  readonly section: TextPlace;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

/** Words of this report that stand alike in another: another agency's of this year, or the agency's own of last year. */
export interface Passage {
  readonly own: Quote;
  readonly other: Quote;
  readonly agency: string;
  readonly year: number;
}

/** The single cell whose change to `value` repairs every broken sum at once. `how` says in Chinese what may have happened, where the figures show it. */
export interface LikelyCell {
  readonly cell: CellCode;
  readonly value: number;
  readonly how?: string;
}

/** A broken rule as screen, letter and workbook print it. `sentence` is Chinese and complete. */
export interface Finding {
  readonly check: CheckId;
  readonly severity: Severity;
  /** Empty where the finding is about words or dates. */
  readonly cells: readonly CellCode[];
  readonly sentence: string;
  readonly expected?: number;
  readonly found?: number;
  readonly likely?: LikelyCell;
  readonly subject?: string;
  readonly facts?: readonly string[];
  readonly claim?: Quote;
  readonly passages?: readonly Passage[];
}

/** Who a finding is, over all versions of a report: the check and its subject or else its cells, without any figure. No two findings of one report share it. */
export const findingKey = ({ check, cells, subject }: Pick<Finding, 'check' | 'cells' | 'subject'>): string =>
  `${check}|${subject ?? cells.join(',')}`;

/**
 * The figures and words a finding rests on. An explanation stays good while this is the same for the same `findingKey`, and is asked again when it changes.
 * `figures` are those of the report the finding is about.
 */
export function findingFingerprint(
  { cells, expected, found, facts, claim, passages }: Pick<Finding, 'cells' | 'expected' | 'found' | 'facts' | 'claim' | 'passages'>,
  figures: Figures,
): string {
  return JSON.stringify([
    cells.map((cell) => figureAt(figures, cell)),
    expected ?? null,
    found ?? null,
    facts ?? [],
    claim?.quote ?? null,
    (passages ?? []).map(({ own, agency, year }) => [own.quote, agency, year]),
  ]);
}
