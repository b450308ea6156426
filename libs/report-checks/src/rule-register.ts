import type { CheckId, Severity } from './verdict';

/** What a rule is, for people: its name, how bad a breach is, what it rests on and how it is worked out. */
export interface Rule {
  readonly name: string;
  readonly severity: Severity;
  readonly basis: string;
  readonly formula: string;
  readonly firstYear: number;
  readonly passes: string;
  readonly fails: string;
}

export const ruleRegister: Readonly<Record<CheckId, Rule>> = {
  'T3-COL': {
    name: '表三列平衡',
    severity: 'error',
    basis: '年度报告格式表三左上角印明的勾稽关系',
    formula: '每一列：本年新收 + 上年结转 = （七）总计 + 结转下年度',
    firstYear: 2019,
    passes: '新收 9、结转 1、总计 8、结转下年度 2：9 + 1 = 8 + 2',
    fails: '新收 9、结转 1、总计 8、结转下年度 0：10 ≠ 8',
  },
  'T3-SUM': {
    name: '表三结果合计',
    severity: 'error',
    basis: '表三（七）总计为（一）至（六）各行之和',
    formula: '每一列：（一）至（六）各行相加 = （七）总计',
    firstYear: 2019,
    passes: '予以公开 5、部分公开 2、其余为 0，总计 7',
    fails: '予以公开 5、部分公开 2、其余为 0，总计 8',
  },
  'T3-ROW': {
    name: '表三行合计',
    severity: 'error',
    basis: '表三“总计”列为六类申请人之和',
    formula: '每一行：自然人 + 五类法人或其他组织 = 总计',
    firstYear: 2019,
    passes: '自然人 20、商业企业 3、其余为 0，总计 23',
    fails: '自然人 20、商业企业 3、其余为 0，总计 22',
  },
  'T4-SUM': {
    name: '表四合计',
    severity: 'error',
    basis: '表四每一部分的“总计”为四种结果之和',
    formula: '结果维持 + 结果纠正 + 其他结果 + 尚未审结 = 总计',
    firstYear: 2019,
    passes: '维持 2、纠正 1、其余为 0，总计 3',
    fails: '维持 2、纠正 1、其余为 0，总计 2',
  },
  'YOY-CARRY': {
    name: '上年结转衔接',
    severity: 'error',
    basis: '“上年结转”与上一年度“结转下年度继续办理”为同一批申请',
    formula: '每一列：本年度“上年结转” = 上一年度“结转下年度继续办理”',
    firstYear: 2020,
    passes: '2023 年度结转下年度 2，2024 年度上年结转 2',
    fails: '2023 年度结转下年度 2，2024 年度上年结转 0',
  },
};
