import { readXlsx } from 'hucre';
import Papa from 'papaparse';
import type { Unreadable } from '@mingshu/report-format';
import { kindByBytes } from './opening/kind-by-bytes';
import { Refusal, unreadable } from './opening/refusals';
import { decodeText } from './opening/text/decode-text';
import { readZip } from './opening/zip';

/** The rows of a roster file as printed texts. */
export interface RosterRows {
  readonly kind: 'rows';
  readonly rows: readonly (readonly string[])[];
}

const printed = (value: unknown): string =>
  value === null || value === undefined ? '' : value instanceof Date ? value.toISOString().slice(0, 10) : String(value).trim();

/** Rows of a CSV file in any encoding, or of the first sheet of an XLSX file. */
export async function readRosterRows(bytes: Uint8Array): Promise<RosterRows | Unreadable> {
  try {
    const kind = kindByBytes(bytes);
    if (kind === 'text')
      return { kind: 'rows', rows: Papa.parse<string[]>(decodeText(bytes).replace(/^\uFEFF/, ''), { skipEmptyLines: 'greedy' }).data };
    if (kind !== 'zip') return unreadable(kind === 'empty' ? 'empty' : 'unsupported_type', '单位名册请使用 CSV 或 Excel（.xlsx）文件。');
    const parts = await readZip(bytes, (name) => name.startsWith('xl/'));
    if (!parts.has('xl/workbook.xml')) return unreadable('unsupported_type', '单位名册请使用 CSV 或 Excel（.xlsx）文件。');
    const { sheets } = await readXlsx(bytes);
    return { kind: 'rows', rows: (sheets[0]?.rows ?? []).map((row) => row.map(printed)).filter((row) => row.some((text) => text !== '')) };
  } catch (error) {
    return error instanceof Refusal ? error.answer : unreadable('damaged');
  }
}
