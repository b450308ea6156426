import { normalise } from './normalise';

const ending =
  '(?:人民政府(?:办公室|办公厅)?|政府办公室|街道办事处|办事处|管理委员会|管委会|委员会|办公室|联合社|联合会|工会|协会|总社|总局|分局|大队|支队|总队|中心|服务局|[\\p{Script=Han}]局|[县市区旗]委办|政府办|街道|[\\p{Script=Han}]{1,8}[镇乡]|法院|检察院|[\\p{Script=Han}]{2,10}[办站所院处委社馆台部])';
const whole = new RegExp(`^\\p{Script=Han}{1,26}?${ending}$|^\\p{Script=Han}{1,24}[局镇乡]$`, 'u');

/** Words that make a run of characters something other than a name. */
const otherWords =
  /国务院|中华|信息公开|主动公开|工作(?!部|委)|情况|根据|按照|依据|落实|贯彻|要求|通知|条例|^[我本全该各]|^(?:上级|有关|相关|其他|各|由|向|与|和|对|的)|版权|主办|承办|技术支持|备案|地址|电话|网站|首页|友情|链接/;

/** Whether a whole text is the name of an agency and nothing else. */
export const isAgencyName = (text: string): boolean => text.length >= 3 && whole.test(text) && !otherWords.test(text);

/** Whether a name ends as names of bodies and places do; what ends otherwise may be a slogan that replaced the name. */
export const endsLikeAName = (text: string): boolean => /[局委办会室心队所院站处社镇乡道府区县市省州旗盟馆台部联协场团校厅署]$/.test(text);

const name = '(\\p{Script=Han}{2,28}?)';
const phrases = [
  new RegExp(
    `(?:公布|发布|(?<!信息|政务)公开|编制|形成|制作|撰写|现将|将)(?:了|的|出)?${name}(?:的)?20\\d\\d年(?:度|度的)?(?:政府|政务)?信息公开`,
    'u',
  ),
  new RegExp(`本(?:年度)?报告(?:是)?由${name}(?:根据|按照|依照|依据|编制|负责|依法|遵照|，|,)`, 'u'),
  new RegExp(
    `^(?:20\\d\\d年(?:度)?[,，]?)?(?:现)?(?:由)?${name}(?:根据|按照|依据|依照|严格按照|认真按照|严格依照|遵照)(?:新修订的)?《?(?:中华人民共和国)?政府信息公开条例`,
    'u',
  ),
  new RegExp(
    `^(?:20\\d\\d年(?:度)?[,，]?)${name}(?:认真|严格|深入|坚持|在|持续|紧紧|高度|积极|全面|始终|坚决|不断|扎实|切实|围绕|以|按照)`,
    'u',
  ),
  new RegExp(`由${name}(?:根据|按照|依照|依据)?(?:编制|编写|汇总编制)`, 'u'),
];

/** The agency that a sentence of the introduction names as the one that reports. */
export function nameInIntroduction(sentence: string): string | undefined {
  const text = normalise(sentence);
  for (const phrase of phrases) {
    const found = phrase.exec(text)?.[1]?.replace(/人民$/, '人民政府');
    if (found && isAgencyName(found)) return found;
  }
  return undefined;
}

const contact = new RegExp(
  `(?:与|向|到|联系单位[:：]|编制单位[:：]|填报单位[:：])${name}(?:联系|反映|咨询|反馈|索取|查询|[(（,，。;；]|$)`,
  'u',
);

/** The agency that a contact line names; the office that answers for a town is the town. */
export function nameInContactLine(line: string): string | undefined {
  const found = contact.exec(normalise(line))?.[1];
  if (!found) return undefined;
  const agency = found
    .replace(/(?<=[镇乡]人民政府|街道办事处|[镇乡局]|街道)(?:党政(?:综合)?|综合|党建|政务公开|行政|信息)?(?:办公室|办|科|股|中心)$/u, '')
    .replace(/(?<=局|委员会|中心)(?:办公室|办)$/u, '');
  return isAgencyName(agency) && !/(?:政务公开|信息公开).{0,6}$/.test(agency) ? agency : undefined;
}

/** A name without what kind of body it is: 柳河镇人民政府 and 柳河镇 are one. */
const core = (agency: string) =>
  normalise(agency)
    .replace(/(?<=[县市区旗镇乡州省])(?:人民)?政府$/, '')
    .replace(/(?<=街道)办事处$/, '')
    .replace(/管理委员会$/, '管委会');

/** Whether two names mean one agency: equal, or one says the places above it and the other does not. 清河县 and 清河县柳河镇 are two. */
export function isSameAgency(one: string, other: string): boolean {
  const [a, b] = [core(one), core(other)];
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short === long || (short.length >= 2 && long.endsWith(short) && /[省市县区州旗盟镇乡]$/.test(long.slice(0, -short.length)));
}
