import { cellsOf, requestCell, type CellCode, type EditionId, type Figure, type Figures } from '@mingshu/report-format';
import { describe, expect, it } from 'vitest';
import {
  contributions,
  officialSums,
  shareTable,
  trendSentence,
  trendTable,
  valueText,
  type AgencyFigures,
  type YearRoster,
} from './index';

const agencies = [
  { id: 'a', name: '柳河镇', kind: '镇' },
  { id: 'b', name: '石桥街道', kind: '街道' },
  { id: 'c', name: '农业农村局', kind: '部门' },
] as const;
const rosterOf = (year: number): YearRoster => ({ year, agencies });

const report = (agencyId: string, year: number, cells: Partial<Record<CellCode, Figure>>): AgencyFigures => {
  const edition: EditionId = year < 2021 ? '2019' : '2021';
  const figures = { ...Object.fromEntries(cellsOf(edition).map((cell) => [cell, 0])), ...cells } as Figures;
  return { agencyId, year, edition, figures };
};
const received = requestCell('new_received', 'total');

describe('a trend', () => {
  const reports = [
    report('a', 2023, { [received]: 12 }),
    report('b', 2023, { [received]: 20 }),
    report('c', 2023, { [received]: 8 }),
    report('a', 2024, { [received]: 15 }),
    report('b', 2024, { [received]: 30 }),
  ];
  const table = trendTable({
    reports,
    rosters: [rosterOf(2022), rosterOf(2023), rosterOf(2024)],
    breakdown: 'flow',
    years: [2022, 2023, 2024],
  });

  it('adds what was given and names who is missing', () => {
    expect(table.rows.map(({ cells }) => cells[0])).toEqual([
      { value: 'not_filed', given: 0, due: 3 },
      { value: 40, given: 3, due: 3 },
      { value: 45, given: 2, due: 3 },
    ]);
    expect(table.rows[2]).toMatchObject({ filed: 2, due: 3, missing: ['农业农村局'] });
    expect(table.notes).toContain('2024 年度应报 3 家，实报 2 家，缺：农业农村局；该年合计不含缺报单位。');
  });

  it('says in one sentence what changed, and that the last total is partial', () => {
    expect(trendSentence(table)).toBe('2024 年度全县（应报 3 家，实报 2 家）新收申请 45 件，比上年增加 5 件，增长 12.5%。');
  });

  it('says which of its numbers a person gave, and keeps quiet about corrections that are not in it', () => {
    const corrected = (cells: readonly CellCode[]) => [
      { ...report('a', 2024, { [received]: 15 }), corrected: cells },
      report('b', 2024, { [received]: 30 }),
    ];
    const notes = (cells: readonly CellCode[]) =>
      trendTable({ reports: corrected(cells), rosters: [rosterOf(2024)], breakdown: 'flow', years: [2024] }).notes.filter((note) =>
        note.includes('人工更正'),
      );
    expect(notes([received, requestCell('carried_out', 'total')])).toEqual([
      '2024 年度有 2 个数经人工更正（柳河镇 2 个），按更正后的数汇总；原件印的数见单位年报。',
    ]);
    expect(notes(['disputes.review.upheld' as CellCode])).toEqual([]);
  });
  it('limits itself to the kinds and agencies asked', () => {
    const question = { reports, rosters: [rosterOf(2023)], breakdown: 'flow', years: [2023] } as const;
    expect(trendTable({ ...question, kinds: ['镇'] }).rows[0]?.cells[0]).toEqual({ value: 12, given: 1, due: 1 });
    expect(trendTable({ ...question, agencyIds: ['b', 'c'] }).rows[0]?.cells[0]?.value).toBe(28);
  });

  it('breaks down by kind of agency', () => {
    const byKind = trendTable({ reports, rosters: [rosterOf(2023)], breakdown: 'agency_kind', years: [2023] });
    expect(byKind.columns.map(({ heading }, place) => [heading, byKind.rows[0]?.cells[place]?.value])).toEqual([
      ['镇', 12],
      ['乡', 'not_filed'],
      ['街道', 20],
      ['部门', 8],
      ['县政府本级', 'not_filed'],
    ]);
  });

  it('leads every figure to the reports behind it', () => {
    const behind = contributions({ reports, rosters: [rosterOf(2024)], breakdown: 'flow', years: [2024] }, 'new_received', 2024);
    expect(behind.map(({ agency, value, cells }) => [agency.name, value, cells])).toEqual([
      ['柳河镇', 15, [received]],
      ['石桥街道', 30, [received]],
      ['农业农村局', 'not_filed', []],
    ]);
  });
});

describe('figures that are no numbers', () => {
  it.each(['blank', 'not_applicable', 'unread'] as const)('%s adds nothing and never shows as 0', (word) => {
    const rosters = [{ year: 2024, agencies: agencies.slice(0, 1) }];
    const table = trendTable({ reports: [report('a', 2024, { [received]: word })], rosters, breakdown: 'flow', years: [2024] });
    expect(table.rows[0]?.cells[0]).toEqual({ value: word, given: 0, due: 1 });
  });

  it('counts the reports that gave a number', () => {
    const reports = [
      report('a', 2024, { [received]: 7 }),
      report('b', 2024, { [received]: 'blank' }),
      report('c', 2024, { [received]: 0 }),
    ];
    expect(trendTable({ reports, rosters: [rosterOf(2024)], breakdown: 'flow', years: [2024] }).rows[0]?.cells[0]).toEqual({
      value: 7,
      given: 2,
      due: 3,
    });
  });

  it('are written in five different words', () => {
    expect((['blank', 'not_applicable', 'unread', 'not_filed', 'not_comparable'] as const).map((value) => valueText(value))).toEqual([
      '—（未填）',
      '不适用',
      '未读到',
      '未报',
      '不可比',
    ]);
    expect([valueText(0), valueText(1234567), valueText(-3), valueText(12.3456, '万元'), valueText(33.3, '%')]).toEqual([
      '0',
      '1,234,567',
      '−3',
      '12.35',
      '33.3',
    ]);
  });
});

describe('both editions together', () => {
  const reports = [
    report('a', 2020, { 'requests.other.total': 3, 'requests.granted.total': 10 }),
    report('a', 2021, { 'requests.other.no_correction.total': 1, 'requests.other.misc.total': 1, 'requests.granted.total': 12 }),
  ];
  const rosters = [2020, 2021].map((year) => ({ year, agencies: agencies.slice(0, 1) }));

  it('compares the one row （六） of 2019 with the three of 2021 added', () => {
    const table = trendTable({ reports, rosters, breakdown: 'outcome', years: [2020, 2021] });
    const other = table.columns.findIndex(({ code }) => code === 'other');
    expect(table.rows.map(({ cells }) => cells[other]?.value)).toEqual([3, 2]);
  });

  it('marks what 2019 cannot answer as not comparable, not as 0', () => {
    const table = trendTable({ reports, rosters, breakdown: 'disclosure', years: [2020, 2021] });
    expect(table.rows[0]?.cells.at(-1)?.value).toBe('not_comparable');
    expect(table.notes.some((note) => note.includes('行政事业性收费') && note.includes('不可比'))).toBe(true);
  });

  it('fills the official tables with sums, 2019 by comparable cells only', () => {
    const sums = officialSums(reports, '2021', 3);
    expect(sums['requests.granted.total']).toEqual({ value: 22, given: 2, due: 3 });
    expect(sums['requests.other.misc.total']).toEqual({ value: 1, given: 1, due: 3 });
  });
});

describe('what a sentence may not keep quiet about', () => {
  const two = agencies.slice(0, 2);
  const asked = (reports: AgencyFigures[], breakdown: 'flow' | 'outcome' | 'disclosure' | 'disputes', years: number[]) =>
    trendTable({ reports, rosters: years.map((year) => ({ year, agencies: two })), breakdown, years });
  const both = (year: number, cells: Partial<Record<CellCode, Figure>>) => [report('a', year, cells), report('b', year, cells)];

  it('a number of a filed report that was not read: no silent fall from 100 to 50, no share', () => {
    const table = asked(
      [...both(2023, { [received]: 50 }), report('a', 2024, { [received]: 50 }), report('b', 2024, { [received]: 'unread' })],
      'flow',
      [2023, 2024],
    );
    expect(trendSentence(table)).toContain('未读到');
    expect(table.notes).toContain('2024 年度未读到：新收申请 1 家；合计不含未读到的数。');
    const granted = requestCell('granted', 'total');
    const state = requestCell('denied.state_secret', 'total');
    const outcome = asked(
      [report('a', 2023, { [granted]: 50, [state]: 50 }), report('b', 2023, { [granted]: 50, [state]: 'unread' })],
      'outcome',
      [2023],
    );
    expect(shareTable(outcome).rows[0]?.cells[0]?.value).toBe('not_comparable');
  });

  it('the breaks of 2021 and 2024, and a year still without reports', () => {
    const made = 'disclosure.a20_1.normative_doc.made';
    const issued = 'disclosure.a20_1.normative_doc.issued';
    const editions = asked([...both(2020, { [made]: 40 }), ...both(2021, { [issued]: 20 })], 'disclosure', [2020, 2021]);
    expect(trendSentence(editions)).toContain('只宜大致比较');
    const direct = 'disputes.suit_direct.total';
    const suits = asked([...both(2023, { [direct]: 20 }), ...both(2024, { [direct]: 2 })], 'disputes', [2023, 2024]);
    expect(trendSentence(suits)).toContain('不宜直接比较');
    const early = asked([...both(2022, { [received]: 20 }), ...both(2023, { [received]: 20 })], 'flow', [2022, 2023, 2024]);
    expect(trendSentence(early)).toMatch(/^2024 年度尚无报告。2023 年度/);
  });
});

describe('shares', () => {
  it('are per cent of the row, and left out where the base is small', () => {
    const [granted, partial] = [requestCell('granted', 'total'), requestCell('partial', 'total')];
    const reports = [report('a', 2023, { [granted]: 30, [partial]: 10 }), report('a', 2024, { [granted]: 3, [partial]: 1 })];
    const rosters = [2023, 2024].map((year) => ({ year, agencies: agencies.slice(0, 1) }));
    const shares = shareTable(trendTable({ reports, rosters, breakdown: 'outcome', years: [2023, 2024] }));
    expect(shares.rows[0]?.cells.slice(0, 2).map(({ value }) => value)).toEqual([75, 25]);
    expect(shares.rows[1]?.cells[0]?.value).toBe('not_comparable');
    expect(shares.notes).toContain('2024 年度合计 4 件，基数小，只列件数，不列占比。');
  });
});

it('adds fees as whole 分, so that 0.1 + 0.2 is 0.3', () => {
  const fee = 'disclosure.a20_8.admin_fee.fee_amount';
  const reports = [report('a', 2024, { [fee]: 0.1 }), report('b', 2024, { [fee]: 0.2 }), report('c', 2024, { [fee]: 12.345678 })];
  expect(officialSums(reports, '2021', 3)[fee]?.value).toBe(12.645678);
});
