import type { CellCode } from '@mingshu/report-format';
import type { CheckId, Severity } from './check-id';
import type { Passage, Quote } from './finding';

/** One application of a check that holds. */
export interface Holds {
  readonly check: CheckId;
  readonly outcome: 'holds';
  readonly cells: readonly CellCode[];
  /** The reading of the words that fits, where a claim in the text was tested. */
  readonly why?: string;
}

/** One application of a check that nobody can judge, because something it needs is unknown. Never a pass. `why` is Chinese. */
export interface NotAssessable {
  readonly check: CheckId;
  readonly outcome: 'not_assessable';
  readonly cells: readonly CellCode[];
  readonly why: string;
}

/**
 * One application of a check that is broken. `sentence` is Chinese and complete but for the likely cell. `subject` tells verdicts of one check without
 * cells apart; `facts` are what lies under it beside the cells of this report: last year's figure, a date, a name. `severity` only where it is
 * milder than the rule's.
 */
export interface Broken {
  readonly check: CheckId;
  readonly outcome: 'broken';
  readonly cells: readonly CellCode[];
  readonly sentence: string;
  readonly severity?: Severity;
  readonly expected?: number;
  readonly found?: number;
  readonly subject?: string;
  readonly facts?: readonly string[];
  readonly claim?: Quote;
  readonly passages?: readonly Passage[];
}

/** One application of a check. */
export type Verdict = Holds | NotAssessable | Broken;

export const holds = (check: CheckId, cells: readonly CellCode[] = [], why?: string): Holds => ({
  check,
  outcome: 'holds',
  cells,
  ...(why === undefined ? {} : { why }),
});

export const notAssessable = (check: CheckId, why: string, cells: readonly CellCode[] = []): NotAssessable => ({
  check,
  outcome: 'not_assessable',
  cells,
  why,
});

export const broken = (check: CheckId, what: Omit<Broken, 'check' | 'outcome' | 'cells'> & Partial<Pick<Broken, 'cells'>>): Broken => ({
  check,
  outcome: 'broken',
  cells: [],
  ...what,
});
