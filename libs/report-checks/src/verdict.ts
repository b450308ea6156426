import type { CellCode } from '@mingshu/report-format';

/** The checks this version carries out; names are those of the county's form catalogue. */
export type CheckId = 'T3-COL' | 'T3-SUM' | 'T3-ROW' | 'T4-SUM' | 'YOY-CARRY';

/** 错误 must be fixed, 疑问 must be fixed or explained, 提示 asks for nothing. */
export type Severity = 'error' | 'warning' | 'info';

/** One application of a check. Where an operand is unknown nobody can tell, which is never a pass. */
export type Verdict =
  | { readonly check: CheckId; readonly outcome: 'holds' | 'not_assessable'; readonly cells: readonly CellCode[] }
  | {
      readonly check: CheckId;
      readonly outcome: 'broken';
      readonly cells: readonly CellCode[];
      readonly expected: number;
      readonly found: number;
    };

/** The single cell whose change to `value` repairs every broken sum at once. */
export interface LikelyCell {
  readonly cell: CellCode;
  readonly value: number;
}

/** A broken rule as screen, letter and workbook print it. `sentence` is Chinese and complete. */
export interface Finding {
  readonly check: CheckId;
  readonly severity: Severity;
  readonly cells: readonly CellCode[];
  readonly expected: number;
  readonly found: number;
  readonly sentence: string;
  readonly likely?: LikelyCell;
}
