import { editionForYear, editions, figureAt, type CellCode, type Figures } from '@mingshu/report-format';
import type { SampleAgency } from './agencies';
import { Chance } from './chance';

const matters: Record<string, readonly string[]> = {
  镇: ['村级财务公开', '惠农补贴发放', '乡村建设项目', '农村低保评议', '高标准农田建设'],
  乡: ['退耕还林补助', '村组道路养护', '农村饮水工程', '宅基地审批', '乡村振兴衔接资金'],
  街道: ['老旧小区改造', '社区养老服务', '物业管理备案', '公益岗位招聘', '城市管理执法'],
  部门: ['行政审批事项', '财政专项资金', '双随机监督检查', '规划计划编制', '重点民生项目'],
  县政府本级: ['重大行政决策', '政府工作报告落实', '重点建设项目', '优化营商环境', '财政预算决算'],
};
const channels = ['县政府门户网站', '政务新媒体', '便民服务中心公开栏', '村（社区）公示栏', '政务公开专区'];
const troubles = [
  '公开内容更新还不够及时',
  '政策解读形式较为单一',
  '基层工作人员业务能力有待提高',
  '依申请公开答复文书还不够规范',
  '公开目录梳理还不够细致',
  '与群众互动交流较少',
];
const measures = [
  '建立月度更新清单，逐项明确责任人',
  '增加图解和短视频解读',
  '每半年组织一次业务培训',
  '统一答复文书格式并实行法制审核',
  '对照目录逐条补齐缺项',
  '设立群众意见箱并按月回应',
];

const self = ({ kind }: SampleAgency) =>
  kind === '镇' ? '我镇' : kind === '乡' ? '我乡' : kind === '街道' ? '我街道' : kind === '部门' ? '我局' : '县政府办公室';

/** The prose of a report. Counts named in it are those of the tables; every agency tells of matters of its own. */
export function proseOf(
  agency: SampleAgency,
  year: number,
  figures: Figures,
): { introduction: string; sections: Record<'1' | '5' | '6', string[]> } {
  const chance = new Chance(`${agency.code} prose ${year}`);
  const edition = editionForYear(year)!;
  const number = (cell: CellCode) => Number(figureAt(figures, cell));
  const [received, carriedIn, settled, carriedOut] = (['new_received', 'carried_in', 'settled', 'carried_out'] as const).map((row) =>
    number(`requests.${row}.total`),
  ) as [number, number, number, number];
  const me = self(agency);
  const [matter, other] = [chance.pick(matters[agency.kind]!), chance.pick(matters[agency.kind]!)];
  const items = Math.round(agency.load * chance.whole(40, 90)) + 20;
  const trouble = chance.whole(0, troubles.length - 1);
  const second = (trouble + chance.whole(1, troubles.length - 1)) % troubles.length;
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
        `（一）主动公开。${me}围绕${matter}和${other}，通过${chance.pick(channels)}等渠道主动公开信息${items}条。${documentLine}`,
        `（二）依申请公开。${requestLine}`,
        `（三）政府信息管理。落实信息发布审核制度，全年更新公开目录${chance.whole(1, 6)}次。`,
        `（四）政府信息公开平台建设。维护好${chance.pick(channels)}，方便群众就近查询${matter}信息。`,
        `（五）监督保障。组织业务培训${chance.whole(1, 4)}次，参训${chance.whole(10, 60)}人次。${accountability}`,
      ],
      '5': [
        `存在的主要问题：一是${troubles[trouble]}；二是${troubles[second]}。`,
        `改进情况：一是${measures[trouble]}；二是${measures[second]}。`,
      ],
      '6': [`${year}年${me}未发出收费通知，未收取信息处理费。`],
    },
  };
}
