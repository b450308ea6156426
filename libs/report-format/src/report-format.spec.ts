import { describe, expect, it } from 'vitest';
import {
  cellFormat,
  cellTitle,
  cellsIn,
  cellsOf,
  comparableIn2019,
  editionForYear,
  editions,
  figureGaps,
  requestCell,
  type CellCode,
} from './index';

describe('the form as data', () => {
  it('has 10 + 175 + 15 cells in the 2021 edition and 22 + 161 + 15 in the 2019 edition', () => {
    const count = (edition: '2019' | '2021') =>
      ['disclosure', 'requests', 'disputes'].map((table) => cellsOf(edition).filter((cell) => cellFormat(cell).table === table).length);
    expect(count('2021')).toEqual([10, 175, 15]);
    expect(count('2019')).toEqual([22, 161, 15]);
  });

  it('names every cell once', () => {
    for (const edition of ['2019', '2021'] as const) expect(new Set(cellsOf(edition)).size).toBe(cellsOf(edition).length);
  });

  it('says a cell in official words', () => {
    expect(cellTitle('requests.new_received.org_other')).toBe('表三「一、本年新收政府信息公开申请数量」行「法人或其他组织·其他」列');
    expect(cellFormat('disclosure.a20_8.admin_fee.fee_amount')).toMatchObject({ unit: '万元', kind: 'amount' });
  });

  it('does not compile a mistyped cell code', () => {
    // @ts-expect-error the row is called new_received
    const cell: CellCode = 'requests.newly_received.total';
    expect(() => cellFormat(cell)).toThrow(RangeError);
  });

  it('keeps the six sections under the same numbers in both editions', () => {
    expect(editions['2019'].sections.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(editions['2021'].sections.map(({ title }) => title)).toEqual(editions['2019'].sections.map(({ title }) => title));
  });

  it('knows which edition a year is reported on', () => {
    expect([2018, 2019, 2020, 2021, 2025].map(editionForYear)).toEqual([undefined, '2019', '2019', '2021', '2021']);
  });
});

describe('comparing 2019 with 2021', () => {
  it('compares all of table 3 but the parts of the row that was split', () => {
    expect(comparableIn2019('requests.granted.total').comparison).toBe('same');
    expect(comparableIn2019('requests.other.misc.total').comparison).toBe('none');
  });

  it('answers the three rows under （六） together with the single row of 2019', () => {
    const asked = (['other.no_correction', 'other.unpaid_fee', 'other.misc'] as const).map((row) => requestCell(row, 'total'));
    expect(cellsIn('2019', asked)).toEqual(['requests.other.total']);
    expect(cellsIn('2019', asked.slice(1))).toBeUndefined();
  });

  it('gives 新制作 for 制发 as roughly the same and nothing for 现行有效', () => {
    expect(comparableIn2019('disclosure.a20_1.normative_doc.issued')).toMatchObject({
      comparison: 'roughly',
      cells: ['disclosure.a20_1.normative_doc.made'],
    });
    expect(cellsIn('2019', ['disclosure.a20_1.normative_doc.in_force'])).toBeUndefined();
  });

  it('has a counterpart for every dispute cell', () => {
    for (const cell of cellsOf('2021').filter((code) => code.startsWith('disputes.'))) expect(cellsIn('2019', [cell])).toEqual([cell]);
  });
});

describe('figures', () => {
  it('finds cells that are missing and cells of another edition', () => {
    const gaps = figureGaps('2021', { 'requests.other.total': 3 });
    expect(gaps.missing).toHaveLength(200);
    expect(gaps.foreign).toEqual(['requests.other.total']);
  });
});
