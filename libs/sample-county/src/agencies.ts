import type { AgencyKind } from '@mingshu/report-format';

export const countyName = '清河县';

/** An invented agency of the sample county. `load` scales how many requests it receives. */
export interface SampleAgency {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: AgencyKind;
  readonly aliases: readonly string[];
  readonly load: number;
}

const town = (code: string, root: string, kind: '镇' | '乡', load: number): SampleAgency => ({
  code,
  name: `${countyName}${root}${kind}人民政府`,
  shortName: `${root}${kind}`,
  kind,
  aliases: [`${root}${kind}`, `${root}${kind}人民政府`],
  load,
});
const subdistrict = (code: string, root: string, load: number): SampleAgency => ({
  code,
  name: `${countyName}${root}街道办事处`,
  shortName: `${root}街道`,
  kind: '街道',
  aliases: [`${root}街道`, `${root}街道办事处`],
  load,
});
const department = (code: string, root: string, load: number): SampleAgency => ({
  code,
  name: `${countyName}${root}`,
  shortName: root,
  kind: '部门',
  aliases: [root, `县${root}`],
  load,
});

/** Twelve towns, townships and subdistricts, six departments, and the county government's own office. Codes are invented. */
export const sampleAgencies: readonly SampleAgency[] = [
  town('990001101', '城关', '镇', 3),
  town('990001102', '柳河', '镇', 2),
  town('990001103', '东坪', '镇', 2),
  town('990001104', '河口', '镇', 1.5),
  town('990001105', '白石', '镇', 1),
  town('990001106', '双桥', '镇', 1),
  town('990001201', '柳林', '乡', 1),
  town('990001202', '青山', '乡', 0.6),
  town('990001203', '大坝', '乡', 0.6),
  subdistrict('990001001', '石桥', 2.5),
  subdistrict('990001002', '朝阳', 2),
  subdistrict('990001003', '新城', 2.5),
  department('990001-JY', '教育局', 3),
  department('990001-GA', '公安局', 4),
  department('990001-MZ', '民政局', 2),
  department('990001-ZR', '自然资源局', 8),
  department('990001-NY', '农业农村局', 3),
  department('990001-WJ', '卫生健康局', 2.5),
  {
    code: '990001-ZF',
    name: `${countyName}人民政府办公室`,
    shortName: '县政府办公室',
    kind: '县政府本级',
    aliases: ['县政府办公室', '县政府办'],
    load: 12,
  },
];

/** The county itself, as the one whose report covers all of them. Not on the roster. */
export const sampleCounty: SampleAgency = {
  code: '990001',
  name: `${countyName}人民政府`,
  shortName: countyName,
  kind: '县政府本级',
  aliases: [],
  load: 30,
};

export const sampleYears = [2019, 2020, 2021, 2022, 2023, 2024] as const;

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** The roster as the CSV file a county office imports. */
export function agenciesCsv(): string {
  const lines = sampleAgencies.map(({ code, name, kind, aliases, shortName }, place) => [
    ...[code, name, kind, aliases.join('、'), String(sampleYears[0]), ''],
    // Nobody's name, and an area code that does not exist.
    ...[`${shortName}经办人`, `0000-55501${String(place).padStart(2, '0')}`],
  ]);
  return `\uFEFF${[['单位代码', '单位名称', '类别', '别名', '起用年度', '停用年度', '联系人', '联系电话'], ...lines].map((line) => line.map(quoted).join(',')).join('\r\n')}\r\n`;
}

/** The day on which an agency of the sample county signs and hands in its report, unless it is late: in the middle of January. */
export const handInDay = (agency: SampleAgency, year: number): string => `${year + 1}-01-${10 + (sampleAgencies.indexOf(agency) % 15)}`;
