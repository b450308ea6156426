import { describe, expect, it } from 'vitest';
import { checkFiling } from '../check-filing';
import type { CheckedFiling } from '../checked-filing';
import { zeroFigures, type GivenCells } from '../example-report';
import { findingFingerprint } from '../finding';
import { comparePublished, publicationState } from './publication-state';

const cell = 'requests.new_received.total';
const report = (cells: GivenCells = {}, year = 2024) => ({ year, edition: '2021' as const, figures: zeroFigures('2021', cells) });
const filing = (more: Partial<CheckedFiling>): CheckedFiling => ({
  agencyName: '柳河镇',
  year: 2024,
  today: '2025-03-01',
  handInBy: '2025-01-24',
  publishBy: '2025-01-31',
  handedInOn: '2025-01-20',
  publishedOn: '2025-01-31',
  returns: [],
  ...more,
});
const sentences = (more: Partial<CheckedFiling>) => checkFiling(filing(more)).findings.map(({ sentence }) => sentence);

describe('LATE', () => {
  it('counts calendar days after the date of handing in and of publishing, and nothing on the day itself', () => {
    expect(sentences({})).toEqual([]);
    expect(sentences({ handedInOn: '2025-01-27', publishedOn: '2025-02-03' })).toEqual([
      '柳河镇 2024 年度报告应于 2025年1月24日前报送，实际 2025年1月27日报送，逾期 3 天。',
      '柳河镇 2024 年度报告应于 2025年1月31日前公开，实际 2025年2月3日公开，逾期 3 天。',
    ]);
  });
  it('accuses nobody without a date: a page that prints none, a report put in years later, an agency that is excused', () => {
    expect(checkFiling(filing({ publishedOn: null })).untested).toMatchObject([{ check: 'LATE', why: '没有页面标注的公开日期' }]);
    expect(checkFiling(filing({ handedInOn: 'unknown' })).untested).toMatchObject([
      { check: 'LATE', why: '这份报告是补录的，没有登记报送日期' },
    ]);
    expect(sentences({ handedInOn: null, publishedOn: null, excused: '本年新设' })).toEqual([]);
  });
  it('says more days each day without asking anew what was answered, until the report comes', () => {
    const on = (today: string, handedInOn: string | null) => checkFiling(filing({ today, handedInOn })).findings[0]!;
    const print = (one: ReturnType<typeof on>) => findingFingerprint(one, {});
    expect(on('2025-02-01', null).sentence).not.toBe(on('2025-02-02', null).sentence);
    expect(print(on('2025-02-01', null))).toBe(print(on('2025-02-02', null)));
    expect(print(on('2025-02-02', '2025-02-02'))).not.toBe(print(on('2025-02-02', null)));
  });
});

describe('RETURNED', () => {
  const returned = (correctedOn: string | null) => ({ returns: [{ returnedOn: '2025-02-03', correctBy: '2025-02-10', correctedOn }] });
  it('holds until the day set, then names who is over it and by how much', () => {
    expect(sentences({ ...returned(null), today: '2025-02-10' })).toEqual([]);
    expect(sentences({ ...returned('2025-02-10') })).toEqual([]);
    expect(sentences({ ...returned(null), today: '2025-02-12' })).toEqual([
      '柳河镇 2024 年度报告 2025年2月3日退回，应于 2025年2月10日前改正，至 2025年2月12日尚未重新报送，超过 2 天。',
    ]);
    expect(sentences(returned('2025-02-11'))).toEqual([
      '柳河镇 2024 年度报告 2025年2月3日退回，应于 2025年2月10日前改正，2025年2月11日才重新报送，超过 1 天。',
    ]);
  });
});

describe('PUB-DIFF', () => {
  it('names every cell that differs, and tells a blank from a nought', () => {
    const published = report({ [cell]: 4, 'requests.granted.total': 'blank' });
    expect(checkFiling(filing({ filed: report({ [cell]: 3 }), published })).findings).toMatchObject([
      { check: 'PUB-DIFF', cells: [cell], expected: 3, found: 4 },
      { check: 'PUB-DIFF', cells: ['requests.granted.total'], expected: 0 },
    ]);
  });
  it('cannot tell where the page shows a cell that was not read', () => {
    const { findings, untested } = checkFiling(filing({ filed: report(), published: report({ [cell]: 'unread' }) }));
    expect([findings, untested]).toEqual([[], [{ check: 'PUB-DIFF', count: 1, why: '有的格在备案件或公开页面中没有读到' }]]);
  });
  it('says whose and which report the page is before it compares cells', () => {
    expect(sentences({ filed: report(), published: report({ [cell]: 9 }, 2023) })).toEqual([
      '备案的是 2024 年度报告，公开的是 2023 年度报告。',
    ]);
    expect(sentences({ filed: report(), published: { ...report({ [cell]: 9 }), ofAgency: '东坪镇' } })).toEqual([
      '公开的页面是东坪镇的报告，不是本单位的。',
    ]);
  });
});

describe('a publication', () => {
  const state = (how: 'fetched' | 'registered', published: ReturnType<typeof report> | null, filed = report({ [cell]: 3 })) =>
    publicationState(filed, { how, published });
  it('is the accepted report, another one, or not to be told', () => {
    expect(publicationState(report(), undefined)).toBe('none');
    expect(state('fetched', report({ [cell]: 3 }))).toBe('matches');
    expect(state('fetched', report({ [cell]: 4 }))).toBe('differs');
    expect(state('registered', report({ [cell]: 4 }))).toBe('differs');
    expect(state('fetched', report({ [cell]: 'unread' }))).toBe('partly');
    expect([state('fetched', null), state('registered', null)]).toEqual(['unclear', 'registered']);
  });
  it('is counted cell by cell: 198 the same, one different, one unread', () => {
    const page = report({ [cell]: 4, 'requests.granted.total': 'unread' });
    expect(comparePublished(report({ [cell]: 3 }), page)).toEqual({
      another: null,
      differences: [{ cell, name: '表三「一、本年新收政府信息公开申请数量」行「总计」列', filed: 3, published: 4 }],
      same: 198,
      unread: 1,
    });
    expect(comparePublished(report(), report({}, 2023))).toMatchObject({ another: expect.stringContaining('2023'), same: 0 });
  });
});
