import { cellFormat, figureAt, isNumber, type CellCode, type Figure, type TableCode } from '@mingshu/report-format';
import { cellName } from '../cell-wording';
import type { CheckedReport, ReportCheck } from '../checked-report';
import { broken, holds, notAssessable, type Verdict } from '../verdict';
import { cellsOfTable, tableNames } from './blanks';

const check = 'NUM-FORMAT';

/** Whether a figure is what its column may hold: whole numbers from 0, signed whole numbers, or money from 0. */
function fits(cell: CellCode, figure: number): boolean {
  const { kind } = cellFormat(cell);
  return (kind === 'signed' || figure >= 0) && (kind === 'amount' || Number.isInteger(figure));
}

/** What is printed in a cell that is no proper number, `undefined` where it is one or nobody can say whose fault it is. */
function misprint({ reading }: CheckedReport, cell: CellCode, figure: Figure): string | undefined {
  const kept = reading?.figures[cell];
  const printed = kept && 'printed' in kept ? kept.printed?.trim() : undefined;
  if (isNumber(figure)) return fits(cell, figure) ? undefined : (printed ?? String(figure));
  if (figure === 'not_applicable') return printed === undefined || printed === '' ? '/' : printed;
  const isWords = figure === 'unread' && printed !== undefined && /\p{Script=Han}{2,}/u.test(printed) && !/\d/.test(printed);
  return isWords ? printed : undefined;
}

/** NUM-FORMAT: counts are whole numbers from 0. Said once for a table with the first cells by name. */
export const numberFormat: ReportCheck = {
  id: check,
  judge: (checked) => {
    const { edition, figures } = checked.report;
    return (['disclosure', 'requests', 'disputes'] as const satisfies readonly TableCode[]).map((table): Verdict => {
      const cells = cellsOfTable(edition, table);
      const wrong = cells.flatMap((cell) => {
        const printed = misprint(checked, cell, figureAt(figures, cell));
        return printed === undefined ? [] : [{ cell, printed }];
      });
      if (wrong.length > 0) {
        const named = wrong.slice(0, 3).map(({ cell, printed }) => `${cellName(cell)}填写“${printed}”`);
        return broken(check, {
          cells: wrong.map(({ cell }) => cell),
          subject: table,
          facts: wrong.map(({ cell, printed }) => `${cell}=${printed}`),
          sentence: `${named.join('，')}${wrong.length > 3 ? `，${tableNames[table]}共 ${wrong.length} 格如此` : ''}。应填不小于 0 的整数，没有发生的填 0。`,
        });
      }
      return cells.every((cell) => figureAt(figures, cell) === 'unread')
        ? notAssessable(check, `没有读到${tableNames[table]}`)
        : holds(check);
    });
  },
};
