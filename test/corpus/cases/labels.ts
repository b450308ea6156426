import { asDocx, asHtml, asText, cellsUnder, type CorpusCase } from '../corpus-case';
import { changeRows, changeSlots, drawReport, type DrawnReport } from '../drawn-report';
import { textShapes } from '../write-text';

const town = drawReport('清河县财政局', 2024, { seed: 21 });
const older = drawReport('清河县财政局', 2020, { seed: 22 });
const replaced = (report: DrawnReport, words: Record<string, string>) =>
  changeSlots(report, (one) => ({
    ...one,
    text: one.cell ? one.text : Object.entries(words).reduce((text, [from, to]) => text.replace(from, to), one.text),
  }));
const unlabelled = (report: DrawnReport, row: string) =>
  changeRows(report, 3, (slots) => [
    slots.some((one) => one.cell && cellsUnder(report, row).includes(one.cell))
      ? slots.map((one) => (one.cell ? one : { ...one, text: '' }))
      : slots,
  ]);

/** Labels gone wrong (fifth part of the hard cases). */
export const labelCases: readonly CorpusCase[] = [
  asDocx(
    ['labels-with-blanks-inside', '行名', '行名、列名内有空格'],
    replaced(town, { 商业企业: '商业 企业', 行政许可: '行 政 许 可', 总计: '总　计', 规章: '规　　章' }),
  ),
  asDocx(
    ['labels-in-two-paragraphs', '行名', '列名分两段'],
    replaced(town, { 社会公益组织: '社会公益\n组织', 法律服务机构: '法律服\n务机构', 科研机构: '科研\n机构' }),
  ),
  asHtml(['labels-cut', '行名', '表二两列都只剩本年新'], replaced(older, { 本年新制作数量: '本年新', 本年新公开数量: '本年新' }), {
    isDamaged: true,
  }),
  asText(['labels-with-words-missing', '行名', '条款号缺字'], {
    ...town,
    sections: town.sections.map((section) => ({
      ...section,
      parts: section.parts.map((part) => (typeof part === 'string' ? part.replace('第二十条第（', '第二十条（') : part)),
    })),
  }),
  asHtml(['labels-swapped', '行名', '新版表里写规范性文件，钩稽'], replaced(town, { 行政规范性文件: '规范性文件', 勾稽: '钩稽' })),
  asHtml(
    ['labels-with-additions', '行名', '列名加年份、单位和长提示'],
    replaced(town, {
      本年制发件数: '本年（2024）制发件数',
      现行有效件数: '现行有效件数（截至12月31日，单位：件）',
      行政许可: '行政许可（依申请作出的许可决定）',
      总计: '总计（件）',
    }),
  ),
  asText(['label-lost', '行名', '一行行名全失'], unlabelled(town, 'requests.denied.state_secret.')),
  asHtml(['label-lost-in-a-page', '行名', '网页一行行名全失'], unlabelled(town, 'requests.unavailable.needs_creation.')),
  asText(
    ['two-labels-lost', '行名', '相邻两行行名全失'],
    unlabelled(unlabelled(town, 'requests.denied.state_secret.'), 'requests.denied.statute_prohibited.'),
  ),
  asText(
    ['group-labels-lost', '行名', '合并的组名全失'],
    changeSlots(town, (one) => (one.rowspan > 1 && !one.cell ? { ...one, text: '' } : one), 3),
  ),
  asDocx(
    ['labels-without-numbers', '行名', '行名没有序号'],
    changeSlots(
      town,
      (one) => (one.cell ? one : { ...one, text: one.text.replace(/^(?:\d\.|[一二三四五六七]、|（[一二三四五六七]）)/, '') }),
      3,
    ),
  ),
  asHtml(
    ['labels-with-other-numbers', '行名', '行名换成①②'],
    changeSlots(
      town,
      (one) => (one.cell ? one : { ...one, text: one.text.replace(/^(\d)\./, (_, digit: string) => '①②③④⑤⑥⑦⑧'[Number(digit) - 1]!) }),
      3,
    ),
  ),
  asText(
    ['labels-in-paragraphs-without-numbers', '行名', '一格一段，无序号'],
    changeSlots(town, (one) => (one.cell ? one : { ...one, text: one.text.replace(/^\d\./, '') }), 3),
    { shape: textShapes['one-a-paragraph'] },
  ),
];
