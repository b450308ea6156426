import type { CellCode, Figure } from '@mingshu/report-format';
import { asDocx, asHtml, asPdf, asText, cellsUnder, type CorpusCase } from '../corpus-case';
import { changeRows, changeSlots, drawReport, slot, withFigures } from '../drawn-report';
import { textShapes } from '../write-text';

const town = drawReport('清河县柳河镇人民政府', 2024, { seed: 31 });
const older = drawReport('清河县柳河镇人民政府', 2020, { seed: 32 });

/** The town's report with other prints in some cells, and what these mean. */
export function printing(report: typeof town, prints: Record<string, readonly [string, Figure]>) {
  const drawn = changeSlots(report, (one) => (one.cell && prints[one.cell] ? { ...one, text: prints[one.cell]![0] } : one));
  return {
    ...drawn,
    figures: withFigures(report.figures, Object.fromEntries(Object.entries(prints).map(([cell, [, figure]]) => [cell, figure]))),
  };
}

export const odd = printing(town, {
  'requests.granted.natural_person': [' 0', 0],
  'requests.granted.enterprise': ['5（其中修订2件）', 5],
  'requests.granted.research': ['18（含自然失效 4 件）', 18],
  'requests.granted.public_welfare': ['/', 'not_applicable'],
  'requests.granted.legal_service': ['—', 'not_applicable'],
  'requests.granted.org_other': ['', 'blank'],
  'requests.granted.total': ['本年未制作', 'unread'],
  'requests.settled.natural_person': ['1,089', 1089],
  'requests.settled.enterprise': ['1.5', 'unread'],
  'requests.settled.research': ['-', 'not_applicable'],
  'requests.settled.public_welfare': ['-3', 'unread'],
  'requests.settled.legal_service': ['１２', 12],
  'requests.settled.org_other': ['3件', 3],
  'disclosure.a20_8.admin_fee.fee_amount': ['70000元', 7],
});
const signed = printing(older, {
  'disclosure.a20_5.licence.change': ['+12', 12],
  'disclosure.a20_5.other_service.change': ['-3', -3],
  'disclosure.a20_6.penalty.change': ['减少2', -2],
  'disclosure.a20_6.compulsion.change': ['增加4', 4],
});
const fee = (print: string, figure: Figure) => printing(town, { 'disclosure.a20_8.admin_fee.fee_amount': [print, figure] });
const row = (cell: string) => cellsUnder(town, cell);
const splitTen = changeRows(printing(town, { 'requests.granted.natural_person': ['10', 10] }), 3, (slots) => [
  slots.flatMap((one) => (one.cell === 'requests.granted.natural_person' ? [slot('1'), slot('0')] : [one])),
]);
const joined = changeRows(town, 3, (slots) => [
  slots.flatMap((one) => {
    if (one.cell === ('requests.granted.enterprise' as CellCode)) return [];
    return one.cell === 'requests.granted.natural_person'
      ? [slot(`${town.figures['requests.granted.natural_person']}${town.figures['requests.granted.enterprise']}`)]
      : [one];
  }),
]);

/** What stands in the cells (sixth part of the hard cases). */
export const cellValueCases: readonly CorpusCase[] = [
  asHtml(['odd-values', '格内数值', '注释、单位、横线、空白、文字、小数'], odd),
  asDocx(['odd-values-in-word', '格内数值', 'Word：注释、单位、横线、空白、文字、小数'], odd),
  asText(['odd-values-in-pipes', '格内数值', '竖线文本：注释、单位、横线、空白'], odd, { shape: textShapes.pipes }),
  asPdf(['odd-values-in-pdf', '格内数值', 'PDF：注释、单位、横线、空白'], odd),
  asHtml(['signed-changes', '格内数值', '旧版增减列的正负号'], signed),
  asText(['signed-changes-in-text', '格内数值', '旧版增减列，文本'], signed),
  asHtml(['fee-with-six-decimals', '格内数值', '收费金额六位小数'], fee('0.123456', 0.123456)),
  asHtml(['fee-with-unit', '格内数值', '收费金额带万元'], fee('1,234.5万元', 1234.5)),
  asText(['fee-in-yuan', '格内数值', '收费金额以元计'], fee('35,000 元', 3.5)),
  asText(['number-split-in-two', '格内数值', '10 拆成 1 和 0'], splitTen, { isDamaged: true, mayBeUnread: row('requests.granted.') }),
  asHtml(['number-split-in-two-in-a-page', '格内数值', '网页中 10 拆成两格'], splitTen, {
    isDamaged: true,
    mayBeUnread: row('requests.granted.'),
  }),
  asText(['numbers-joined', '格内数值', '两个数粘成一个'], joined, {
    isDamaged: true,
    mayBeUnread: row('requests.granted.'),
    shape: textShapes.spaces,
  }),
  asHtml(['numbers-joined-in-a-page', '格内数值', '网页中两格粘成一格'], joined, {
    isDamaged: true,
    mayBeUnread: row('requests.granted.'),
  }),
  asText(['page-number-between-rows', '格内数值', '-3- 夹在行间'], town, {
    change: (text) => text.replace('（五）不予处理', '-3-\n（五）不予处理'),
  }),
  asDocx(
    ['words-for-nothing', '格内数值', '无、不适用'],
    printing(town, {
      'disclosure.a20_1.regulation.issued': ['无', 'not_applicable'],
      'disclosure.a20_1.regulation.repealed': ['不适用', 'not_applicable'],
    }),
  ),
  asText(['signed-changes-in-paragraphs', '格内数值', '旧版增减列，一格一段'], signed, { shape: textShapes['one-a-paragraph'] }),
  asHtml(
    ['two-numbers-in-one-cell', '格内数值', '一格里有两个数或脚注号'],
    printing(town, {
      'requests.granted.natural_person': ['3 5', 'unread'],
      'requests.granted.enterprise': ['5①', 'unread'],
      'requests.granted.research': ['007', 'unread'],
    }),
  ),
];
