import type { CountyReportAnswer } from '@mingshu/contracts';
import { expect, it } from 'vitest';
import { conclusion } from './conclusion';

const rows = (count: number) => ({ rows: Array.from({ length: count }) }) as unknown as CountyReportAnswer['differs'];
const town = { id: '1', name: '柳河镇' };
const said = (off: number, unknown: number, same: number, more: Partial<CountyReportAnswer> = {}) =>
  conclusion({
    year: 2023,
    scope: '全县',
    report: {} as CountyReportAnswer['report'],
    counted: [town],
    unsigned: [],
    differs: rows(off),
    notAssessable: rows(unknown),
    agrees: rows(same),
    ...more,
  } as CountyReportAnswer);

it('passes only what is whole and signed', () => {
  expect(said(0, 0, 200)).toBe('2023 年度县级报告与 1 个单位之和（全县口径）：200 格全部相符。');
  expect(said(0, 0, 200, { unsigned: [town] })).toContain('暂不作结论');
  expect(said(0, 200, 0)).toBe('2023 年度县级报告与 1 个单位之和（全县口径）：200 格无法核对。');
});
it('counts what differs, what nobody can tell and what agrees for now', () => {
  expect(said(6, 3, 191, { unsigned: [town] })).toContain('6 格不一致，3 格无法核对，191 格暂相符。');
});
it('compares nothing with a report that is not there', () => {
  expect(said(0, 200, 0, { report: null })).toBe('2023 年度（全县口径）计入 1 个单位，没有县级报告可比。');
});
