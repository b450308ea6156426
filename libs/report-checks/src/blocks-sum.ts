import { disputeCell, editions } from '@mingshu/report-format';
import type { ReportCheck } from './report-check';
import { sumsAgree } from './sums-agree';

const { blocks, columns } = editions['2021'].tables.disputes;

/** T4-SUM: the four results add up to 总计, in every block of table 4. Three tests. */
export const blocksSum: ReportCheck = {
  id: 'T4-SUM',
  judge: ({ report }) =>
    blocks.map(({ code: block }) =>
      sumsAgree(report.figures, {
        check: 'T4-SUM',
        left: columns.filter(({ code }) => code !== 'total').map(({ code }) => disputeCell(block, code)),
        right: [disputeCell(block, 'total')],
        whole: disputeCell(block, 'total'),
      }),
    ),
};
