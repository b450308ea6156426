import { readXlsx } from 'hucre';
import { expect, it } from 'vitest';
import { writeListCsv, writeListWorkbook } from './write-list';

const list = {
  title: '2024 年度报送名册',
  columns: [
    { heading: '单位', width: 20 },
    { heading: '错误（处）', width: 8 },
  ],
  rows: [
    ['柳河镇', 3],
    ['=危险()', '—'],
  ],
  notes: ['合计：应报 2'],
};

it('opens in Excel as Chinese, and no cell of it is a formula', () => {
  const bytes = writeListCsv(list);
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(new TextDecoder().decode(bytes).replace('\uFEFF', '').split('\r\n')).toEqual([
    '"单位","错误（处）"',
    '"柳河镇","3"',
    `"'=危险()","—"`,
    '"注：合计：应报 2"',
    '',
  ]);
});

it('keeps numbers as numbers in the workbook, and gives the same bytes each time', async () => {
  const bytes = await writeListWorkbook(list);
  const { sheets } = await readXlsx(bytes);
  expect(sheets[0]?.rows[2]?.slice(0, 2)).toEqual(['柳河镇', 3]);
  expect(sheets[0]?.rows[3]?.[1]).toBe('—');
  expect(await writeListWorkbook(list)).toEqual(bytes);
});
