import type { AgencyKind, FigureReading, CellCode, PrintedHeading, Remark, Report, Sign } from '@mingshu/report-format';
import type { CopySource } from './copies/copied-text';
import type { TextPlace } from './finding';
import type { Verdict } from './verdict';
import type { CheckId } from './check-id';

/** The agency that files. `county` is the county's full name, 清河县 for example; `aliases` are names it also goes by. */
export interface CheckedAgency {
  readonly name: string;
  readonly kind: AgencyKind;
  readonly county: string;
  readonly aliases?: readonly string[];
}

/** The prose of a report. A part that is missing was not found; an empty one is empty. `headings` is absent where nobody looked. */
export interface ReportText {
  readonly parts: Readonly<Partial<Record<TextPlace, string>>>;
  readonly headings?: readonly PrintedHeading[];
}

/** What reading noticed, for checks that must tell the filer's fault from the carrier's or the reader's. */
export interface ReadingSigns {
  readonly editionPresumed: boolean;
  readonly figures: Readonly<Partial<Record<CellCode, FigureReading>>>;
  readonly agency: readonly Sign<string>[];
  readonly year: readonly Sign<number>[];
  readonly remarks: readonly Remark[];
}

/** A report of an earlier year that stands, with its prose where it is known. */
export interface EarlierReport extends Report {
  readonly text?: ReportText;
}

/**
 * Where the agency came from since last year. `merged`: made of the named agencies, one where it was only renamed; their figures are added up.
 * `split`: one agency became several, so nobody knows which figure is whose.
 */
export interface Lineage {
  readonly kind: 'merged' | 'split';
  readonly predecessors: readonly { readonly name: string; readonly lastYear?: EarlierReport }[];
}

/**
 * All that the checks of one report may look at. What is absent is unknown: a check that needs it is not assessable or does not speak.
 * `lastYear` is the same agency's report of the year before; `lineage` stands where another agency's must be taken. `otherAgencies` are the full and
 * short names of the county's other agencies. `possibleCopies` are reports of this year that sketches found alike, an empty list where none was.
 */
export interface CheckedReport {
  readonly report: Report;
  readonly lastYear?: EarlierReport;
  readonly lineage?: Lineage;
  readonly agency?: CheckedAgency;
  readonly text?: ReportText;
  readonly reading?: ReadingSigns;
  readonly otherAgencies?: readonly string[];
  readonly possibleCopies?: readonly CopySource[];
}

/** One rule over one report: a pure function from a report to its verdicts. */
export interface ReportCheck {
  readonly id: CheckId;
  readonly judge: (checked: CheckedReport) => readonly Verdict[];
}
