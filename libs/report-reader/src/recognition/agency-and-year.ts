import type { Sign, Weighed } from '@mingshu/report-format';
import type { OpenedDocument } from '../document';
import { normalise } from './normalise';
import type { RecognisedSections } from './sections';

const reportName = '(?:政府)?信息公开(?:工作)?(?:年度)?(?:工作)?(?:情况)?(?:年度)?(?:报告|年报|总结)';
const titlePattern = new RegExp(reportName);
const titleYear = /(20\d\d)(?:年度|年|度)/;
const organisation =
  /[\p{Script=Han}]{2,24}?(?:人民政府办公室|人民政府|街道办事处|办事处|管理委员会|委员会|办公室|管理局|监督局|服务中心|[\p{Script=Han}]局|税务局|中心|支队|大队)(?=$|[^\p{Script=Han}]|按照|根据|认真|严格|深入|坚持|在|的|政府信息|政务|信息公开|编制|以|围绕|持续|紧紧|高度|积极|全面|政务公开|联系)/u;

/** The name in a title or file name: what is left when year, 关于 and the report's own name are taken away. */
function nameInTitle(title: string): string | undefined {
  const text = normalise(title).replaceAll(/[《》“”"【】[\]_\-—–+]/g, '');
  const end = text.search(titlePattern);
  if (end < 0) return undefined;
  const name = text
    .slice(0, end)
    .replace(/^\d{1,3}[.、]/, '')
    .replaceAll(/20\d\d(?:年度|年|度)?/g, '')
    .replaceAll(/^(?:关于|附件\d*[:：]?)+|(?:年度|关于|的|年)+$/g, '')
    .replaceAll(/[(（].*?[)）]|\d+/g, '')
    .replace(/人民$/, '人民政府');
  return /^\p{Script=Han}{2,30}$/u.test(name) && !/^(?:年度|我[镇乡局办]|本机关|政府|全[县市区])$/.test(name) ? name : undefined;
}

/** Texts that stand alone on their line, in a table too where layout put them there. */
const linesOf = ({ blocks }: OpenedDocument): string[] =>
  blocks.flatMap((block) =>
    block.kind === 'grid'
      ? block.rows.flatMap((row) => {
          const [first, ...more] = row.map(({ text }) => text.trim()).filter((text) => text !== '');
          return first !== undefined && more.length === 0 ? [first] : [];
        })
      : [block.text],
  );

/** Lines that may be the title, joined from up to three where the source broke it, best first: with year and name, then the earlier one. */
function titlesOf(document: OpenedDocument): string[] {
  const lines = linesOf(document).slice(0, 400);
  const found: { title: string; score: number }[] = [];
  for (let line = 0; line < lines.length; line += 1) {
    for (let count = 1; count <= 3; count += 1) {
      const joined = normalise(lines.slice(line, line + count).join(''));
      const match = titlePattern.exec(joined);
      if (!match) continue;
      const isTitle = joined.length <= 60 && match.index + match[0].length >= joined.length - 6 && !/[。；]/.test(joined);
      const isWhole = count === 1 || !titlePattern.test(normalise(lines.slice(line + 1, line + count).join('')));
      if (isTitle && isWhole) found.push({ title: joined, score: (titleYear.test(joined) ? 2 : 0) + (nameInTitle(joined) ? 2 : 0) });
      break;
    }
  }
  return found.sort((one, other) => other.score - one.score).map(({ title }) => title);
}

const titleOf = (document: OpenedDocument): string | undefined => titlesOf(document)[0];

/** The part of a page's own title in front of the site's name. */
const pageTitle = (title: string | undefined) => title?.split(/[-_|—–]/).find((part) => titlePattern.test(normalise(part)));

const agree = (one: string, other: string) => one.includes(other) || other.includes(one);

function weigh<Value>(
  signs: readonly Sign<Value>[],
  weights: Partial<Record<Sign<Value>['where'], number>>,
  same: (one: Value, other: Value) => boolean,
): Weighed<Value> {
  const groups: { value: Value; weight: number; strongest: number }[] = [];
  for (const { where, value } of signs) {
    const weight = weights[where] ?? 1;
    const group = groups.find((one) => same(one.value, value));
    if (!group) groups.push({ value, weight, strongest: weight });
    else {
      group.weight += weight;
      if (weight > group.strongest) [group.value, group.strongest] = [value, weight];
    }
  }
  const [first, second] = groups.sort((one, other) => other.weight - one.weight);
  return { value: first && first.weight > (second?.weight ?? 0) ? first.value : null, signs };
}

export interface Surroundings {
  readonly fileName?: string;
}

const baseName = (fileName: string) => (fileName.split(/[\\/]/).at(-1) ?? '').replace(/\.\w{1,5}$/, '');

/** Who reports, weighed from title, file name, introduction, contact line and signature. A place of the same name is for the roster to tell apart. */
export function recogniseAgency(
  document: OpenedDocument,
  { introduction }: RecognisedSections,
  { fileName }: Surroundings,
): Weighed<string> {
  const signs: Sign<string>[] = [];
  const add = (where: Sign<string>['where'], text: string | undefined, value: string | undefined) => {
    if (text && value) signs.push({ where, text: text.slice(0, 120), value });
  };
  const title = titleOf(document) ?? pageTitle(document.title);
  add('title', title, title && nameInTitle(title));
  if (fileName) add('file_name', baseName(fileName), nameInTitle(baseName(fileName)));
  const opening = introduction.filter((line) => line.length > 30 && /公开|条例/.test(line));
  for (const line of opening.slice(0, 3)) {
    const name = organisation
      .exec(normalise(line).replace(/^20\d\d年(?:度)?[,，]?/, ''))?.[0]
      .replace(/^.*(?:公布|发布|编制|现将|现由|由)/u, '');
    if (name && !/国务院|中共|省|中华/.test(name)) {
      add('introduction', line, name);
      break;
    }
  }
  const lines = linesOf(document).map(normalise);
  const contact = lines.find((line) => /(?:联系地址|联系单位|通讯地址|地址)[:：]/.test(line) || /(?:与|向).{2,30}联系/.test(line));
  add('contact_line', contact, contact && /(?:与|向|[:：])((?:\p{Script=Han}){2,24}(?:人民政府|办事处|局|委员会))/u.exec(contact)?.[1]);
  const ending = lines
    .slice(-4)
    .find((line) => line.length <= 30 && /^\p{Script=Han}{2,24}(?:人民政府(?:办公室)?|办事处|局|委员会|中心)(?:20\d\d年.*)?$/u.test(line));
  add('signature', ending, ending?.replace(/20\d\d年.*$/, ''));
  return weigh(signs, { title: 4, file_name: 2, introduction: 1, contact_line: 1, signature: 2 }, agree);
}

/** Which fiscal year is reported, weighed from title, stated period, file name, introduction, text and the day of publication. */
export function recogniseYear(
  document: OpenedDocument,
  { introduction, texts }: RecognisedSections,
  { fileName }: Surroundings,
): Weighed<number> {
  const signs: Sign<number>[] = [];
  const add = (where: Sign<number>['where'], text: string | undefined, value: string | number | undefined) => {
    const year = Number(value);
    if (text && year >= 2000 && year <= 2100) signs.push({ where, text: text.slice(0, 120), value: year });
  };
  const title = titleOf(document) ?? pageTitle(document.title);
  add('title', title, title && titleYear.exec(title)?.[1]);
  const name = fileName && normalise(baseName(fileName));
  add(
    'file_name',
    name,
    name && (titleYear.exec(name)?.[1] ?? (titlePattern.test(name) ? /(?<!\d)(20\d\d)(?!\d)/.exec(name)?.[1] : undefined)),
  );
  const prose = linesOf(document).map(normalise);
  const period = prose.map((line) => /(20\d\d)年1月1日(?:起)?(?:至|到|—|-|~)+(?:(20\d\d)年)?12月3[01]日/.exec(line)).find(Boolean);
  if (period && (!period[2] || period[1] === period[2])) add('period', period[0], period[1]);
  const opening = introduction.map(normalise).find((line) => !titlePattern.test(line) || line.length > 40);
  add('introduction', opening, opening && /(20\d\d)年(?:度)?[,，]/.exec(opening)?.[1]);
  const counted = new Map<string, number>();
  for (const [, year] of normalise(`${texts['1'] ?? ''}${texts['5'] ?? ''}${texts['6'] ?? ''}`).matchAll(/(20\d\d)年(?!\d)/g))
    counted.set(year!, (counted.get(year!) ?? 0) + 1);
  const [most, next] = [...counted].sort((one, other) => other[1] - one[1]);
  if (most && most[1] > (next?.[1] ?? 0)) add('body', `${most[0]}年（${most[1]}处）`, most[0]);
  if (document.publicationDate) add('publication_date', document.publicationDate, Number(document.publicationDate.slice(0, 4)) - 1);
  return weigh(signs, { title: 4, period: 3, file_name: 2, introduction: 1, body: 1, publication_date: 1 }, (one, other) => one === other);
}

/** Whether any line names a report of this kind. */
export const namesAReport = (document: OpenedDocument): boolean =>
  titleOf(document) !== undefined || pageTitle(document.title) !== undefined;
