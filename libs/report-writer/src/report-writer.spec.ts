import type { StatTable } from '@mingshu/statistics';
import fc from 'fast-check';
import { readXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import { cellsOf, type Figures } from '@mingshu/report-format';
import { unzipSync } from 'fflate';
import { guarded, writeCountyWorkbook, writeReportDocx, writeStatCsv, writeStatWorkbook } from './index';

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

describe('the summary workbook', () => {
  const numbered = (edition: '2019' | '2021') => Object.fromEntries(cellsOf(edition).map((cell, place) => [cell, place + 1])) as Figures;
  const reports = (['2021', '2019'] as const).map((edition) => ({ agency: edition, edition, figures: numbered(edition), findings: [] }));
  const sums = Object.fromEntries(cellsOf('2021').map((cell, place) => [cell, { value: 1000 + place, given: 2, due: 2 }]));
  const sheetsOf = async (due?: number) =>
    (await readXlsx(await writeCountyWorkbook([{ year: 2022, edition: '2021', sums, reports, due, missing: [] }]))).sheets;

  it('prints every one of the 200 sums in the official tables, under merged headers', async () => {
    const [official] = await sheetsOf(2);
    const numbers = official!.rows.flat().filter((value) => typeof value === 'number');
    expect(numbers.toSorted((one, other) => one - other)).toEqual(cellsOf('2021').map((_, place) => 1000 + place));
    expect(official!.merges?.length).toBeGreaterThan(30);
    expect(official!.rows[1]![0]).toBe('应报 2 家，实报 2 家。');
  });

  it('claims no completeness where no roster is known', async () => {
    const [official] = await sheetsOf();
    expect(official!.rows[1]![0]).toBe('汇总 2 份报告；没有单位名册，不知应报多少家。');
  });

  it('calls a cell the other edition lacks not comparable, not unread', async () => {
    const [, wide] = await sheetsOf(2);
    expect(wide!.rows[3]![cellsOf('2021').indexOf('disclosure.a20_8.admin_fee.fee_amount') + 1]).toBe('不可比');
  });
});

describe('files that people open', () => {
  it('guard agency names and notes against formulas in CSV and workbook alike', async () => {
    const hostile: StatTable = { ...table, rows: table.rows.map((row) => ({ ...row, heading: '=1+1', missing: ['@SUM(A1)'] })) };
    expect(new TextDecoder().decode(writeStatCsv(hostile))).toContain(`"'=1+1"`);
    expect(new TextDecoder().decode(writeStatCsv(hostile))).toContain(`"'@SUM(A1)"`);
    const { sheets } = await readXlsx(await writeStatWorkbook([hostile], { title: '=A1' }));
    expect([sheets[0]!.rows[0]![0], sheets[0]!.rows[3]![0]]).toEqual(["'=A1", "'=1+1"]);
  });

  it('merge the group header over its columns', async () => {
    const { sheets } = await readXlsx(await writeStatWorkbook([table], { title: '清河县汇总' }));
    expect(sheets[0]!.merges).toContainEqual({ startRow: 1, startCol: 2, endRow: 1, endCol: 3 });
  });

  it('keep the merged rows of table 3 in a Word document', async () => {
    const figures = Object.fromEntries(cellsOf('2021').map((cell) => [cell, 0])) as Figures;
    const sections = { '1': ['文'], '5': ['文'], '6': ['文'] };
    const bytes = await writeReportDocx({ title: '题', introduction: '引', edition: '2021', figures, sections, signature: '署' });
    const document = new TextDecoder().decode(unzipSync(bytes)['word/document.xml']);
    expect(document.match(/<w:vMerge w:val="restart"\/>/g)?.length).toBeGreaterThan(5);
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
