import type { Report } from '@mingshu/report-format';
import type { CheckId, Verdict } from './verdict';

/** What a check of one report may look at. `lastYear` is the same agency's report of the year before, where it stands. */
export interface CheckedReport {
  readonly report: Report;
  readonly lastYear?: Report;
}

/** One rule: a pure function from a report to its verdicts. */
export interface ReportCheck {
  readonly id: CheckId;
  readonly judge: (checked: CheckedReport) => readonly Verdict[];
}
