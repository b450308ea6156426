import type { AgencyKind, EditionId, Figures, Report } from '@mingshu/report-format';
import type { CheckId } from './check-id';
import type { ReportText } from './checked-report';
import type { Verdict } from './verdict';

/** Whose figures a county total holds (口径). */
export const scopes = ['全县', '县本级', '县政府及办公室', '仅乡镇'] as const;
export type Scope = (typeof scopes)[number];

/** An agency of the year's roster with the report that counts. `excused` is the reason on record why it owes none. */
export interface CountyMember {
  readonly agencyId: string;
  readonly name: string;
  readonly kind: AgencyKind;
  readonly report?: Report;
  readonly text?: ReportText;
  readonly excused?: string;
}

/**
 * A county's year. `totals` are the sums shown or exported, to be held against the agencies once more; `published` is the county's own report with the
 * scope it states.
 */
export interface CheckedCounty {
  readonly name: string;
  readonly year: number;
  readonly edition: EditionId;
  readonly members: readonly CountyMember[];
  readonly totals?: Figures;
  readonly published?: { readonly report: Report; readonly scope: Scope };
}

/** One rule over a county's year. */
export interface CountyCheck {
  readonly id: CheckId;
  readonly judge: (county: CheckedCounty) => readonly Verdict[];
}
