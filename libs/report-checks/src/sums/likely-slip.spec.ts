import { requestCell, type CellCode, type Report } from '@mingshu/report-format';
import { describe, expect, it } from 'vitest';
import { exampleReport, zeroFigures } from '../example-report';
import { checkReport } from '../check-report';
import { likelyCell } from './likely-cell';
import { likelySlip, offsettingSentence, slipSentence } from './likely-slip';

type Outcome = 'granted' | 'partial' | 'denied.state_secret';

/** A balanced report with requests of persons and enterprises; each outcome gives both counts. */
function balanced(rows: Partial<Record<Outcome, readonly [person: number, enterprise: number]>>): Report {
  const cells: Partial<Record<CellCode, number>> = {};
  const put = (row: 'new_received' | 'settled' | Outcome, [person, enterprise]: readonly [number, number]) => {
    cells[requestCell(row, 'natural_person')] = person;
    cells[requestCell(row, 'enterprise')] = enterprise;
    cells[requestCell(row, 'total')] = person + enterprise;
  };
  for (const [row, counts] of Object.entries(rows)) put(row as Outcome, counts);
  const sums = Object.values(rows).reduce(([a, b], [c, d]) => [a + c, b + d] as const, [0, 0] as const);
  put('settled', sums);
  put('new_received', sums);
  return { year: 2024, edition: '2021', figures: zeroFigures('2021', cells) };
}
const printing = (report: Report, cells: Partial<Record<CellCode, number | 'blank'>>): Report => ({
  ...report,
  figures: { ...report.figures, ...cells },
});
const [person, enterprise] = ['requests.granted.natural_person', 'requests.granted.enterprise'] as const;

describe('two neighbours', () => {
  it('that stand in each other’s place are both named, with what each should be', () => {
    const report = printing(balanced({ granted: [3, 8] }), { [person]: 8, [enterprise]: 3 });
    expect(likelyCell(report)).toBeUndefined();
    expect(likelySlip(report)).toEqual({ kind: 'swapped', cells: [person, enterprise], values: [3, 8] });
    expect(slipSentence(report, likelySlip(report)!)).toBe(
      '表三「（一）予以公开」行「自然人」列填写 8，表三「（一）予以公开」行「法人或其他组织·商业企业」列填写 3，两格可能填反，应为 3 和 8。',
    );
  });

  it('are found one below the other too', () => {
    const below = 'requests.partial.natural_person';
    const report = printing(balanced({ granted: [3, 1], partial: [8, 2] }), { [person]: 8, [below]: 3 });
    expect(likelySlip(report)).toMatchObject({ kind: 'swapped', cells: [person, below], values: [3, 8] });
    // Without enterprises the two totals may be the swapped ones just as well, so nobody is named.
    expect(likelySlip(printing(balanced({ granted: [3, 0], partial: [8, 0] }), { [person]: 8, [below]: 3 }))).toBeUndefined();
  });

  it('of which one swallowed the other’s digits are torn apart again: 12 and nothing were 1 and 2', () => {
    const report = printing(balanced({ granted: [1, 2] }), { [person]: 12, [enterprise]: 'blank' });
    expect(likelySlip(report)).toEqual({ kind: 'joined', cells: [person, enterprise], values: [1, 2] });
    expect(slipSentence(report, likelySlip(report)!)).toContain('填写 未填，可能把两格的数连成了一格，应为 1 和 2。');
  });

  it('that are one number torn in two are put together again: 1 and 2 were 12', () => {
    const report = printing(balanced({ granted: [12, 0] }), { [person]: 1, [enterprise]: 2 });
    expect(likelySlip(report)).toEqual({ kind: 'split', cells: [person, enterprise], values: [12, 0] });
    expect(slipSentence(report, likelySlip(report)!)).toContain('可能把一个数拆成了两格，应为 12 和 0。');
  });

  it('are never named where one cell explains everything, nor in a report that balances', () => {
    expect(likelySlip(balanced({ granted: [1, 2] }))).toBeUndefined();
    const report = printing(balanced({ granted: [21, 2] }), { [person]: 12 });
    expect(likelyCell(report)).toMatchObject({ cell: person, value: 21 });
    const hints = checkReport({ report }).findings.map(({ sentence }) => sentence);
    expect(hints.join()).not.toContain('填反');
  });
});

describe('two columns off against each other', () => {
  // Swapping the two of 予以公开 or the two of 部分公开 would repair it alike, so no row is named.
  const report = printing(balanced({ granted: [3, 5], partial: [9, 7] }), { [person]: 5, [enterprise]: 3 });

  it('are named where nobody can tell the row', () => {
    expect(likelySlip(report)).toBeUndefined();
    expect(offsettingSentence(report)).toBe('「自然人」列与「法人或其他组织·商业企业」列一多一少，都差 2，可能有一行的数填错了列。');
  });

  it('are said in the finding of the sum, and a pair that can be named is said instead of them', () => {
    const sentences = (one: Report) => checkReport({ ...exampleReport({}), report: one }).findings.map(({ sentence }) => sentence);
    expect(sentences(report).join()).toContain('一多一少，都差 2');
    const swapped = sentences(printing(balanced({ granted: [3, 8] }), { [person]: 8, [enterprise]: 3 })).join();
    expect(swapped).toContain('两格可能填反');
    expect(swapped).not.toContain('一多一少');
  });

  it('that are off by different amounts are not called a pair', () => {
    expect(offsettingSentence(printing(balanced({ granted: [3, 5] }), { [person]: 4, [enterprise]: 2 }))).toBeUndefined();
  });
});
