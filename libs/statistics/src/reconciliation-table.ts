import { cellFormat, isNumber, type CellCode, type Figure } from '@mingshu/report-format';
import type { StatCell, StatTable } from './stat-table';
import { addExactly } from './sum-figures';

/** A cell of the county's own report beside the sum of its agencies. `reported` is absent without a report, `sum` where no agency prints a number. */
export interface ReconciledLine {
  readonly cell: CellCode;
  readonly heading: string;
  readonly reported?: Figure;
  readonly sum?: number;
  /** Agencies of the scope that print a number here. */
  readonly given: number;
  readonly isAssessable: boolean;
}

/** Whose figures the sums hold. `missing` names the agencies of the scope that owe a report and have filed none. */
export interface ReconciledCoverage {
  readonly filed: number;
  readonly due: number;
  readonly missing: readonly string[];
}

/**
 * Cells of the form × what the county reports, what its agencies come to, and by how much the report is above. A difference is a number only where both sides
 * are whole. Amounts are in 万元, counts in 件; the row says which.
 */
export function reconciliationTable(
  title: string,
  lines: readonly ReconciledLine[],
  { filed, due, missing }: ReconciledCoverage,
  notes: readonly string[],
): StatTable {
  const column = (code: string, heading: string) => ({ code, heading, unit: '' });
  return {
    title,
    rowHeading: '表格位置',
    columns: [column('reported', '县级报告'), column('sum', '各单位之和'), column('difference', '相差')],
    rows: lines.map(({ cell, heading, reported, sum, given, isAssessable }) => {
      const value = (one: StatCell['value'], by: number): StatCell => ({ value: one, given: by, due });
      const isKnown = isAssessable && sum !== undefined && isNumber(reported);
      return {
        code: cell,
        heading,
        unit: cellFormat(cell).kind === 'amount' ? '万元' : '件',
        cells: [
          value(reported ?? 'not_filed', filed),
          value(sum ?? (filed === 0 ? 'not_filed' : 'blank'), given),
          value(isKnown ? addExactly([reported, -sum]) : 'not_assessable', given),
        ],
        filed,
        due,
        missing,
      };
    }),
    notes,
  };
}
