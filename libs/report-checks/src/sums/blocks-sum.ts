import { disputeCell, editions } from '@mingshu/report-format';
import { cellName, columnName, offBy, sumParts } from '../cell-wording';
import type { ReportCheck } from '../checked-report';
import { sumsAgree } from './sums-agree';

const { blocks, columns } = editions['2021'].tables.disputes;

/** T4-SUM: the four results add up to 总计, in every block of table 4. Three tests. */
export const blocksSum: ReportCheck = {
  id: 'T4-SUM',
  judge: ({ report: { figures } }) =>
    blocks.map(({ code: block }) => {
      const parts = columns.filter(({ code }) => code !== 'total').map(({ code }) => disputeCell(block, code));
      const whole = disputeCell(block, 'total');
      return sumsAgree(figures, {
        check: 'T4-SUM',
        left: parts,
        right: [whole],
        whole,
        describe: (expected, found) =>
          `${cellName(whole)}应为 ${expected}，填写 ${found}（${offBy(expected, found)}）。依据：${sumParts(figures, parts, columnName)}。`,
      });
    }),
};
