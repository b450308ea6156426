import { valueText, type StatTable } from '@mingshu/statistics';
import { writeXlsx } from 'hucre';
import { withoutClock } from './same-bytes';
import { sheetOf, type Slot } from './sheet';

export interface WorkbookFrame {
  readonly title: string;
  /** The generated sentence or other lines under the title. */
  readonly lead?: string;
}

const shown = (value: StatTable['rows'][number]['cells'][number]['value']) => (typeof value === 'number' ? value : valueText(value));
const numberFormat = (unit: string) => (unit === '万元' ? '#,##0.00####' : unit === '%' ? '0.0' : '#,##0');

/** The table as an office prints it: title, merged headers, borders, coverage at the right, notes below. */
function officialSheet(table: StatTable, { title, lead }: WorkbookFrame, name: string) {
  const width = table.columns.length + 3;
  const hasGroups = table.columns.some(({ group }) => group);
  const headerRows = hasGroups ? 2 : 1;
  const top = lead ? 2 : 1;
  const slots: Slot[] = [{ row: 0, column: 0, value: title, style: 'title', colspan: width }];
  if (lead) slots.push({ row: 1, column: 0, value: lead, style: 'note', colspan: width });
  slots.push({ row: top, column: 0, value: table.rowHeading, style: 'header', rowspan: headerRows });
  table.columns.forEach(({ group, heading, unit }, place) => {
    const text = unit === '' ? heading : `${heading}（${unit}）`;
    const column = place + 1;
    if (!group) slots.push({ row: top, column, value: text, style: 'header', rowspan: headerRows });
    else {
      const isFirst = table.columns[place - 1]?.group !== group;
      const size = table.columns.slice(place).findIndex((one) => one.group !== group);
      if (isFirst) slots.push({ row: top, column, value: group, style: 'header', colspan: size < 0 ? table.columns.length - place : size });
      slots.push({ row: top + 1, column, value: text, style: 'header' });
    }
  });
  ['应报', '实报'].forEach((text, place) =>
    slots.push({ row: top, column: table.columns.length + 1 + place, value: text, style: 'header', rowspan: headerRows }),
  );
  const first = top + headerRows;
  table.rows.forEach((row, index) => {
    slots.push({ row: first + index, column: 0, value: row.heading, style: 'label' });
    row.cells.forEach(({ value }, place) =>
      slots.push({
        row: first + index,
        column: place + 1,
        value: shown(value),
        style: 'figure',
        format: numberFormat(row.unit ?? table.columns[place]!.unit),
      }),
    );
    [row.due, row.filed].forEach((value, place) =>
      slots.push({ row: first + index, column: table.columns.length + 1 + place, value, style: 'figure' }),
    );
  });
  table.notes.forEach((note, index) =>
    slots.push({ row: first + table.rows.length + index, column: 0, value: `注${index + 1}：${note}`, style: 'note', colspan: width }),
  );
  return sheetOf(slots, {
    name,
    widths: [Math.min(60, Math.max(12, ...table.rows.map(({ heading }) => heading.length * 1.6))), ...table.columns.map(() => 16), 8, 8, 4],
    frozen: { rows: first, columns: 1 },
    titleRows: [top + 1, first],
  });
}

/** One value a line, for people who work on with it: no merges, what is no number says why. */
function tidySheet(tables: readonly StatTable[]) {
  const head = ['表', '年度或单位', '指标', '计量单位', '值', '值状态', '给数单位数', '应报单位数'];
  const lines = tables.flatMap((table) =>
    table.rows.flatMap((row) =>
      row.cells.map(({ value, given, due }, place) => {
        const { group, heading, unit } = table.columns[place]!;
        const isNumber = typeof value === 'number';
        return [
          table.title,
          row.heading,
          `${group ? `${group}·` : ''}${heading}`,
          row.unit ?? unit,
          isNumber ? value : null,
          isNumber ? '数值' : valueText(value),
          given,
          due,
        ];
      }),
    ),
  );
  const slots = [head, ...lines].flatMap((line, row) => line.map((value, column): Slot => ({ row, column, value, style: 'plain' })));
  return sheetOf(slots, { name: '数据', widths: [18, 12, 28, 10, 12, 14, 12, 12], frozen: { rows: 1, columns: 0 } });
}

function scopeSheet(tables: readonly StatTable[]) {
  const fixed = [
    '“0”是报告中印出的零；“—（未填）”是空格；“不适用”是报告中的“/”“—”“无”；“未读到”是未能从文件读出；“未报”是没有报告；“不可比”是该年格式没有同口径的数；“无法核对”是有单位缺报或有格没有读到，不能断定。',
    '合计只加印出的数；“给数单位数”是实际给出数字的报告份数，少于“应报单位数”时为不完全合计。',
  ];
  const lines = [...fixed, ...new Set(tables.flatMap(({ notes }) => notes))];
  const slots = lines.map((value, row): Slot => ({ row, column: 0, value, style: 'note' }));
  return sheetOf(slots, { name: '口径', widths: [120] });
}

/** Statistical tables as one workbook: each as an office prints it, then tidy data, then what the numbers mean. Same tables, same bytes. */
export async function writeStatWorkbook(tables: readonly StatTable[], frame: WorkbookFrame): Promise<Uint8Array> {
  const sheets = tables.map((table, index) =>
    officialSheet(table, index === 0 ? frame : { title: table.title }, index === 0 ? '汇总表' : table.title.slice(0, 28)),
  );
  return withoutClock(await writeXlsx({ sheets: [...sheets, tidySheet(tables), scopeSheet(tables)] }));
}
