import { cellFormat, figureAt, isNumber, type CellCode, type Report } from '@mingshu/report-format';
import type { CheckedReport } from './report-check';
import type { LikelyCell, Verdict } from './verdict';

type Broken = Extract<Verdict, { outcome: 'broken' }>;

const bare = (label: string) =>
  label.replace(/^[一二三四五六七八九十]+、|^[（(][一二三四五六七八九十]+[）)]|^\d+\./, '').replace(/（区分处理.*$/, '');
const rowName = (cell: CellCode) => cellFormat(cell).rowLabel.replace(/（区分处理.*$/, '');
const columnName = (cell: CellCode) => cellFormat(cell).columnLabel;
const size = (expected: number, found: number) => (found < expected ? `少 ${expected - found}` : `多 ${found - expected}`);

/** The parts of a sum that are not 0, each with its name; parts that are blank are said to count as nothing. */
function parts({ figures }: Report, cells: readonly CellCode[], name: (cell: CellCode) => string): string {
  const numbers = cells.filter((cell) => isNumber(figureAt(figures, cell)) && figureAt(figures, cell) !== 0);
  const named = numbers.map((cell) => `${name(cell)} ${figureAt(figures, cell)}`).join(' + ');
  const blanks = cells.filter((cell) => !isNumber(figureAt(figures, cell))).length;
  const rest = blanks > 0 ? `（另有 ${blanks} 格未填，按无数计）` : '';
  return `${named === '' ? '各项均为 0' : named}${rest}`;
}

function relation({ report, lastYear }: CheckedReport, { check, cells, expected, found }: Broken): string {
  const last = cells.at(-1)!;
  const value = (cell: CellCode) => figureAt(report.figures, cell);
  switch (check) {
    case 'T3-COL': {
      const [received, carried, settled, out] = cells as [CellCode, CellCode, CellCode, CellCode];
      const shown = (cell: CellCode) => (isNumber(value(cell)) ? value(cell) : '未填');
      return `表三「${columnName(settled)}」列不平衡：${bare(rowName(received))} ${shown(received)} + ${bare(rowName(carried))} ${shown(carried)} = ${expected}，而（七）总计 ${shown(settled)} + ${bare(rowName(out))} ${shown(out)} = ${found}（${size(expected, found)}）。`;
    }
    case 'T3-SUM':
      return `表三「${columnName(last)}」列「${rowName(last)}」行应为 ${expected}，填写 ${found}（${size(expected, found)}）。依据：${parts(report, cells.slice(0, -1), (cell) => bare(rowName(cell)))}。`;
    case 'T3-ROW':
      return `表三「${rowName(last)}」行「${columnName(last)}」列应为 ${expected}，填写 ${found}（${size(expected, found)}）。依据：${parts(report, cells.slice(0, -1), (cell) => columnName(cell).split('·').at(-1)!)}。`;
    case 'T4-SUM':
      return `表四「${rowName(last)}」部分「${columnName(last)}」应为 ${expected}，填写 ${found}（${size(expected, found)}）。依据：${parts(report, cells.slice(0, -1), columnName)}。`;
    case 'YOY-CARRY':
      return `表三「${columnName(last)}」列「${rowName(last)}」行应为 ${expected}，填写 ${found}（${size(expected, found)}）。依据：${lastYear?.year} 年度报告“结转下年度继续办理”为 ${expected}。`;
  }
}

/** The one sentence about a broken rule that screen, letter and workbook print: table, row, column, value, expected value, the sum behind it, and the likely cell. */
export function describeFinding(checked: CheckedReport, broken: Broken, likely?: LikelyCell): string {
  const sentence = relation(checked, broken);
  if (!likely) return sentence;
  const { rowLabel } = cellFormat(likely.cell);
  return `${sentence}最可能是「${rowLabel.replace(/（区分处理.*$/, '')}」行「${columnName(likely.cell)}」列：填写 ${figureAt(checked.report.figures, likely.cell)}，应为 ${likely.value}。`;
}
