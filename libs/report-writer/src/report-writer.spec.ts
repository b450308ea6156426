import type { StatTable } from '@mingshu/statistics';
import fc from 'fast-check';
import { readXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import { guarded, writeStatCsv, writeStatWorkbook } from './index';

const table: StatTable = {
  title: '新收申请的申请人',
  rowHeading: '年度',
  columns: [
    { code: 'natural_person', heading: '自然人', unit: '件' },
    { code: 'enterprise', heading: '商业企业', group: '法人或其他组织', unit: '件' },
    { code: 'research', heading: '科研机构', group: '法人或其他组织', unit: '件' },
  ],
  rows: [
    {
      code: '2023',
      heading: '2023',
      filed: 2,
      due: 2,
      missing: [],
      cells: [
        { value: 1234, given: 2, due: 2 },
        { value: 0, given: 2, due: 2 },
        { value: 'blank', given: 0, due: 2 },
      ],
    },
    {
      code: '2024',
      heading: '2024',
      filed: 0,
      due: 2,
      missing: ['柳河镇', '东坪镇'],
      cells: Array.from({ length: 3 }, () => ({ value: 'not_filed' as const, given: 0, due: 2 })),
    },
  ],
  notes: ['=危险的注'],
};

describe('a workbook', () => {
  it('holds numbers as numbers, and 0, blank and not filed as three different things', async () => {
    const { sheets } = await readXlsx(await writeStatWorkbook([table], { title: '清河县汇总', lead: '一句话。' }));
    expect(sheets.map(({ name }) => name)).toEqual(['汇总表', '数据', '口径']);
    const [official, tidy] = sheets;
    expect(official!.rows[4]!.slice(0, 6)).toEqual(['2023', 1234, 0, '—（未填）', 2, 2]);
    expect(official!.rows[5]!.slice(0, 4)).toEqual(['2024', '未报', '未报', '未报']);
    expect(tidy!.rows[1]!.slice(2, 6)).toEqual(['自然人', '件', 1234, '数值']);
    expect(tidy!.rows[3]!.slice(4, 6)).toEqual([null, '—（未填）']);
  });

  it('is the same bytes for the same table', async () => {
    const write = () => writeStatWorkbook([table], { title: '清河县汇总' });
    expect(Buffer.from(await write()).equals(Buffer.from(await write()))).toBe(true);
  });
});

describe('a CSV file', () => {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(writeStatCsv(table));

  it('opens right in Excel: BOM, CRLF, words for what is no number', () => {
    expect(text.startsWith('\uFEFF"年度","自然人（件）","法人或其他组织·商业企业（件）"')).toBe(true);
    expect(text).toContain('"2023","1234","0","—（未填）","2","2",""\r\n');
    expect(text).toContain('"2024","未报","未报","未报","2","0","柳河镇、东坪镇"\r\n');
  });

  it('runs no formula, whatever a text begins with', () => {
    fc.assert(
      fc.property(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'), fc.string(), (first, rest) => {
        const safe = guarded(first + rest);
        expect(safe.startsWith("'") || /^[+-]\d+(\.\d+)?%?$/.test(safe)).toBe(true);
      }),
    );
    expect(guarded('-12')).toBe('-12');
  });
});
