import { figureAt, isNumber, type CellCode } from '@mingshu/report-format';
import { cellName, offBy } from '../cell-wording';
import type { ReportCheck } from '../checked-report';
import { broken, holds, notAssessable, type Verdict } from '../verdict';
import { predecessorsOf } from './predecessors';

const check = 'YOY-STOCK';

/** YOY-STOCK: what is in force at the year's end is last year's stock and this year's issued less the repealed. A question only: documents lapse too. */
export const stockFollows: ReportCheck = {
  id: check,
  judge: (checked) => {
    const { figures, year } = checked.report;
    const before = predecessorsOf(checked);
    return (['regulation', 'normative_doc'] as const).flatMap((row): Verdict[] => {
      const at = (column: string) => `disclosure.a20_1.${row}.${column}` as CellCode;
      const cells = [at('issued'), at('repealed'), at('in_force')];
      if (before.kind !== 'known') return [notAssessable(check, before.kind === 'unknown' ? before.why : '没有上年报告', cells)];
      if (before.reports.some(({ edition }) => edition !== '2021')) return [notAssessable(check, '上年用的不是 2021 年版格式', cells)];
      const stocks = before.reports.map((report) => figureAt(report.figures, at('in_force')));
      const [issued, repealed, found] = cells.map((cell) => figureAt(figures, cell)) as [unknown, unknown, unknown];
      if (!stocks.every(isNumber)) return [notAssessable(check, '上年现行有效件数没有填数或没有读到', cells)];
      if (typeof issued !== 'number' || typeof repealed !== 'number' || typeof found !== 'number')
        return [notAssessable(check, '本年制发、废止或现行有效没有填数或没有读到', cells)];
      const last = stocks.reduce((sum, stock) => sum + stock, 0);
      const expected = last + issued - repealed;
      if (expected === found) return [holds(check, cells)];
      return [
        broken(check, {
          cells,
          expected,
          found,
          facts: [`上年${last}`],
          sentence: `${cellName(at('in_force'))}应为 ${expected}，填写 ${found}（${offBy(expected, found)}）。依据：${year - 1} 年度现行有效 ${last} + 本年制发 ${issued} − 本年废止 ${repealed}。如因失效、修订等造成，请说明原因。`,
        }),
      ];
    });
  },
};
