import { editions, figureAt, type CellCode, type EditionId, type Figures } from '@mingshu/report-format';
import { sampleAgencies, sampleCounty, type SampleAgency } from './agencies';
import { Chance } from './chance';
import { stories, weaknesses } from './stories';

const matters: Record<string, readonly string[]> = {
  镇: ['村级财务公开', '惠农补贴发放', '乡村建设项目', '农村低保评议', '高标准农田建设'],
  乡: ['退耕还林补助', '村组道路养护', '农村饮水工程', '宅基地审批', '乡村振兴衔接资金'],
  街道: ['老旧小区改造', '社区养老服务', '物业管理备案', '公益岗位招聘', '城市管理执法'],
  部门: ['行政审批事项', '财政专项资金', '双随机监督检查', '规划计划编制', '重点民生项目'],
  县政府本级: ['重大行政决策', '政府工作报告落实', '重点建设项目', '优化营商环境', '财政预算决算'],
};
const channels = ['县政府门户网站', '政务新媒体', '便民服务中心公开栏', '村（社区）公示栏', '政务公开专区'];
const managements = [
  '落实信息发布先审后发，全年更新公开目录N次。',
  '拟稿时写明公开属性，全年复核不公开文件N次。',
  '按季清点栏目，全年修订发布流程N次。',
  '重要稿件由两人校对，全年抽查已发稿件N次。',
  '归档与公开同步进行，全年整理卷宗N次。',
];
const platforms = [
  '维护好C，方便群众就近查询M信息。',
  '在C开设M专题，标题下注明承办股室和电话。',
  '把M的办理结果放在C首屏，手机也能打开。',
  '对C改版，M按年度排列，可下载原始表格。',
  'C增加语音播报，M每月滚动更新。',
];
const safeguards = [
  '组织业务培训N次，参训P人次。',
  '以会代训N次，P人次参加了模拟答复。',
  '分管负责同志听取汇报N次，对P名公开员逐一考学。',
  '请律师授课N次，P人次到场听讲。',
  '到先进地方取经N次，带回的做法向P名干部作了介绍。',
];

const self = (agency: SampleAgency) => (agency === sampleCounty ? '我县' : selfOf(agency));
const selfOf = ({ kind }: SampleAgency) =>
  kind === '镇' ? '我镇' : kind === '乡' ? '我乡' : kind === '街道' ? '我街道' : kind === '部门' ? '我局' : '县政府办公室';

/** The prose of a report: introduction, and the paragraphs of sections 1, 5 and 6. */
export interface Prose {
  readonly introduction: string;
  readonly sections: Readonly<Record<'1' | '5' | '6', readonly string[]>>;
}

/** The prose of a report. Counts named in it are those of the tables; every agency tells of matters of its own. */
export function proseOf(agency: SampleAgency, year: number, edition: EditionId, figures: Figures): Prose {
  const chance = new Chance(`${agency.code} prose ${year}`);
  const place = sampleAgencies.indexOf(agency);
  const number = (cell: CellCode) => Number(figureAt(figures, cell));
  const [received, carriedIn, settled, carriedOut] = (['new_received', 'carried_in', 'settled', 'carried_out'] as const).map((row) =>
    number(`requests.${row}.total`),
  ) as [number, number, number, number];
  const me = self(agency);
  const [matter, other] = [chance.pick(matters[agency.kind]!), chance.pick(matters[agency.kind]!)];
  const items = Math.round(agency.load * chance.whole(40, 90)) + 20;
  const story = stories[(place + year * 3) % stories.length]!;
  const faults = [weaknesses[(place + year * 7) % 20]!, weaknesses[20 + ((place + year * 11) % 20)]!];
  const fill = (template: string) =>
    template
      .replace('N', String(chance.whole(1, 6)))
      .replace('P', String(chance.whole(10, 60)))
      .replace('C', chance.pick(channels))
      .replace('M', matter);
  const documentLine =
    edition === '2021'
      ? `制发行政规范性文件${number('disclosure.a20_1.normative_doc.issued')}件，现行有效${number('disclosure.a20_1.normative_doc.in_force')}件。`
      : '';
  const requestLine =
    received === 0
      ? `${year}年未收到新的政府信息公开申请，上年结转${carriedIn}件，办结${settled}件，结转下年度继续办理${carriedOut}件。`
      : `${year}年新收政府信息公开申请${received}件，上年结转${carriedIn}件，办结${settled}件，结转下年度继续办理${carriedOut}件。`;
  const accountability =
    agency.kind === '部门' || agency.kind === '街道' ? '' : '工作考核、社会评议均按要求开展，全年没有因政府信息公开工作被责任追究的情况。';
  return {
    introduction: `根据《中华人民共和国政府信息公开条例》和《国务院办公厅政府信息与政务公开办公室关于印发〈${editions[edition].title}〉的通知》（${editions[edition].documentNumber}）要求，现公布${agency.name}${year}年政府信息公开工作年度报告。本报告所列数据的统计期限为${year}年1月1日至12月31日。`,
    sections: {
      '1': [
        `（一）主动公开。${me}围绕${matter}和${other}，通过${chance.pick(channels)}等渠道主动公开信息${items}条。${story}${documentLine}`,
        `（二）依申请公开。${requestLine}`,
        `（三）政府信息管理。${fill(managements[(place + year) % managements.length]!)}`,
        `（四）政府信息公开平台建设。${fill(platforms[(place * 2 + year) % platforms.length]!)}`,
        `（五）监督保障。${fill(safeguards[(place * 3 + year) % safeguards.length]!)}${accountability}`,
      ],
      '5': [`存在的主要问题：一是${faults[0]![0]}；二是${faults[1]![0]}。`, `改进情况：一是${faults[0]![1]}；二是${faults[1]![1]}。`],
      '6': [`${year}年${me}未发出收费通知，未收取信息处理费。`],
    },
  };
}
