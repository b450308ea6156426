import type { StatTable } from '@mingshu/statistics';
import { valueText } from '@mingshu/statistics';
import Papa from 'papaparse';
import { guarded } from './formula-guard';

const heading = ({ group, heading: text, unit }: StatTable['columns'][number]) => `${group ? `${group}·` : ''}${text}（${unit}）`;

/** A statistical table as CSV that Excel and WPS open right: UTF-8 with BOM, CRLF, quoted. Numbers are plain, what is no number is its word. */
export function writeStatCsv(table: StatTable): Uint8Array {
  const head = [table.rowHeading, ...table.columns.map(heading), '应报单位数', '实报单位数', '未报单位'];
  const body = table.rows.map((row) => [
    row.heading,
    ...row.cells.map(({ value }) => (typeof value === 'number' ? String(value) : valueText(value))),
    String(row.due),
    String(row.filed),
    row.missing.join('、'),
  ]);
  const notes = table.notes.map((note) => [`注：${note}`]);
  const lines = [head, ...body, ...notes].map((line) => line.map(guarded));
  return new TextEncoder().encode(`\uFEFF${Papa.unparse(lines, { quotes: true, newline: '\r\n' })}\r\n`);
}
