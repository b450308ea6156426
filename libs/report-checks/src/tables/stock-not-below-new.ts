import { figureAt, isNumber, type CellCode } from '@mingshu/report-format';
import { cellName } from '../cell-wording';
import type { ReportCheck } from '../checked-report';
import { broken, holds, notAssessable, type Verdict } from '../verdict';

const check = 'T2-SANE';
const rows = ['regulation', 'normative_doc'] as const;

/** T2-SANE: what is in force is at least what was issued this year, where nothing was repealed; in 2019, what stands open at least what was opened. */
export const stockNotBelowNew: ReportCheck = {
  id: check,
  judge: ({ report: { edition, figures } }) =>
    rows.flatMap((row): Verdict[] => {
      const at = (column: string) => `disclosure.a20_1.${row}.${column}` as CellCode;
      const [stock, flow] = edition === '2021' ? [at('in_force'), at('issued')] : [at('open_total'), at('opened')];
      const [whole, part] = [figureAt(figures, stock), figureAt(figures, flow)];
      const repealed = edition === '2021' ? figureAt(figures, at('repealed')) : 0;
      if (!isNumber(whole) || !isNumber(part) || !isNumber(repealed))
        return [notAssessable(check, '存量或新增没有填数或没有读到', [flow, stock])];
      if (repealed > 0 || whole >= part) return [holds(check, [flow, stock])];
      const [name, flowName] = edition === '2021' ? ['现行有效件数', '本年制发'] : ['对外公开总数量', '本年新公开'];
      return [
        broken(check, {
          cells: [flow, stock],
          expected: part,
          found: whole,
          sentence: `${cellName(stock)}填写 ${whole}，少于${flowName} ${part}${edition === '2021' ? '（本年废止 0）' : ''}，${name}至少应为 ${part}。请核实或说明。`,
        }),
      ];
    }),
};
