import { cellsOf, figureAt, isNumber, type CellCode } from '@mingshu/report-format';
import { cellName, offBy } from '../cell-wording';
import type { ReportCheck } from '../checked-report';
import { broken, holds, notAssessable } from '../verdict';
import { predecessorsOf } from './predecessors';

const check = 'YOY-ITEMS19';
const itemCells = cellsOf('2019').filter((cell) => cell.endsWith('.prev_items'));

/** YOY-ITEMS19: last year's items in the report of 2020 are those of 2019 and what 2019 added. Only FY2020 on the 2019 form can be asked. */
export const itemsFollow: ReportCheck = {
  id: check,
  judge: (checked) => {
    const before = predecessorsOf(checked);
    return itemCells.map((cell) => {
      if (before.kind !== 'known') return notAssessable(check, before.kind === 'unknown' ? before.why : '没有上年报告', [cell]);
      const parts = before.reports.flatMap(({ figures }) => [
        figureAt(figures, cell),
        figureAt(figures, cell.replace('.prev_items', '.change') as CellCode),
      ]);
      const found = figureAt(checked.report.figures, cell);
      if (!isNumber(found) || !parts.every(isNumber)) return notAssessable(check, '两年的项目数量没有填数或没有读到', [cell]);
      const expected = parts.reduce((sum, part) => sum + part, 0);
      if (found === expected) return holds(check, [cell]);
      return broken(check, {
        cells: [cell],
        expected,
        found,
        facts: [parts.join(',')],
        sentence: `${cellName(cell)}应为 ${expected}，填写 ${found}（${offBy(expected, found)}）。依据：2019 年度报告“上一年项目数量”与“本年增/减”之和 ${parts.join(' + ').replaceAll('+ -', '− ')}。请核实或说明。`,
      });
    });
  },
};
