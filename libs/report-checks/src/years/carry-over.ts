import { figureAt, isNumber, requestCell, type CellCode } from '@mingshu/report-format';
import { cellName, offBy } from '../cell-wording';
import type { CheckedReport, ReportCheck } from '../checked-report';
import { applicants } from '../form-rows';
import type { Verdict } from '../verdict';
import { predecessorsOf, type Predecessors } from './predecessors';

const check = 'YOY-CARRY';

function judgeCell(checked: CheckedReport, before: Extract<Predecessors, { kind: 'known' }>, cell: CellCode, source: CellCode): Verdict {
  const found = figureAt(checked.report.figures, cell);
  const carried = before.reports.map(({ figures }) => figureAt(figures, source));
  if (!isNumber(found)) return { check, outcome: 'not_assessable', cells: [cell], why: '本年“上年结转”没有填数或没有读到' };
  if (!carried.every(isNumber))
    return { check, outcome: 'not_assessable', cells: [cell], why: '上年“结转下年度继续办理”没有填数或没有读到' };
  const expected = carried.reduce((sum, figure) => sum + figure, 0);
  if (found === expected) return { check, outcome: 'holds', cells: [cell] };
  const year = checked.report.year - 1;
  const basis =
    before.names.length === 0
      ? `${year} 年度报告“结转下年度继续办理”为 ${expected}`
      : `前身${before.names.map((name, place) => `${name} ${carried[place]}`).join(' + ')}，${year} 年度“结转下年度继续办理”合计 ${expected}`;
  return {
    check,
    outcome: 'broken',
    cells: [cell],
    expected,
    found,
    facts: [`${year}:${carried.join('+')}`],
    sentence: `${cellName(cell)}应为 ${expected}，填写 ${found}（${offBy(expected, found)}）。依据：${basis}。`,
  };
}

/**
 * YOY-CARRY: what is carried in equals what last year's report carried out, for every kind of applicant; merged and renamed agencies are held against
 * the sum of their predecessors. Seven tests where last year's report is known. A report of 2019 has no usable predecessor, so it is not asked.
 */
export const carryOver: ReportCheck = {
  id: check,
  judge: (checked) => {
    const before = predecessorsOf(checked);
    if (checked.report.year <= 2019) return [];
    const cells = applicants.map((applicant) => requestCell('carried_in', applicant));
    if (before.kind !== 'known')
      return cells.map((cell): Verdict => ({
        check,
        outcome: 'not_assessable',
        cells: [cell],
        why: before.kind === 'unknown' ? before.why : '没有上年报告',
      }));
    return applicants.map((applicant, place) => judgeCell(checked, before, cells[place]!, requestCell('carried_out', applicant)));
  },
};
