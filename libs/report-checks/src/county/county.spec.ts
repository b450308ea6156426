import { describe, expect, it } from 'vitest';
import { checkCounty } from '../check-county';
import type { CheckedCounty, CountyMember } from '../checked-county';
import { zeroFigures, type GivenCells } from '../example-report';

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
  it('cannot be tested where an agency’s cell was not read', () => {
    const unread = [...members, member('东坪镇', '镇', { [licences]: 'unread' })];
    expect(about(county(unread, { totals: zeroFigures('2021', { [licences]: 7 }) }), 'AGG-SUM')).toMatchObject([
      { outcome: 'not_assessable' },
    ]);
  });
});
