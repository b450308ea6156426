import type { Finding } from '@mingshu/report-checks';
import {
  cellFormat,
  cellsOf,
  editions,
  figureAt,
  officialTableLayout,
  slotColumns,
  type CellCode,
  type EditionId,
  type Figures,
  type TableCode,
} from '@mingshu/report-format';
import { valueText, type StatCell } from '@mingshu/statistics';
import { writeXlsx } from 'hucre';
import { withoutClock } from './same-bytes';
import { sheetOf, type Slot } from './sheet';

/** One report of the year, as the wide table lists it. */
export interface SummedReport {
  readonly agency: string;
  readonly kind?: string;
  readonly edition: EditionId;
  readonly figures: Figures;
  readonly findings: readonly Finding[];
}

export interface CountyYear {
  readonly year: number;
  readonly edition: EditionId;
  readonly sums: Readonly<Record<string, StatCell>>;
  readonly reports: readonly SummedReport[];
  /** How many agencies owed a report; absent where no roster is known, and then nothing is said about completeness. */
  readonly due?: number;
  readonly missing: readonly string[];
}

const shown = (value: StatCell['value']) => (typeof value === 'number' ? value : valueText(value));
const tables: readonly TableCode[] = ['disclosure', 'requests', 'disputes'];

/** The three official tables, one below the other, filled with the sums. */
function officialSheet({ year, edition, sums, reports, due, missing }: CountyYear) {
  const slots: Slot[] = [{ row: 0, column: 0, value: `${year} 年度政府信息公开工作年度报告汇总表`, style: 'title', colspan: 15 }];
  const coverage =
    due === undefined
      ? `汇总 ${reports.length} 份报告；没有单位名册，不知应报多少家。`
      : `应报 ${due} 家，实报 ${reports.length} 家${missing.length > 0 ? `，缺：${missing.join('、')}` : ''}。`;
  slots.push({ row: 1, column: 0, value: coverage, style: 'note', colspan: 15 });
  let top = 2;
  for (const table of tables) {
    const section = editions[edition].sections.find((one) => one.table === table)!;
    slots.push({ row: top, column: 0, value: section.heading, style: 'note', colspan: 15 });
    top += 1;
    for (const grid of officialTableLayout(edition, table)) {
      if (grid.caption) slots.push({ row: top, column: 0, value: grid.caption, style: 'header', colspan: grid.columns });
      if (grid.caption) top += 1;
      const columns = slotColumns(grid);
      grid.rows.forEach((line, row) =>
        line.forEach(({ kind, text, cell, rowspan, colspan }, place) =>
          slots.push({
            row: top + row,
            column: columns[row]![place]!,
            value: cell ? shown(sums[cell]?.value ?? 'not_filed') : (text ?? ''),
            style: kind,
            rowspan,
            colspan,
          }),
        ),
      );
      top += grid.rows.length;
    }
    top += 1;
  }
  return sheetOf(slots, { name: `${year}汇总表`, widths: [16, 14, 30, ...Array.from({ length: 12 }, () => 11)] });
}

/** One agency a row, one cell of the form a column. */
function wideSheet({ year, edition, reports, sums }: CountyYear) {
  const cells = cellsOf(edition);
  const head: Slot[] = [{ row: 0, column: 0, value: '单位', style: 'header', rowspan: 2 }];
  cells.forEach((cell, place) => {
    const { section, rowLabel, columnLabel } = cellFormat(cell);
    head.push({ row: 0, column: place + 1, value: `表${'一二三四'[section - 1]} ${rowLabel}`, style: 'header' });
    head.push({ row: 1, column: place + 1, value: columnLabel, style: 'header' });
  });
  const own = (report: SummedReport, cell: CellCode) =>
    shown(cellsOf(report.edition).includes(cell) ? figureAt(report.figures, cell) : 'not_comparable');
  const body = reports.flatMap((report, index): Slot[] => [
    { row: index + 2, column: 0, value: report.agency, style: 'label' },
    ...cells.map((cell, place): Slot => ({ row: index + 2, column: place + 1, value: own(report, cell), style: 'figure' })),
  ]);
  const total: Slot[] = [
    { row: reports.length + 2, column: 0, value: '合计', style: 'label' },
    ...cells.map((cell, place): Slot => ({
      row: reports.length + 2,
      column: place + 1,
      value: shown(sums[cell]?.value ?? 'not_filed'),
      style: 'figure',
    })),
  ];
  return sheetOf([...head, ...body, ...total], {
    name: `${year}各单位`,
    widths: [24, ...cells.map(() => 12)],
    frozen: { rows: 2, columns: 1 },
  });
}

function findingsSheet(years: readonly CountyYear[]) {
  const head = ['年度', '单位', '规则', '问题'];
  const lines = years.flatMap(({ year, reports }) =>
    reports.flatMap(({ agency, findings }) => findings.map(({ check, sentence }) => [year, agency, check, sentence])),
  );
  const slots = [head, ...lines].flatMap((line, row) => line.map((value, column): Slot => ({ row, column, value, style: 'plain' })));
  return sheetOf(slots, { name: '校验', widths: [8, 24, 12, 120], frozen: { rows: 1, columns: 0 } });
}

/** The summary workbook of one or more years: the official tables filled with sums, every agency in a row, and the findings. Same input, same bytes. */
export async function writeCountyWorkbook(years: readonly CountyYear[]): Promise<Uint8Array> {
  const sheets = years.flatMap((year) => [officialSheet(year), wideSheet(year)]);
  return withoutClock(await writeXlsx({ sheets: [...sheets, findingsSheet(years)] }));
}
