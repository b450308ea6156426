import { cellsOf, type CellCode } from '@mingshu/report-format';
import type { Chance } from './chance';
import {
  cellsOfRow,
  changeTables,
  doubtful,
  isTable,
  knowing,
  lost,
  type Part,
  type PrintedReport,
  type PrintedRow,
  type PrintedSlot,
  type PrintedTable,
} from './printed-report';

/** One damage done to a printed report; the truth changes with it. */
export type Damage = (report: PrintedReport, chance: Chance) => PrintedReport;

const figureRows = (report: PrintedReport, section: 2 | 3 | 4): PrintedRow[] =>
  report.sections
    .flatMap(({ parts }) => parts)
    .flatMap((part) => (isTable(part) && part.section === section ? part.rows : []))
    .filter((row) => row.some(({ cell }) => cell));

const anySection = (chance: Chance) => chance.of([2, 3, 3, 3, 3, 4] as const);

const nameOf = (row: PrintedRow) => row.findLast(({ kind }) => kind === 'label')?.text ?? '';

/** Whether a row is printed again with other figures: the second print alone would look like the row itself. */
const hasTwin = (report: PrintedReport, section: 2 | 3 | 4, row: PrintedRow): boolean =>
  report.sections
    .flatMap(({ parts }) => parts)
    .some(
      (part) =>
        isTable(part) &&
        part.section === section &&
        part.rows.some((other) => cellsOfRow(other).length === 0 && nameOf(row) !== '' && nameOf(other) === nameOf(row)),
    );

const isWhole = ({ edition }: PrintedReport, section: 2 | 3 | 4, row: PrintedRow) => {
  const [first] = cellsOfRow(row);
  const wanted = cellsOf(edition).filter(
    (cell) => cell.slice(0, cell.lastIndexOf('.')) === first!.slice(0, first!.lastIndexOf('.')),
  ).length;
  return row.filter(({ kind }) => kind === 'figure').length === (section === 4 ? 15 : wanted);
};

const hasBlank = (row: PrintedRow) => row.some(({ kind, text }) => kind === 'figure' && text === '');

/** Changes one row of figures; `cells` are those it holds. */
function onRow(
  change: (row: PrintedRow, chance: Chance) => readonly PrintedRow[],
  known: (report: PrintedReport, before: PrintedRow, after: readonly PrintedRow[]) => PrintedReport = (report) => report,
  sections: (chance: Chance) => 2 | 3 | 4 = anySection,
): Damage {
  return (report, chance) => {
    const section = sections(chance);
    // A row damaged twice in its cells may come out whole again, and nobody could tell; nor is a row gone that is printed twice.
    const all = figureRows(report, section);
    const isOnce = (row: PrintedRow) => all.filter((other) => cellsOfRow(other)[0] === cellsOfRow(row)[0]).length === 1;
    const rows = all.filter((row) => isWhole(report, section, row) && isOnce(row) && !hasTwin(report, section, row));
    if (rows.length === 0) return report;
    const target = chance.of(rows);
    const after = change(target, chance);
    const changed = changeTables(report, section, (table) => ({
      ...table,
      rows: table.rows.flatMap((row) => (row === target ? after : [row])),
    }));
    return known(changed, target, after);
  };
}

const onTables =
  (section: 2 | 3 | 4, change: (table: PrintedTable, chance: Chance) => readonly Part[]): Damage =>
  (report, chance) =>
    changeTables(report, section, (table) => change(table, chance));

const withText = (row: PrintedRow, which: (slot: PrintedSlot) => boolean, text: (slot: PrintedSlot) => string): PrintedRow =>
  row.map((slot) => (which(slot) ? { ...slot, text: text(slot) } : slot));

const withoutHeader = ({ rows }: PrintedTable) => rows.filter((row) => !row.every(({ kind }) => kind === 'header'));
const isLabel = ({ kind }: PrintedSlot) => kind === 'label';
const plain = (text: string): PrintedSlot => ({ kind: 'figure', text, rowspan: 1, colspan: 1 });
const wholeRowDoubtful = (report: PrintedReport, before: PrintedRow) => knowing(report, cellsOfRow(before), doubtful);
const garbled = (text: string, share: number, chance: Chance) =>
  [...text].map((character) => (chance.isOne(share) ? chance.of(['', '□', '?', '的']) : character)).join('');

/** Cells changed to another print that means something else or the same. */
const printing =
  (count: number, print: (text: string, chance: Chance) => string | undefined, means?: 'blank' | 'not_applicable'): Damage =>
  (report, chance) => {
    const section = anySection(chance);
    // A blank leaves no trace in some texts: beside a figure too many it would make the row whole again.
    const slots = figureRows(report, section)
      .filter((row) => means !== 'blank' || isWhole(report, section, row))
      .flat()
      .filter(({ cell }) => cell);
    const prints = new Map<CellCode, string>();
    for (let turn = 0; turn < count && slots.length > 0; turn += 1) {
      const { cell, text } = chance.of(slots);
      const changed = /^\d+$/.test(text) ? print(text, chance) : undefined;
      if (changed !== undefined) prints.set(cell!, changed);
    }
    const changed = changeTables(report, section, (table) => ({
      ...table,
      rows: table.rows.map((row) =>
        row.map((slot) => (slot.cell && prints.has(slot.cell) ? { ...slot, text: prints.get(slot.cell)! } : slot)),
      ),
    }));
    return means ? knowing(changed, [...prints.keys()], (known) => ({ ...known, figure: means })) : changed;
  };

const noises = [
  '- 3 -',
  '— 12 —',
  '第 4 页',
  '第5页 共9页',
  '4 / 9',
  '打印本页 关闭窗口',
  '发布日期：2025-01-16 浏览次数：318',
  '（续表）',
  '全年共办结行政许可 12 件，行政处罚 7 件。',
  '扫一扫在手机打开当前页',
];

/** Puts a line between two rows of a table, which parts it in two. */
const noiseBetween =
  (lines: (chance: Chance, table: PrintedTable) => readonly Part[]): Damage =>
  (report, chance) => {
    const section = chance.of([3, 3, 3, 2] as const);
    return changeTables(report, section, (table) => {
      const first = table.rows.findIndex((row) => row.some(({ cell }) => cell));
      if (table.rows.length - first < 3) return table;
      const at = first + 1 + chance.below(table.rows.length - first - 1);
      return [{ ...table, rows: table.rows.slice(0, at) }, ...lines(chance, table), { ...table, rows: table.rows.slice(at) }];
    });
  };

/** Turns the figures of another year into a table of the same kind. */
const otherYear = (table: PrintedTable, chance: Chance): PrintedTable => ({
  ...table,
  rows: table.rows.map((row) => row.map((slot) => (slot.cell ? { ...slot, cell: undefined, text: String(chance.below(40) + 1) } : slot))),
});

export const damages = {
  'row dropped': onRow(
    () => [],
    (report, row) => knowing(report, cellsOfRow(row), lost),
  ),
  'label blanked': onRow((row) => [withText(row, isLabel, () => '')], wholeRowDoubtful),
  'label garbled': onRow((row, chance) => [withText(row, isLabel, ({ text }) => garbled(text, 0.25, chance))], wholeRowDoubtful),
  'label cut': onRow((row, chance) => [withText(row, isLabel, ({ text }) => text.slice(0, 3 + chance.below(6)))], wholeRowDoubtful),
  'every label loses characters': (report, chance) => {
    const damaged = changeTables(report, 3, (table) => ({
      ...table,
      rows: table.rows.map((row) => withText(row, isLabel, ({ text }) => garbled(text, 0.12, chance))),
    }));
    return damaged;
  },
  'blanks inside labels': onTables(3, (table) => [
    { ...table, rows: table.rows.map((row) => withText(row, isLabel, ({ text }) => text.replaceAll(/(?<=.{4})(?=.)/g, '　'))) },
  ]),
  'labels broken over lines': onTables(3, (table, chance) => [
    {
      ...table,
      rows: table.rows.map((row) =>
        withText(row, isLabel, ({ text }) => {
          const at = 4 + chance.below(8);
          return text.length > at + 2 ? `${text.slice(0, at)}\n${text.slice(at)}` : text;
        }),
      ),
    },
  ]),
  'vertical label at the left': onTables(3, (table) => [
    {
      ...table,
      rows: table.rows.map((row) =>
        withText(
          row,
          ({ rowspan }) => rowspan > 5,
          ({ text }) => [...text].join('\n'),
        ),
      ),
    },
  ]),
  'header in the order of names': onTables(3, (table) => {
    const names = ['自然人', '法人或其他组织', '总计', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'];
    return [names.join('\n'), { ...table, rows: withoutHeader(table) }];
  }),
  'header lost': onTables(3, (table) => [{ ...table, rows: withoutHeader(table) }]),
  'numbering lost': onTables(3, (table) => [
    {
      ...table,
      rows: table.rows.map((row) =>
        withText(row, isLabel, ({ text }) => text.replace(/^(?:\d\.|[一二三四五六七]、|（[一二三四五六七]）)/, '')),
      ),
    },
  ]),
  'column of remarks in table two': onTables(2, (table) => [
    {
      ...table,
      columns: table.columns + 1,
      rows: table.rows.map((row) => [
        ...row,
        { kind: row[0]!.kind === 'header' ? 'header' : 'label', text: row[0]!.kind === 'header' ? '备注' : '', rowspan: 1, colspan: 1 },
      ]),
    },
  ]),
  'number split in two': onRow((row, chance) => {
    const long = row.filter(({ cell, text }) => cell && /^\d{2,}$/.test(text));
    if (long.length === 0 || hasBlank(row)) return [row];
    const target = chance.of(long);
    return [row.flatMap((slot) => (slot === target ? [plain(slot.text.slice(0, 1)), plain(slot.text.slice(1))] : [slot]))];
  }, wholeRowDoubtful),
  'two numbers joined': onRow(
    (row, chance) => {
      const at = row.findIndex(({ cell }) => cell) + chance.below(row.filter(({ cell }) => cell).length - 1);
      const [one, other] = [row[at], row[at + 1]];
      if (!one?.cell || !other?.cell) return [row];
      return [[...row.slice(0, at), { ...one, text: one.text + other.text }, ...row.slice(at + 2)]];
    },
    (report, before, [after]) => (before.length === after?.length ? report : knowing(report, cellsOfRow(before), doubtful)),
  ),
  'cell lost': onRow(
    (row, chance) => {
      const at = row.findIndex(({ cell }) => cell) + chance.below(row.filter(({ cell }) => cell).length);
      return [row.filter((_, place) => place !== at)];
    },
    (report, before, [after]) => {
      const gone = cellsOfRow(before).filter((cell) => !cellsOfRow(after!).includes(cell));
      return knowing(knowing(report, cellsOfRow(before), doubtful), gone, lost);
    },
  ),
  'cell too many': onRow((row, chance) => {
    if (hasBlank(row)) return [row];
    const at = row.findIndex(({ cell }) => cell) + chance.below(row.filter(({ cell }) => cell).length);
    return [[...row.slice(0, at), plain(chance.of(['0', '3', row[at]?.text ?? '1'])), ...row.slice(at)]];
  }, wholeRowDoubtful),
  'row twice': onRow((row) => [row, row.map((slot) => ({ ...slot, rowspan: 1 }))]),
  // Not a row of one figure: blanked or lost besides, its first print leaves no trace in text.
  'row twice with other figures': onRow(
    (row, chance) => {
      if (cellsOfRow(row).length < 2) return [row];
      const numberIn = (text: string) => Number(text.normalize('NFKC').replaceAll(/[^\d.]/g, ''));
      const other = (slot: PrintedSlot) => (slot.cell ? String(numberIn(slot.text) + 1 + chance.below(5)) : slot.text);
      return [row, row.map((slot) => ({ ...slot, rowspan: 1, text: other(slot), cell: undefined }))];
    },
    (report, row, after) => (after.length === 2 ? knowing(report, cellsOfRow(row), lost) : report),
    (chance) => chance.of([2, 3] as const),
  ),
  'neighbours swapped': (report, chance) => {
    const rows = figureRows(report, 3);
    const at = chance.below(rows.length - 1);
    const [one, other] = [rows[at], rows[at + 1]];
    if (!one || !other) return report;
    const single = (row: PrintedRow) => row.map((slot) => ({ ...slot, rowspan: 1 }));
    return wholeRowDoubtful(
      wholeRowDoubtful(
        changeTables(report, 3, (table) => ({
          ...table,
          rows: table.rows.flatMap((row) => (row === one ? [single(other), single(one)] : row === other ? [] : [row])),
        })),
        one,
      ),
      other,
    );
  },
  'some cells blank': printing(5, () => '', 'blank'),
  'some cells not applicable': printing(5, (_, chance) => chance.of(['/', '—', '-', '无', '不适用', '／']), 'not_applicable'),
  'notes behind numbers': printing(3, (text, chance) => `${text}${chance.of(['（含上年结转2件）', '（其中修订3件）', ' （1件为补正）'])}`),
  'units behind numbers': printing(6, (text) => `${text}件`),
  'thousands marks': printing(30, (text, chance) =>
    text.length > 3 ? `${text.slice(0, -3)}${chance.of([',', '，'])}${text.slice(-3)}` : undefined,
  ),
  'full-width digits': printing(60, (text) => [...text].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('')),
  'blanks around numbers': printing(20, (text) => ` ${text}\u00a0`),
  'whole columns blank': (report) => {
    const cells = Object.keys(report.truth).filter((cell) =>
      /^requests\..*\.(enterprise|research|public_welfare|legal_service|org_other)$/.test(cell),
    ) as CellCode[];
    const blanked = changeTables(report, 3, (table) => ({
      ...table,
      rows: table.rows.map((row) =>
        withText(
          row,
          ({ cell }) => cell !== undefined && cells.includes(cell),
          () => '',
        ),
      ),
    }));
    return knowing(blanked, cells, (known) => (known.figure === 'unread' ? known : { ...known, figure: 'blank' }));
  },
  'line between rows': noiseBetween((chance) => [chance.of(noises)]),
  'page break with header again': noiseBetween((_, table) => [
    '- 4 -',
    { ...table, rows: table.rows.filter((row) => !row.some(({ cell }) => cell)).slice(0, 3) },
  ]),
  'table cut': (report, chance) => {
    const rows = figureRows(report, 3);
    const kept = 8 + chance.below(Math.max(1, rows.length - 8));
    const gone = rows.slice(kept).flatMap(cellsOfRow);
    return knowing(
      changeTables(report, 3, (table) => ({
        ...table,
        rows: table.rows.filter((row) => !cellsOfRow(row).some((cell) => gone.includes(cell))),
      })),
      gone,
      lost,
    );
  },
  'subtotal row': onRow(
    (row) => [[{ kind: 'label', text: '小计', rowspan: 1, colspan: 2 }, ...row.filter(({ cell }) => cell).map(() => plain('9'))], row],
    undefined,
    () => 3,
  ),
  'foreign row in table two': onRow(
    (row) => [[{ kind: 'label', text: '行政确认', rowspan: 1, colspan: 1 }, plain('88')], row],
    undefined,
    () => 2,
  ),
  'table of last year first': (report, chance) =>
    changeTables(report, 3, (table) => [`${report.year - 1}年申请情况`, otherYear(table, chance), `${report.year}年申请情况`, table]),
  'two tables without a year': (report, chance) =>
    knowing(
      changeTables(report, 3, (table) => [table, '对比表', otherYear(table, chance)]),
      Object.keys(report.truth).filter((cell) => cell.startsWith('requests.')) as CellCode[],
      lost,
    ),
  'table missing': (report, chance) => {
    const section = chance.of([2, 3, 4] as const);
    const prefix = ['disclosure.', 'requests.', 'disputes.'][section - 2]!;
    const prose = [
      '（图片）',
      '行政许可 12 件，行政处罚 3 件，行政强制 0 件。',
      '本年新收政府信息公开申请 14 件，予以公开 9 件，部分公开 2 件。',
      '行政复议 2 件，结果维持 1 件，结果纠正 0 件，其他结果 0 件，尚未审结 1 件，总计 2 件；行政诉讼 0 件。',
    ];
    return knowing(
      changeTables(report, section, () => [chance.of(prose)]),
      Object.keys(report.truth).filter((cell) => cell.startsWith(prefix)) as CellCode[],
      lost,
    );
  },
} satisfies Record<string, Damage>;

export type DamageName = keyof typeof damages;
export const damageNames = Object.keys(damages) as DamageName[];
