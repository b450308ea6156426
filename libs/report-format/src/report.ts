import type { EditionId } from './editions';
import type { Figures } from './figure';

/** What one agency reports for one fiscal year, as checks and sums need it. */
export interface Report {
  readonly year: number;
  readonly edition: EditionId;
  readonly figures: Figures;
}
