import { rule } from './rule';

/** Rules that hold a report against last year's. */
export const yearRules = {
  'YOY-CARRY': rule({
    name: '上年结转衔接',
    severity: 'error',
    group: '年度衔接',
    basis: '“上年结转”与上一年度“结转下年度继续办理”为同一批申请',
    mark: 'I',
    formula: '每一列：本年度“上年结转” = 上一年度“结转下年度继续办理”（撤并、更名的单位为各前身之和）',
    firstYear: 2020,
    editions: ['2019', '2021'],
    passes: '2023 年度结转下年度 2，2024 年度上年结转 2',
    fails: '2023 年度结转下年度 2，2024 年度上年结转 0',
  }),
  'YOY-STOCK': rule({
    name: '规范性文件存量',
    severity: 'warning',
    group: '年度衔接',
    basis: '“现行有效件数”是年末存量，随制发增加、随废止减少；失效、修订会使其不衔接，说明原因即可',
    mark: 'I',
    formula: '规章、行政规范性文件：现行有效 = 上年现行有效 + 本年制发 − 本年废止',
    firstYear: 2022,
    passes: '上年现行有效 10，本年制发 2、废止 1，现行有效 11',
    fails: '上年现行有效 10，本年制发 2、废止 1，现行有效 15',
  }),
  'YOY-ITEMS19': rule({
    name: '项目数量衔接（2019年版）',
    severity: 'warning',
    group: '年度衔接',
    basis: '2019年版表二“上一年项目数量”“本年增/减”的含义',
    mark: 'I',
    formula: '2020 年度“上一年项目数量” = 2019 年度“上一年项目数量” + 2019 年度“本年增/减”',
    editions: ['2019'],
    firstYear: 2020,
    lastYear: 2020,
    passes: '2019 年度项目 12、增 3，2020 年度上一年项目数量 15',
    fails: '2019 年度项目 12、增 3，2020 年度上一年项目数量 12',
  }),
} as const;
