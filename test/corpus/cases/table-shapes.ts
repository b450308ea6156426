import { asDocx, asHtml, asPdf, asText, cellsUnder, type CorpusCase } from '../corpus-case';
import {
  changeParts,
  changeRows,
  changeSlots,
  drawReport,
  isTable,
  slot,
  withFigures,
  type DrawnReport,
  type DrawnTable,
} from '../drawn-report';
import { htmlStyles } from '../write-html';
import { textShapes } from '../write-text';

const town = drawReport('清河县双塔乡人民政府', 2024, { seed: 12 });
const older = drawReport('清河县双塔乡人民政府', 2019, { seed: 13 });
const lastYear = drawReport('清河县双塔乡人民政府', 2023, { seed: 44 });
const { tabs } = textShapes;
const tableOf = (report: DrawnReport, section: number) => report.sections[section - 1]!.parts.filter(isTable) as DrawnTable[];
const isZeroRow = (cells: readonly string[]) => cells.every((cell) => cell === '0');
const figuresOnly = (fields: readonly string[]) => fields.filter((field) => /^\d/.test(field));

const zeros = drawReport('清河县双塔乡人民政府', 2024, {
  figures: Object.fromEntries(Object.keys(town.figures).map((cell) => [cell, 0])),
});
const few = drawReport('清河县双塔乡人民政府', 2024, {
  figures: {
    ...Object.fromEntries(Object.keys(town.figures).map((cell) => [cell, cell.startsWith('disputes.') ? 2 : 0])),
    'requests.new_received.natural_person': 12,
    'requests.new_received.total': 12,
  },
});

/** Cells that the document no longer prints. */
const unreadIn = (report: DrawnReport, prefix: string) =>
  Object.fromEntries(cellsUnder(report, prefix).map((cell) => [cell, 'unread' as const]));

/** Cells in the rows of table 3 that a change touches. */
const blank = (cells: readonly string[]) => ({
  figures: Object.fromEntries(cells.map((cell) => [cell, 'blank' as const])),
});

const withBlanks = drawReport('清河县双塔乡人民政府', 2024, {
  seed: 12,
  ...blank(cellsUnder(town, 'requests.').filter((cell) => /\.(enterprise|research|public_welfare|legal_service|org_other)$/.test(cell))),
});
const someBlank = drawReport('清河县双塔乡人民政府', 2024, {
  seed: 12,
  ...blank(['requests.granted.research', 'requests.settled.legal_service', 'disclosure.a20_1.regulation.repealed']),
});

export const cutTable = (report: DrawnReport, at: number, between: readonly string[], repeatsHeader: boolean): DrawnReport =>
  changeParts(report, (part, section) => {
    if (!isTable(part) || section !== 3) return part;
    const header = part.rows.slice(0, 3);
    const rows = part.rows.slice(at);
    return [{ ...part, rows: part.rows.slice(0, at) }, ...between, { ...part, rows: repeatsHeader ? [...header, ...rows] : rows }];
  });

/** Tables in shapes that mislead (fourth part of the hard cases). */
export const tableShapeCases: readonly CorpusCase[] = [
  asText(['all-zeros-glued', '表格形状', '行名与数字粘连，全为零'], zeros, {
    shape: (table) =>
      table.rows.map((slots) => {
        const texts = slots.map(({ text }) => text);
        return isZeroRow(figuresOnly(texts)) && texts.some((text) => !/^\d/.test(text)) ? texts.join('') : texts.join(' ');
      }),
    mayBeUnread: cellsUnder(zeros, ''),
  }),
  asText(['glued-and-not-zero', '表格形状', '行名与数字粘连，分不开'], town, {
    isDamaged: true,
    shape: (table) => table.rows.map((slots) => slots.map(({ text }) => text).join('')),
    mayBeUnread: cellsUnder(town, ''),
  }),
  asText(['header-in-name-order', '表格形状', '表头次序与数字次序不同'], town, {
    shape: (table) =>
      tabs(table).map((line) =>
        line.includes('商业') ? '自然人\t法人或其他组织\t总计\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他' : line,
      ),
  }),
  asText(['disputes-header-in-pieces', '表格形状', '表四表头拆成碎块'], town, {
    isDamaged: true,
    change: (text) =>
      text
        .replace(/结果维持\t结果纠正.*\n/, '结果\t结果\t其他\t尚未\t总\n维持\t纠正\t结果\t审结\t计\n')
        .replace(/\t*结果维持\t结果纠正.*\n/, ''),
  }),
  asText(['disputes-header-one-character-a-line', '表格形状', '表四表头一字一行'], few, {
    isDamaged: true,
    change: (text) =>
      text.replace(/行政复议\t[^\n]*\n[^\n]*\n[^\n]*\n/, `行政复议\n行政诉讼\n${[...'结果维持结果纠正其他结果尚未审结总计'].join('\n')}\n`),
  }),
  asText(['disputes-without-header', '表格形状', '表四没有表头，只有十五个数'], town, {
    isDamaged: true,
    mayBeUnread: cellsUnder(town, 'disputes.'),
    change: (text) => text.replace(/行政复议\t[^\n]*\n[^\n]*\n[^\n]*\n/, ''),
  }),
  asHtml(
    ['disputes-header-above-the-table', '表格形状', '表四表头排在表格外，表里只有十五个数'],
    changeParts(town, (part, section) =>
      isTable(part) && section === 4
        ? [...part.rows.slice(0, -1).map((slots) => slots.map(({ text }) => text).join('')), { ...part, rows: part.rows.slice(-1) }]
        : part,
    ),
  ),
  asText(['disputes-three-lines', '表格形状', '表四分三行印'], town, {
    shape: (table) => {
      if (table.columns !== 15) return tabs(table);
      const texts = table.rows.at(-1)!.map(({ text }) => text);
      return [
        '\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计',
        ...['行政复议', '未经复议直接起诉', '复议后起诉'].map((name, place) => [name, ...texts.slice(place * 5, place * 5 + 5)].join('\t')),
      ];
    },
  }),
  asText(['last-row-cut-from-its-figures', '表格形状', '行名在前一页，数字在后一页'], town, {
    change: (text) => text.replace(/四、结转下年度继续办理\t*/, '四、结转下年度继续办理\n- 4 -\n\n'),
  }),
  asText(['header-again-after-the-page', '表格形状', '换页后表头重印'], cutTable(town, 12, ['- 3 -'], true)),
  asHtml(['two-tables-for-one', '表格形状', '表三被分成两张表'], cutTable(town, 12, [], false), { isDamaged: true }),
  asHtml(['two-tables-for-one-with-header', '表格形状', '表三被分成两张表，表头重印'], cutTable(town, 14, ['（续表）'], true), {
    isDamaged: true,
  }),
  asDocx(['two-word-tables-for-one', '表格形状', 'Word 中表三分成两张表'], cutTable(older, 13, [], false), { isDamaged: true }),
  asText(['labels-one-character-a-line', '表格形状', '左侧纵排的三、本年度办理结果'], town, {
    change: (text) => text.replace('三、本年度办理结果\t', `${[...'三、本年度办理结果'].join('\n')}\n\t`),
  }),
  asHtml(
    ['labels-with-breaks', '表格形状', '网页左侧纵排'],
    changeSlots(town, (one) => (one.rowspan > 5 ? { ...one, text: [...one.text].join('\n') } : one)),
  ),
  asHtml(['last-years-table-beside', '表格形状', '另附上年的表三作对比'], {
    ...town,
    sections: town.sections.map((section, place) =>
      place === 2
        ? { ...section, parts: ['2024年申请情况', ...tableOf(town, 3), '2023年申请情况（对比）', ...tableOf(lastYear, 3)] }
        : section,
    ),
  }),
  asText(
    ['last-years-table-unnamed', '表格形状', '两张表三，未写年份'],
    {
      ...town,
      sections: town.sections.map((section, place) =>
        place === 2 ? { ...section, parts: [...tableOf(town, 3), '对比表', ...tableOf(lastYear, 3)] } : section,
      ),
    },
    { isDamaged: true, mayBeUnread: cellsUnder(town, 'requests.') },
  ),
  asText(['whole-page-in-pipes', '表格形状', '整页在一张版式表里，竖线包围正文'], town, {
    shape: textShapes.pipes,
    change: (text) =>
      text
        .split('\n')
        .map((line) => (line.startsWith('|') || line === '' ? line : `| | | | ${line} | | | | | | |`))
        .join('\n'),
  }),
  asHtml(
    ['subtotal-column', '表格形状', '多出一个小计列'],
    changeSlots(
      changeRows(town, 3, (slots, row) => [
        row === 1
          ? slots.map((one) => (one.colspan === 5 ? { ...one, colspan: 6 } : one))
          : row === 2
            ? [...slots, slot('小计')]
            : slots.some(({ cell }) => cell)
              ? [...slots.slice(0, -1), slot('7'), slots.at(-1)!]
              : slots,
      ]),
      (one, row) => (row === 0 && one.colspan === 7 ? { ...one, colspan: 8 } : one),
      3,
    ),
  ),
  asHtml(
    ['extra-row-in-table-two', '表格形状', '表二多一行'],
    changeRows(town, 2, (slots) => (slots[0]!.text === '行政许可' ? [slots, [slot('行政确认'), slot('88', 3)]] : [slots])),
  ),
  asText(
    ['extra-row-in-table-three', '表格形状', '表三（三）后多一行小计'],
    changeRows(town, 3, (slots) =>
      slots.some(({ cell }) => cell?.startsWith('requests.unavailable.not_held.'))
        ? [[slot('（三）小计', 2), ...['9', '9', '9', '9', '9', '9', '54'].map((text) => slot(text))], slots]
        : [slots],
    ),
  ),
  asHtml(['organisation-columns-blank', '表格形状', '法人各列空白'], withBlanks),
  asText(['organisation-columns-blank-in-tabs', '表格形状', '法人各列空白，制表符文本'], withBlanks),
  asText(['organisation-columns-blank-in-pipes', '表格形状', '法人各列空白，竖线文本'], withBlanks, { shape: textShapes.pipes }),
  asText(['organisation-columns-blank-in-paragraphs', '表格形状', '法人各列空白，一格一段'], withBlanks, {
    isDamaged: true,
    shape: textShapes['one-a-paragraph'],
    mayBeUnread: cellsUnder(withBlanks, 'requests.'),
  }),
  asDocx(['single-cells-blank', '表格形状', '个别格空白'], someBlank),
  asPdf(['single-cells-blank-in-a-pdf', '表格形状', 'PDF 个别格空白'], someBlank),
  asPdf(['single-cells-blank-without-lines', '表格形状', '无线框 PDF 个别格空白'], someBlank, {
    style: 'no-lines',
    isDamaged: true,
    mayBeUnread: cellsUnder(town, 'requests.granted.', 'requests.settled.', 'disclosure.a20_1.regulation.'),
  }),
  asText(['single-cells-blank-in-spaces', '表格形状', '空格分隔，个别格空白'], someBlank, {
    isDamaged: true,
    shape: textShapes.spaces,
    mayBeUnread: cellsUnder(town, 'requests.granted.', 'requests.settled.', 'disclosure.a20_1.regulation.'),
  }),
  asText(['single-cells-blank-in-tabs', '表格形状', '制表符，个别格空白'], someBlank),
  asText(
    ['rows-dropped', '表格形状', '丢了两行'],
    changeRows(town, 3, (slots) =>
      slots.some(({ cell }) => cell?.startsWith('requests.partial.') || cell?.startsWith('requests.declined.duplicate.')) ? [] : [slots],
    ),
    { isDamaged: true, mayBeUnread: cellsUnder(town, 'requests.partial.', 'requests.declined.duplicate.') },
  ),
  asHtml(
    ['table-three-sideways', '表格形状', '表三行列互换'],
    changeParts(town, (part, section) => {
      if (!isTable(part) || section !== 3) return part;
      const figures = part.rows.slice(3).map((slots) => slots.slice(-7).map(({ text }) => text));
      const labels = part.rows.slice(3).map((slots) => slots.at(-8)!.text);
      const columns = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
      return {
        columns: figures.length + 1,
        rows: [
          [slot(''), ...labels.map((text) => slot(text))],
          ...columns.map((name, column) => [slot(name), ...figures.map((row) => slot(row[column]!))]),
        ],
      };
    }),
    { isDamaged: true, mayBeUnread: cellsUnder(town, 'requests.') },
  ),
  asHtml(
    ['table-two-in-one-grid', '表格形状', '表二四块印在一张表里'],
    changeParts(town, (part, section) => {
      if (section !== 2) return part;
      const tables = tableOf(town, 2);
      if (!isTable(part)) return part === '第二十条第（一）项' ? part : [];
      return part === tables[0]
        ? {
            columns: 4,
            rows: tables.flatMap(({ rows }, place) => [
              ...(place ? [[slot(['', '第二十条第（五）项', '第二十条第（六）项', '第二十条第（八）项'][place]!, 4)]] : []),
              ...rows,
            ]),
          }
        : [];
    }),
    { style: htmlStyles['line-breaks'] },
  ),
  asText(
    ['sentences-in-place-of-table-two', '表格形状', '表二缺失，正文有行政许可 12 件'],
    changeParts({ ...town, figures: withFigures(town.figures, unreadIn(town, 'disclosure.')) }, (part, section) =>
      section !== 2 ? part : isTable(part) ? [] : '行政许可 12 件，行政处罚 3 件，行政强制 0 件。',
    ),
  ),
  asHtml(
    ['another-table-that-counts-penalties', '表格形状', '表二缺失，另有一张执法统计表'],
    changeParts({ ...town, figures: withFigures(town.figures, unreadIn(town, 'disclosure.')) }, (part, section) => {
      if (section !== 2) return part;
      return isTable(part)
        ? []
        : {
            columns: 2,
            rows: [
              [slot('执法类别'), slot('件数')],
              [slot('行政处罚'), slot('31')],
              [slot('行政强制'), slot('4')],
            ],
          };
    }),
  ),
  asText(
    ['row-printed-twice-with-other-figures', '表格形状', '同一行印两次且数字不同'],
    changeRows({ ...town, figures: withFigures(town.figures, unreadIn(town, 'requests.partial.')) }, 3, (slots) =>
      slots.some(({ cell }) => cell?.startsWith('requests.partial.'))
        ? [slots, slots.map((one) => (one.cell ? slot(String(Number(one.text) + 1)) : one))]
        : [slots],
    ),
    { isDamaged: true },
  ),
  asText(
    ['neighbours-swapped', '表格形状', '相邻两行印颠倒'],
    changeParts(town, (part, section) => {
      if (!isTable(part) || section !== 3) return part;
      const at = part.rows.findIndex((slots) => slots.some(({ cell }) => cell?.startsWith('requests.denied.enforcement_file.')));
      return { ...part, rows: [...part.rows.slice(0, at), part.rows[at + 1]!, part.rows[at]!, ...part.rows.slice(at + 2)] };
    }),
    { isDamaged: true, mayBeUnread: cellsUnder(town, 'requests.denied.enforcement_file.', 'requests.denied.admin_query.') },
  ),
  asHtml(
    ['remarks-column-in-table-two', '表格形状', '表二多出备注列'],
    changeParts(town, (part, section) =>
      isTable(part) && section === 2
        ? { columns: part.columns + 1, rows: part.rows.map((slots, row) => [...slots, slot(row === 0 ? '备注' : '7')]) }
        : part,
    ),
  ),
];
