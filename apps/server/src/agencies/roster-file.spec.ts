import { expect, it } from 'vitest';
import { readRoster } from './roster-file';

const head = ['类别', '单位名称', '单位代码', '别名', '起用年度', '停用年度'];

it('knows columns by their headings, in any order', () => {
  const { agencies, faults } = readRoster([
    ['清河县填报单位名册'],
    head,
    ['镇', '清河县柳河镇人民政府', '990001102', '柳河镇、柳河', '2019', ''],
  ]);
  expect(faults).toEqual([]);
  expect(agencies).toEqual([
    { code: '990001102', name: '清河县柳河镇人民政府', kind: '镇', aliases: ['柳河镇', '柳河'], firstYear: 2019, lastYear: null },
  ]);
});

it('says of every row that cannot be used why', () => {
  const { agencies, faults } = readRoster([
    head,
    ['村', '上河村', '1', '', '', ''],
    ['镇', '', '2', '', '', ''],
    ['镇', '甲镇', '3', '', '一九年', ''],
    ['镇', '乙镇', '4', '', '', ''],
    ['镇', '丙镇', '4', '', '', ''],
  ]);
  expect(agencies.map(({ name }) => name)).toEqual(['乙镇']);
  expect(faults.map(({ row }) => row)).toEqual([2, 3, 4, 6]);
  expect(faults[3]?.sentence).toContain('与第 5 行重复');
});

it('says when there is no heading', () => {
  expect(readRoster([['随便', '什么']]).faults[0]?.sentence).toContain('没有找到表头');
});
