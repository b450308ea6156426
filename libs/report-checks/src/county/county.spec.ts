import { describe, expect, it } from 'vitest';
import { checkCounty } from '../check-county';
import type { CheckedCounty, CountyMember } from '../checked-county';
import { zeroFigures, type GivenCells } from '../example-report';
import { partsOf, reconcile } from './reconciliation';

const member = (name: string, kind: CountyMember['kind'], cells?: GivenCells): CountyMember => ({
  agencyId: name,
  name,
  kind,
  ...(cells ? { report: { year: 2024, edition: '2021', figures: zeroFigures('2021', cells) } } : {}),
});
const fee = 'disclosure.a20_8.admin_fee.fee_amount';
const licences = 'disclosure.a20_5.licence.decisions';
const county = (members: readonly CountyMember[], more: Partial<CheckedCounty> = {}): CheckedCounty => ({
  name: '清河县',
  year: 2024,
  edition: '2021',
  members,
  ...more,
});
const published = (scope: '全县' | '仅乡镇', cells: GivenCells) => ({
  scope,
  report: { year: 2024, edition: '2021' as const, figures: zeroFigures('2021', cells) },
});
const members = [
  member('柳河镇', '镇', { [licences]: 3, [fee]: 0.1 }),
  member('教育局', '部门', { [licences]: 4, [fee]: 0.2 }),
  member('县政府办公室', '县政府本级', {}),
];
const about = (asked: CheckedCounty, check: string) =>
  checkCounty(asked).verdicts.filter((one) => one.check === check && one.cells.includes(licences));

describe('the county’s own report', () => {
  it('agrees with the agencies of its scope, and each scope has its own', () => {
    expect(about(county(members, { published: published('全县', { [licences]: 7, [fee]: 0.3 }) }), 'AGG-PUB')).toMatchObject([
      { outcome: 'holds' },
    ]);
    expect(about(county(members, { published: published('仅乡镇', { [licences]: 3 }) }), 'AGG-PUB')).toMatchObject([{ outcome: 'holds' }]);
    const [off] = about(county(members, { published: published('全县', { [licences]: 9 }) }), 'AGG-PUB');
    expect((off as { sentence: string }).sentence).toBe(
      '县级公布报告（全县口径）表二「行政许可」行「本年处理决定数量」列为 9，3 个单位之和为 7（多 2）。依据：教育局 4 + 柳河镇 3 = 7。',
    );
  });
  it('is never passed with a report missing, though the figures happen to match', () => {
    const partial = county([...members, member('东坪镇', '镇')], { published: published('全县', { [licences]: 7 }) });
    expect(about(partial, 'AGG-PUB')).toMatchObject([{ outcome: 'not_assessable', why: '缺东坪镇的报告，合计不完整' }]);
    expect(
      checkCounty(partial)
        .findings.filter(({ check }) => check === 'AGG-COVER')
        .map(({ subject }) => subject),
    ).toEqual(['东坪镇']);
  });
  it('needs the government’s own office among the agencies', () => {
    expect(about(county(members.slice(0, 2), { published: published('全县', { [licences]: 7 }) }), 'AGG-PUB')).toMatchObject([
      { outcome: 'not_assessable' },
    ]);
  });
});

describe('county totals', () => {
  it('are the sums, money without noise of fractions', () => {
    const sums = zeroFigures('2021', { [licences]: 7, [fee]: 0.3 });
    expect(checkCounty(county(members, { totals: sums })).findings.filter(({ check }) => check === 'AGG-SUM')).toEqual([]);
  });
  it('name who left a total empty, since what it prints beside it does not add up', () => {
    const [whole, empty] = [
      { 'disputes.review.upheld': 2, 'disputes.review.total': 2 },
      { 'disputes.review.upheld': 1, 'disputes.review.total': 'blank' as const },
    ];
    const gap = [member('柳河镇', '镇', whole), member('东坪镇', '镇', empty)];
    const sums = zeroFigures('2021', { 'disputes.review.upheld': 3, 'disputes.review.total': 2 });
    expect(checkCounty(county(gap, { totals: sums })).findings.map(({ sentence }) => sentence)).toEqual([
      '汇总数不平衡：表四「行政复议」部分「总计」应为 3，填写 2（少 1）。依据：结果维持 3。东坪镇这里有空格，请先补全。',
    ]);
  });
  it('blame nobody but the agency whose own report breaks the same relation', () => {
    const off = [member('柳河镇', '镇', { 'disputes.review.upheld': 1, 'disputes.review.total': 2 })];
    const { findings, untested } = checkCounty(
      county(off, { totals: zeroFigures('2021', { 'disputes.review.upheld': 1, 'disputes.review.total': 2 }) }),
    );
    expect([findings, untested]).toEqual([[], [{ check: 'AGG-SUM', count: 1, why: '有单位的报告自身不平衡，汇总数随之不平衡' }]]);
  });
  it('cannot be tested where an agency’s cell was not read', () => {
    const unread = [...members, member('东坪镇', '镇', { [licences]: 'unread' })];
    expect(about(county(unread, { totals: zeroFigures('2021', { [licences]: 7 }) }), 'AGG-SUM')).toMatchObject([
      { outcome: 'not_assessable' },
    ]);
  });
});

describe('the county’s report beside its agencies', () => {
  const lines = (asked: CheckedCounty, scope: '全县' | '仅乡镇') => reconcile(asked, scope).find(({ cell }) => cell === licences);
  it('differs, agrees or cannot be told, by the scope that is asked', () => {
    const asked = county(members, { published: published('全县', { [licences]: 9, [fee]: 0.3 }) });
    expect(lines(asked, '全县')).toEqual({ cell: licences, reported: 9, sum: 7, given: 3, state: 'differs' });
    expect(lines(asked, '仅乡镇')).toEqual({ cell: licences, reported: 9, sum: 3, given: 1, state: 'differs' });
    expect(reconcile(asked, '全县').find(({ cell }) => cell === fee)).toMatchObject({ sum: 0.3, state: 'agrees' });
  });
  it('is passed in no cell while an agency is missing or its cell unread, and says which', () => {
    const partial = county([...members, member('东坪镇', '镇')], { published: published('全县', { [licences]: 7 }) });
    expect(new Set(reconcile(partial, '全县').map(({ state, why }) => `${state} ${why}`))).toEqual(
      new Set(['not_assessable 缺东坪镇的报告，合计不完整']),
    );
    const unread = county([...members, member('东坪镇', '镇', { [licences]: 'unread' })], {
      published: published('全县', { [licences]: 7 }),
    });
    expect(lines(unread, '全县')).toMatchObject({ sum: 7, state: 'not_assessable', why: '东坪镇的这一格没有读到或不可比' });
  });
  it('is not held against agencies that all left the cell empty, nor without a report of its own', () => {
    const empty = county([member('县政府办公室', '县政府本级', { [licences]: 'blank' })], { published: published('全县', {}) });
    expect(lines(empty, '全县')).toMatchObject({ state: 'not_assessable', why: '没有单位在这一格填数' });
    expect(lines(empty, '全县')).not.toHaveProperty('sum');
    expect(lines(county(members), '全县')).toEqual({ cell: licences, sum: 7, given: 3, state: 'not_assessable', why: '没有县级报告' });
  });
  it('leads to each agency of the scope and what it prints', () => {
    expect(
      partsOf(county([...members, member('东坪镇', '镇')]), '仅乡镇', licences).map(({ member: one, figure }) => [one.name, figure]),
    ).toEqual([
      ['柳河镇', 3],
      ['东坪镇', undefined],
    ]);
  });
});
