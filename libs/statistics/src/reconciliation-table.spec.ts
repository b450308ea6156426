import { expect, it } from 'vitest';
import { reconciliationTable, type ReconciledLine } from './reconciliation-table';

const coverage = { filed: 18, due: 19, missing: ['民政局'] };
const rowOf = (line: Partial<ReconciledLine>) =>
  reconciliationTable(
    '不一致',
    [{ cell: 'disclosure.a20_8.admin_fee.fee_amount', heading: '收费', given: 18, isAssessable: true, ...line }],
    coverage,
    [],
  ).rows[0]!;
const values = (line: Partial<ReconciledLine>) => rowOf(line).cells.map(({ value }) => value);

it('takes the sum from the report to the 分, and says in what it is measured', () => {
  expect(rowOf({ reported: 0.3, sum: 0.1 })).toMatchObject({ unit: '万元', filed: 18, due: 19, missing: ['民政局'] });
  expect(values({ reported: 0.3, sum: 0.1 })).toEqual([0.3, 0.1, 0.2]);
});

it('gives no difference where nobody can tell, though both numbers are there', () => {
  expect(values({ reported: 7, sum: 7, isAssessable: false })).toEqual([7, 7, 'not_assessable']);
});

it('never turns what is not printed into 0', () => {
  expect(values({ sum: 7, isAssessable: false })).toEqual(['not_filed', 7, 'not_assessable']);
  expect(values({ reported: 'blank', isAssessable: false })).toEqual(['blank', 'blank', 'not_assessable']);
});
