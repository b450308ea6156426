import type { Report } from '@mingshu/report-format';
import type { CheckId } from './check-id';
import type { Verdict } from './verdict';

/** A day as `2025-01-31`. */
export type IsoDate = string;

/** One time the reviewer sent a report back. `correctBy` is the day set for the correction. */
export interface Return {
  readonly returnedOn: IsoDate;
  readonly correctBy: IsoDate | null;
  /** The day the corrected version came; `null` while it is awaited. */
  readonly correctedOn: IsoDate | null;
}

/**
 * One agency's duty of one year and what became of it. `handInBy` and `publishBy` hold the agency's own extension, `null` where no date is set.
 * `publishedOn` is a date printed on the page; a date in an address is no evidence. `filed` is the accepted version, `published` what the public page shows.
 */
export interface CheckedFiling {
  readonly agencyName: string;
  readonly year: number;
  readonly today: IsoDate;
  readonly handInBy: IsoDate | null;
  readonly publishBy: IsoDate | null;
  readonly handedInOn: IsoDate | null;
  readonly publishedOn: IsoDate | null;
  /** The reason on record where the agency need not report. */
  readonly excused?: string;
  readonly returns: readonly Return[];
  readonly filed?: Report;
  readonly published?: Report;
}

/** One rule over one filing. */
export interface FilingCheck {
  readonly id: CheckId;
  readonly judge: (filing: CheckedFiling) => readonly Verdict[];
}
