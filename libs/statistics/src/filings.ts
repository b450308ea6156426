import type { AgencyKind, CellCode, EditionId, Figures } from '@mingshu/report-format';

/** An agency on the roster of a year. */
export interface RosterAgency {
  readonly id: string;
  readonly name: string;
  readonly kind: AgencyKind;
}

/** The agencies that owe a report for a year; excused ones are not on it. */
export interface YearRoster {
  readonly year: number;
  readonly agencies: readonly RosterAgency[];
}

/** The figures of the report that stands for an agency and a year; it may hold the asked cells only. */
export interface AgencyFigures {
  readonly agencyId: string;
  readonly year: number;
  readonly edition: EditionId;
  readonly figures: Figures;
  /** Cells whose figure a person gave in place of what was read. */
  readonly corrected?: readonly CellCode[];
}
