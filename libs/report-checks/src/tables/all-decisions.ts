import { figureAt, isNumber, type CellCode } from '@mingshu/report-format';
import { cellName } from '../cell-wording';
import type { ReportCheck } from '../checked-report';
import { countNumbers, indexOfMark } from '../prose/numbers';
import { partNames, quoteAt, sentencesOf } from '../prose/plain';
import { broken, holds, notAssessable, type Verdict } from '../verdict';

const check = 'T2-ALLDEC';
const rows = {
  行政许可: 'disclosure.a20_5.licence',
  行政处罚: 'disclosure.a20_6.penalty',
  行政强制: 'disclosure.a20_6.compulsion',
} as const;
const published = /(行政许可|行政处罚|行政强制)(?:类|事项|决定|结果)?信息(?:共|计|共计)?([\uE000-\uF8FF])/gu;

/** The number of published items stands as the number of decisions. It may be chance, so it is a hint only. */
function publishedAsDecisions({ report, text }: Parameters<ReportCheck['judge']>[0]): Verdict[] {
  if (!text) return [];
  return sentencesOf(text, ['1']).flatMap((sentence) => {
    const counted = countNumbers(sentence.text);
    return [...counted.masked.matchAll(published)].flatMap((match): Verdict[] => {
      const number = counted.numbers[indexOfMark(match[2]!)]!;
      const cell = `${rows[match[1] as keyof typeof rows]}.decisions` as CellCode;
      const found = figureAt(report.figures, cell);
      if (!isNumber(found) || number.value === 0) return [];
      if (number.value !== found) return [holds(check, [cell])];
      const claim = quoteAt(text, sentence.section, sentence.start + counted.places[match.index]!, sentence.start + number.end);
      return [
        broken(check, {
          cells: [cell],
          subject: cell,
          found,
          claim,
          sentence: `${partNames[sentence.section]}“${claim.quote}”，${cellName(cell)}也填 ${found}。处理决定数量应包括已公开和依法不公开的全部决定，请核对是否只填了公开的条数。`,
        }),
      ];
    });
  });
}

/** On the 2019 form, decisions that equal last year's items and the change: an item count was entered. Asked only where two rows do it at once. */
function itemsAsDecisions({ report: { edition, figures } }: Parameters<ReportCheck['judge']>[0]): Verdict[] {
  if (edition !== '2019') return [];
  const cells = [...Object.values(rows), 'disclosure.a20_5.other_service'].filter((row) => {
    const [items, change, decisions] = ['prev_items', 'change', 'decisions'].map((column) =>
      figureAt(figures, `${row}.${column}` as CellCode),
    );
    return isNumber(items) && isNumber(change) && isNumber(decisions) && items > 0 && change !== 0 && decisions === items + change;
  });
  if (cells.length < 2) return [];
  const decisions = cells.map((row) => `${row}.decisions` as CellCode);
  return [
    broken(check, {
      cells: decisions,
      subject: 'items',
      sentence: `${decisions.map(cellName).join('、')}都等于上一年项目数量加本年增/减，可能把项目数量填成了处理决定数量，请核对。`,
    }),
  ];
}

/** T2-ALLDEC: decisions are all decisions of the year, not the items published and not the items offered. */
export const allDecisions: ReportCheck = {
  id: check,
  judge: (checked) => {
    const found = [...publishedAsDecisions(checked), ...itemsAsDecisions(checked)];
    if (found.length > 0) return found;
    const decisions = Object.values(rows).map((row) => `${row}.decisions` as CellCode);
    return decisions.every((cell) => isNumber(figureAt(checked.report.figures, cell)))
      ? [holds(check, decisions)]
      : [notAssessable(check, '处理决定数量没有填数或没有读到', decisions)];
  },
};
