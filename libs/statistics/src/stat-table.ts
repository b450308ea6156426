/**
 * Why a place in a table holds no number. `not_filed`: no report; `not_comparable`: the edition of that year has no such measure; `not_assessable`: what it
 * would be worked out from is not whole.
 */
export type NoValue = 'blank' | 'not_applicable' | 'unread' | 'not_filed' | 'not_comparable' | 'not_assessable';

/** A value with its coverage: `given` reports printed a number, of `due` that should have. A sum over fewer than `due` is partial. */
export interface StatCell {
  readonly value: number | NoValue;
  readonly given: number;
  readonly due: number;
  /** Reports that were filed but could not be read here; absent where there are none. Their numbers are unknown, not 0. */
  readonly unread?: number;
}

/** `group` is the merged header above; `unit` is 件, 万元 or %. `code` names the measure, so that a figure can be traced. */
export interface StatColumn {
  readonly code: string;
  readonly heading: string;
  readonly group?: string;
  readonly unit: string;
}

/** `missing` names the agencies that should have reported and have not, so that a partial total says so. `unit`: in place of the columns'. */
export interface StatRow {
  readonly code: string;
  readonly heading: string;
  readonly unit?: string;
  readonly cells: readonly StatCell[];
  readonly filed: number;
  readonly due: number;
  readonly missing: readonly string[];
}

/** A table of numbers: the chart draws it, the page shows it, the file writes it. `notes` are Chinese sentences on scope and breaks. */
export interface StatTable {
  readonly title: string;
  readonly rowHeading: string;
  readonly columns: readonly StatColumn[];
  readonly rows: readonly StatRow[];
  readonly notes: readonly string[];
}
