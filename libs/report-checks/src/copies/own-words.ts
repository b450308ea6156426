import type { TextPlace } from '../finding';
import { plain } from '../prose/plain';

/** Sentences the law or the form puts into every report; two reports that share them share nothing. */
const templates: readonly RegExp[] = [
  /《?中华人民共和国政府信息公开条例》?|《条例》/,
  /统计期限|数据期限|电子版|联系电话|联系方式|邮政编码|可从.{0,20}下载|如对本(?:年度)?报告|欢迎.{0,12}联系/,
  /部分(?:组成|构成)|国办公开办函|年度报告格式/,
  /信息处理费|收费通知|需要报告的(?:其他)?事项|其他需要报告/,
  /责任追究|社会评议|工作考核/,
  /(?:未|没有|无)(?:收到|发生|接到|受理|出现).{0,40}(?:申请|复议|诉讼)/,
  /(?:新收|收到|受理).{0,20}信息公开申请/,
  /制发行政规范性文件|现行有效/,
];

/** Labels that stand before the words of a report: （一）主动公开。 一是 存在的主要问题： */
const labels =
  /^\s*[(]?[一二三四五六七八九十\d]+[)、.]\s*(?:主动公开|依申请公开|政府信息管理|政府信息公开平台建设|平台建设|监督保障)?(?:政府信息)?(?:情况|方面)?[。:,]?|存在的?(?:主要)?问题(?:及改进情况)?[:是]?|改进(?:情况|措施)[:是]?|[一二三四五六]是|下一步[,]?|我(?:镇|乡|街道|局|县|委|办|单位)|本(?:镇|乡|街道|局|机关|单位)|全(?:镇|乡|街道|县|局)|20\d\d年(?:度)?/gu;

const sectionsCompared = ['1', '5'] as const;
export type ComparedSection = (typeof sectionsCompared)[number];
export const comparedSections: readonly ComparedSection[] = sectionsCompared;

/** A section in the agency's own words: letters and digits only, each with its place in the printed text. */
export interface OwnWords {
  readonly characters: string;
  readonly places: readonly number[];
}

const escape = (name: string) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A pattern of the county's names, to be left out before texts are compared. */
export function namesPattern(names: readonly string[]): RegExp | undefined {
  const known = [...new Set(names.filter((name) => name.length >= 2))].sort((one, other) => other.length - one.length);
  return known.length === 0 ? undefined : new RegExp(known.map(escape).join('|'), 'gu');
}

/** What a section says in the agency's own words: sentences of law and form, labels and place names left out. Digits count as words. */
export function ownWordsOf(section: string, names: RegExp | undefined): OwnWords {
  const characters: string[] = [];
  const places: number[] = [];
  for (const match of plain(section).matchAll(/[^。;!?\n]+[。;!?]?/gu)) {
    const sentence = match[0];
    if (templates.some((template) => template.test(sentence))) continue;
    const blot = (found: string) => '\u0000'.repeat(found.length);
    const named = names ? sentence.replace(names, blot) : sentence;
    const own = named.replace(labels, blot);
    for (let index = 0; index < own.length; index += 1)
      if (/[\p{Script=Han}\p{Letter}\p{Number}]/u.test(own[index]!)) {
        characters.push(own[index]!);
        places.push(match.index + index);
      }
  }
  return { characters: characters.join(''), places };
}

export const sectionName: Readonly<Record<ComparedSection, string>> = { '1': '第一部分', '5': '第五部分' };
export const isCompared = (section: TextPlace): section is ComparedSection => section === '1' || section === '5';
