import Papa from 'papaparse';
import type { OpenedDocument } from '../../document';
import { sheetBlocks } from './sheet-blocks';

const headers = /^"?信息内容"?,/gm;

/** Whether a text is a table with commas: most of many lines have several or some are headers of table 2, and no other separator is used. */
export function looksLikeCsv(text: string): boolean {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  if (lines.length < 10 || /[\t|]/.test(text)) return false;
  if ((text.match(headers) ?? []).length > 1) return true;
  return lines.filter((line) => (line.match(/,/g) ?? []).length >= 3).length >= lines.length * 0.5;
}

/** A table with commas. Its columns are to be trusted: an empty field is an empty cell. */
export function openCsv(text: string): OpenedDocument {
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''));
  const rows = data.map((fields, row) =>
    fields.map((field, column) => ({
      row,
      column,
      rowspan: 1,
      colspan: 1,
      text: field.trim(),
      place: { kind: 'line' as const, line: row + 1, field: column + 1 },
    })),
  );
  return { kind: 'opened', type: 'csv', blocks: sheetBlocks(rows), traits: { scripts: 0, links: [], pictures: 0 } };
}
