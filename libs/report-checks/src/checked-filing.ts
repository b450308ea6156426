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

/** What a public page shows. `ofAgency`: the name of the agency it is found to be of, where that is another one. */
export interface PublishedReport extends Report {
  readonly ofAgency?: string;
}

/**
 * One agency's duty of one year and what became of it. `handInBy` and `publishBy` hold the agency's own extension, `null` where no date is set.
 * `handedInOn` is `unknown` for a report that was put in long afterwards, so that the day it arrived here says nothing. `publishedOn` is a date printed
 * on the page; a date in an address is no evidence. `filed` is the version that counts, `published` what the public page shows.
 */
export interface CheckedFiling {
  readonly agencyName: string;
  readonly year: number;
  readonly today: IsoDate;
  readonly handInBy: IsoDate | null;
  readonly publishBy: IsoDate | null;
  readonly handedInOn: IsoDate | 'unknown' | null;
  readonly publishedOn: IsoDate | null;
  /** The reason on record where the agency need not report. */
  readonly excused?: string;
  readonly returns: readonly Return[];
  readonly filed?: Report;
  readonly published?: PublishedReport;
}

/** One rule over one filing. */
export interface FilingCheck {
  readonly id: CheckId;
  readonly judge: (filing: CheckedFiling) => readonly Verdict[];
}
