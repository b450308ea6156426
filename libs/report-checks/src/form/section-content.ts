import type { ReportCheck } from '../checked-report';
import { broken, holds, notAssessable } from '../verdict';

/** Words any of which shows that an aspect of section 1 is written about. Generous: only silence is named. */
const aspects: readonly { readonly name: string; readonly words: RegExp }[] = [
  { name: '主动公开', words: /主动公开|公开(?:各类|政府)?信息|发布(?:各类|政府)?信息|公开(?:发布|内容)/ },
  { name: '依申请公开', words: /依申请|公开申请|申请公开|申请人|受理.{0,6}申请/ },
  { name: '政府信息管理', words: /信息管理|审核|审查|保密|目录|动态(?:调整|管理|更新)|规范性文件|清理|归档|制度/ },
  { name: '政府信息公开平台建设', words: /平台|网站|新媒体|公众号|微信|微博|专区|专栏|公开栏|查阅点|公报/ },
  { name: '监督保障', words: /监督|保障|考核|培训|评议|组织领导|领导小组|责任追究|问责|检查/ },
];

/** S1-FIVE: section 1 covers the five aspects the form names. */
export const fiveAspects: ReportCheck = {
  id: 'S1-FIVE',
  judge: ({ text }) => {
    const section = text?.parts['1'];
    if (section === undefined) return [notAssessable('S1-FIVE', '没有读到第一部分')];
    const missing = aspects.filter(({ words }) => !words.test(section)).map(({ name }) => name);
    if (missing.length === 0) return [holds('S1-FIVE')];
    return [
      broken('S1-FIVE', {
        subject: 'aspects',
        facts: missing,
        sentence:
          section.trim() === ''
            ? '第一部分没有文字，应写明五个方面的情况。'
            : `第一部分没有写到${missing.join('、')}，应写明五个方面的情况。`,
      }),
    ];
  },
};

const accounts: readonly { readonly name: string; readonly words: RegExp }[] = [
  { name: '工作考核', words: /考核|考评|绩效/ },
  { name: '社会评议', words: /评议|社会评价|群众评价|满意度|民意|评估/ },
  { name: '责任追究', words: /责任追究|追究|追责|问责|责任制/ },
];

/** S1-ASSESS: governments report assessment, public review and accountability (条例 Art. 50); departments and subdistrict offices are none. */
export const assessmentNamed: ReportCheck = {
  id: 'S1-ASSESS',
  judge: ({ agency, text }) => {
    const section = text?.parts['1'];
    if (!agency) return [notAssessable('S1-ASSESS', '不知道单位类别')];
    if (agency.kind === '部门' || agency.kind === '街道') return [];
    if (section === undefined) return [notAssessable('S1-ASSESS', '没有读到第一部分')];
    const missing = accounts.filter(({ words }) => !words.test(section)).map(({ name }) => name);
    if (missing.length === 0) return [holds('S1-ASSESS')];
    return [
      broken('S1-ASSESS', {
        subject: 'accounts',
        facts: missing,
        sentence: `第一部分没有写到${missing.join('、')}。各级人民政府应报告工作考核、社会评议和责任追究结果。`,
      }),
    ];
  },
};

const usualLength = 1000;
const longestUnnoticed = 1200;

/** S1-LEN: section 1 keeps to about 1,000 characters (a local rule), marks and blanks not counted. */
export const length: ReportCheck = {
  id: 'S1-LEN',
  judge: ({ text }) => {
    const section = text?.parts['1'];
    if (section === undefined) return [notAssessable('S1-LEN', '没有读到第一部分')];
    const found = section.match(/[\p{Script=Han}\p{Letter}\p{Number}]/gu)?.length ?? 0;
    if (found <= longestUnnoticed) return [holds('S1-LEN')];
    return [
      broken('S1-LEN', {
        subject: 'length',
        expected: usualLength,
        found,
        sentence: `第一部分约 ${found} 字，原则上不超过 ${usualLength} 字，建议精简。`,
      }),
    ];
  },
};

const problems = /问题|不足|不够|有待|欠缺|薄弱|差距|短板|不高|不强|不到位|不及时|不规范|单一|滞后/;
const improvements = /改进|下一步|整改|加强|提升|完善|措施|强化|优化|健全|加大|规范|拓宽|丰富/;
const shortest = 15;

/** S5-PAIR: section 5 names problems and what is done about them; 无 is no answer there. */
export const problemsAndImprovements: ReportCheck = {
  id: 'S5-PAIR',
  judge: ({ text }) => {
    const section = text?.parts['5'];
    if (section === undefined) return [notAssessable('S5-PAIR', '没有读到第五部分')];
    const words = section.replaceAll(/\s/g, '');
    const fault =
      words.length < shortest
        ? `第五部分只写了“${words}”，应写明存在的主要问题和改进情况。`
        : !problems.test(words)
          ? '第五部分没有写存在的问题。'
          : !improvements.test(words)
            ? '第五部分只写了问题，没有写改进情况。'
            : undefined;
    return [fault === undefined ? holds('S5-PAIR') : broken('S5-PAIR', { subject: 'section-5', facts: [fault], sentence: fault })];
  },
};
