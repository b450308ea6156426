import type { EditionId } from '@mingshu/report-format';
import type { CheckId } from '../check-id';
import { anyNumber } from './numbers';
import {
  allCaseReadings,
  documentReadings,
  newReading,
  requestReadings as requests,
  reviewReadings,
  suitReadings,
  withCarriedReading,
  type ColumnName,
  type Reading,
} from './readings';

/** What a sentence must be about for a phrase to count. */
export type ClaimContext = 'requests' | 'documents' | 'cases';

/**
 * A phrase that states a figure, and every meaning its words allow. `words` ends in the number (a mark); `zero` states 0 without one. `inParts`: it also
 * counts behind 其中. `unlessEqual`: where no meaning fits, nobody can tell (a number published is not in the tables).
 */
export interface Measure {
  readonly code: string;
  readonly check: CheckId;
  readonly context: ClaimContext;
  readonly words: RegExp;
  readonly isZero?: boolean;
  readonly inParts?: boolean;
  readonly unlessEqual?: boolean;
  readonly readings: (edition: EditionId) => readonly Reading[];
}

/** Words that may stand between a verb and its number without changing what is counted. */
const between =
  '(?:政府信息公开|信息公开|政府|信息|公开|依申请|申请公开|申请|公民|法人|其他组织|社会公众|群众|当事人|申请人|提出|提交|向本?[机单]关|书面|网上|网络|线上|线下|各类|事项|办件|件数|数量|总数|总量|共计|总计|合计|共|计|本年度|本年|全年|新增|新|有效|量|数|[的了为是到约、和与及或:\\s])*';
const number = `(?<number>${anyNumber})`;
const after = (verbs: string, glue = between) => new RegExp(`(?:${verbs})${glue}${number}`, 'gu');

const request = (code: string, words: RegExp, readings: Measure['readings'], more: Partial<Measure> = {}): Measure => ({
  code,
  check: 'TXT-REQ',
  context: 'requests',
  words,
  readings,
  ...more,
});

const inParts = { inParts: true } as const;

const applicant = (column: ColumnName, names: string): Measure =>
  request(
    `applicant.${column}`,
    new RegExp(`(?:${names})(?:(?:提出|提交)?的?(?:政府信息公开|信息公开|依申请公开)?(?:申请)?(?:件)?(?:共|计|为)?[:\\s]*)${number}`, 'gu'),
    () => [newReading(column), withCarriedReading(column)],
    inParts,
  );

const requestMeasures: readonly Measure[] = [
  request(
    'carried-in',
    new RegExp(
      `(?:(?:上年度?|上一年度?|去年|往年|20\\d\\d年度?)(?:结转|转结|遗留|转入)|结转上年度?|(?:承接|办理)上年度?结转)(?:本年度?|至本年|办理|继续办理)?${between}${number}`,
      'gu',
    ),
    () => [requests.carriedIn()],
    inParts,
  ),
  request(
    'carried-out',
    new RegExp(
      `(?:(?:结转|转结|顺延|转)(?:至|到|入)?(?:下一?年度?|次年|20\\d\\d年度?)|结转至?下年度?)(?:继续)?(?:办理|处理|答复)?${between}${number}`,
      'gu',
    ),
    () => [requests.carriedOut()],
    inParts,
  ),
  request(
    'carried-out',
    new RegExp(`${number}(?:申请)?(?:(?:按规定|依法)?(?:结转|转|顺延)(?:至|到|入)?(?:下一?年|次年|20\\d\\d年))`, 'gu'),
    () => [requests.carriedOut()],
    inParts,
  ),
  request('new', after('新收到?|新接收|新受理|新增受理|本年新收'), () => [newReading()]),
  request('taken-on', after('收办'), () => [withCarriedReading()]),
  request('received', after('共收到|收到|接到|接收|收悉'), () => [newReading(), withCarriedReading()]),
  request('accepted', after('受理'), () => [newReading(), withCarriedReading()]),
  request(
    'granted-or-partial',
    after('(?:予以|同意|准予)?公开(?:及|和|或|、|与)(?:予以)?部分公开', '(?:的|共|计|为|[:\\s])*'),
    () => [requests.grantedOrPartial()],
    inParts,
  ),
  request('partial', after('部分公开', '(?:的|申请|共|计|为|[:\\s])*'), () => [requests.partial()], inParts),
  request('denied', after('不予公开', '(?:的|申请|共|计|为|[:\\s])*'), (edition) => [requests.denied(edition)], inParts),
  request(
    'granted',
    after('予以公开|同意公开|准予公开', '(?:的|申请|共|计|为|[:\\s])*'),
    () => [requests.granted(), requests.grantedOrPartial()],
    inParts,
  ),
  request(
    'not-held',
    after('信息不存在|本机关不掌握|不掌握相关政府信息', '(?:的|申请|共|计|为|[:\\s])*'),
    (edition) => [requests.notHeld(), requests.unavailable(edition)],
    inParts,
  ),
  request('unavailable', after('无法提供', '(?:的|申请|共|计|为|[:\\s])*'), (edition) => [requests.unavailable(edition)], inParts),
  request('duplicate', after('重复申请', '(?:的|共|计|为|[:\\s])*'), () => [requests.duplicate()], inParts),
  request('declined', after('不予处理', '(?:的|申请|共|计|为|[:\\s])*'), (edition) => [requests.declined(edition)], inParts),
  request('other', after('其他处理', '(?:的|申请|共|计|为|[:\\s])*'), (edition) => [requests.other(edition)], inParts),
  request(
    'withdrawn',
    after('(?:主动)?(?:撤回|撤销)', '(?:的|申请|共|计|为|[:\\s])*'),
    (edition) => [requests.withdrawn(edition)],
    inParts,
  ),
  request(
    'withdrawn',
    new RegExp(`${number}(?:申请)?(?:由|因|经)?(?:申请人)(?:主动|自愿|自行)?(?:撤回|撤销)`, 'gu'),
    (edition) => [requests.withdrawn(edition)],
    inParts,
  ),
  applicant('natural_person', '自然人|公民个人'),
  applicant('organisation', '法人(?:或|和|及|、)(?:者)?其他组织'),
  applicant('enterprise', '商业企业'),
  applicant('research', '科研机构'),
  applicant('public_welfare', '社会公益组织'),
  applicant('legal_service', '法律服务机构'),
  request('settled', after('答复|办结|办理完毕|办复|回复'), (edition) => [
    requests.settled(),
    requests.settledWithoutWithdrawn(edition),
    requests.settledOfThisYear(),
  ]),
  request(
    'none-received',
    new RegExp(
      `(?:未|没有|尚未|未曾)(?:收到|接到|接收|受理|新收|新收到|办理)过?${between}(?<=申请|依申请公开|申请公开)(?:件|事项)?(?!\\S{0,8}(?:复议|诉讼|投诉|举报|费|异议|纠纷))|(?<=^|[,;。:、])(?:无|没有)(?:新的?)?(?:政府信息公开申请|信息公开申请|依申请公开)`,
      'gu',
    ),
    () => [newReading()],
    { isZero: true },
  ),
];

const documentGlue = '(?:行政|规范性文件|政府|本级|本机关|件数|数量|数|文件|共计|共|计|为|的|了|[:\\s])*';
const documents = (code: string, words: RegExp, readings: Measure['readings'], more: Partial<Measure> = {}): Measure => ({
  code: `documents.${code}`,
  check: 'TXT-DOC',
  context: 'documents',
  words,
  readings,
  inParts: true,
  ...more,
});

const documentMeasures: readonly Measure[] = [
  documents('in-force', after('现行有效', documentGlue), documentReadings.inForce),
  documents('repealed', after('废止(?!和|、|或|及|与)', documentGlue), documentReadings.repealed),
  documents(
    'issued',
    after('(?:制发|制定出台|制定印发|制定|印发|出台|新制定|颁布)(?:并(?:发布|公开|公布|印发))?', documentGlue),
    documentReadings.issued,
  ),
  documents('published', after('发布|公开|公布', documentGlue), documentReadings.issued, { unlessEqual: true }),
  documents(
    'none-issued',
    /(?:未|没有|无)(?:新)?(?:制发|制定|出台|印发|新增)(?:行政|的|政府|本级|任何|新的)*规范性文件/gu,
    documentReadings.issued,
    { isZero: true },
  ),
];

const caseGlue = '(?:案件|案|申请|事项|共计|共|计|为|总计|数量|数|的|发生|收到|被提起|提起|引发|办结|审结|情况|[:\\s])*';
const cases = (code: string, words: RegExp, readings: Measure['readings'], more: Partial<Measure> = {}): Measure => ({
  code: `cases.${code}`,
  check: 'TXT-CASE',
  context: 'cases',
  words,
  readings,
  inParts: true,
  ...more,
});

const caseMeasures: readonly Measure[] = [
  cases('all', after('行政复议(?:案件)?(?:、|和|及|以及|或|与|/)(?:行政)?诉讼', caseGlue), allCaseReadings),
  cases('all', new RegExp(`相关案件(?:共|计|为)?${number}\\(?[^,;。)]{0,6}行政复议`, 'gu'), allCaseReadings),
  cases('review', after('行政复议|复议', caseGlue), reviewReadings),
  cases('suits', after('行政诉讼|诉讼', caseGlue), suitReadings),
];

/** Every phrase, the more specific ones first: a number is bound to the first that takes it. */
export const measures: readonly Measure[] = [...caseMeasures, ...documentMeasures, ...requestMeasures];
