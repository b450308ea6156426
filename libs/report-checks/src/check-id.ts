/** Every check, under the name the county's form catalogue gives it, in the order in which findings are listed. */
export const checkIds = [
  // Sums inside the tables.
  'T3-COL',
  'T3-SUM',
  'T3-ROW',
  'T4-SUM',
  // The tables by themselves.
  'T2-RULE0',
  'T2-SANE',
  'T2-FEEUNIT',
  'T2-ALLDEC',
  'T4-2024',
  'BLANK-ALL',
  'BLANK-PART',
  'NUM-FORMAT',
  // This year against last year.
  'YOY-CARRY',
  'YOY-STOCK',
  'YOY-ITEMS19',
  // Form and wording of the report.
  'ED-MATCH',
  'ED-CITE',
  'HEAD-6',
  'PERIOD',
  'YEAR-TEXT',
  'NAME-TEXT',
  'S1-FIVE',
  'S1-ASSESS',
  'S1-LEN',
  'S5-PAIR',
  'TYPO',
  // Text against tables.
  'TXT-REQ',
  'TXT-DOC',
  'TXT-CASE',
  'TXT-FEE',
  'TXT-SUM',
  'TXT-PCT',
  'TXT-GROWTH',
  'TXT-ALLDONE',
  'DUP-TEXT',
  // How and when it was handed in and published.
  'LATE',
  'RETURNED',
  'PUB-DIFF',
  // The county's own report.
  'AGG-SUM',
  'AGG-PUB',
  'AGG-COVER',
] as const;

export type CheckId = (typeof checkIds)[number];

/** 错误 must be fixed, 疑问 must be fixed or explained, 提示 asks for nothing. */
export type Severity = 'error' | 'warning' | 'info';
