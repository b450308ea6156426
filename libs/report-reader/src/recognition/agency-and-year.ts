import type { Sign, Weighed } from '@mingshu/report-format';
import type { OpenedDocument } from '../document';
import { endsLikeAName, isAgencyName, isSameAgency, nameInContactLine, nameInIntroduction } from './agency-names';
import { normalise } from './normalise';
import type { RecognisedSections } from './sections';
import {
  bodyStart,
  linesOf,
  nameInTitle,
  pageTitle,
  titleOf,
  titlePattern,
  titlesIn,
  titleYear,
  withArabicYears,
  type FoundTitle,
  type Line,
} from './titles';
import { weigh, type WeightedSign } from './weigh';

/** What is known of a document besides its text. `fileName` may hold the folders it lay in inside a bundle. */
export interface Surroundings {
  readonly fileName?: string;
}

const shown = (text: string) => text.slice(0, 120);
const foldersOf = (fileName: string) =>
  fileName
    .split(/[\\/]/)
    .slice(0, -1)
    .filter((folder) => folder !== '');
const baseName = (fileName: string) => (fileName.split(/[\\/]/).at(-1) ?? '').replace(/\.\w{1,5}$/, '');

/** Everything recognition asks about who and when, found once for a document. */
export interface Particulars {
  readonly lines: readonly Line[];
  readonly clean: readonly string[];
  readonly title?: string;
  /** Whether other titles stand beside it, so that it alone does not decide. */
  readonly isOneOfSeveral: boolean;
  readonly pageTitle?: string;
}

const shortestName = 4;

/** A title that begins in the middle of a name, put behind the line above it, where the whole name stands elsewhere or the rest is too short to be one. */
function wholeTitle({ title, line }: FoundTitle, clean: readonly string[], ofPage: string | undefined): string {
  const [above, rest] = [clean[line - 1], nameInTitle(title)];
  if (!above || !rest || !/^\p{Script=Han}{2,20}$/u.test(above)) return title;
  const whole = above + rest;
  const isElsewhere = [ofPage ? normalise(ofPage) : '', ...clean].some((text) => text.includes(whole));
  return isElsewhere || (rest.length < shortestName && isAgencyName(whole)) ? above + title : title;
}

/** Lines and titles of a document. */
export function particularsOf(document: OpenedDocument): Particulars {
  const lines = linesOf(document);
  const { title, others } = titleOf(lines);
  const says = (text: string) => `${nameInTitle(text) ?? ''}|${titleYear.exec(withArabicYears(normalise(text)))?.[1] ?? ''}`;
  const own = title && says(title.title);
  const differs = others.some((other) => {
    const [agency = '', year = ''] = says(other.title).split('|');
    const [ownAgency = '', ownYear = ''] = own!.split('|');
    return (agency !== '' && ownAgency !== '' && !isSameAgency(agency, ownAgency)) || (year !== '' && ownYear !== '' && year !== ownYear);
  });
  const clean = lines.map(({ text }) => withArabicYears(normalise(text)));
  const ofPage = pageTitle(document.title);
  return { lines, clean, title: title && withArabicYears(wholeTitle(title, clean, ofPage)), isOneOfSeveral: differs, pageTitle: ofPage };
}

/** The sentences of the introduction, put together where the source broke its lines. */
const sentencesOf = (introduction: readonly string[]): readonly string[] =>
  introduction
    .slice(-12)
    .map((line) => line.trim())
    .join('')
    .split('。')
    .filter((sentence) => sentence.length > 20);

function signatureOf({ lines, clean }: Particulars): string | undefined {
  const start = bodyStart(lines);
  for (let index = clean.length - 1; index > start && index > clean.length - 60; index -= 1) {
    const line = clean[index]!.replace(/^(?:单位|填报单位|编制单位)[:：]/, '');
    const isDated =
      /^20\d\d年\d{1,2}月\d{1,2}日/.test(clean[index + 1] ?? '') || /^20\d\d年\d{1,2}月\d{1,2}日/.test(clean[index - 1] ?? '');
    const [, name, date] = /^(\p{Script=Han}{3,26}?)(20\d\d年\d{1,2}月\d{1,2}日)?$/u.exec(line) ?? [];
    if (name && (isDated || date) && !lines[index]!.isLink && isAgencyName(name)) return name;
  }
  return undefined;
}

/** Who reports, weighed from title, page title, file name and folder, introduction, contact line and signature. A place of the same name is for the roster to tell apart. */
export function recogniseAgency(
  particulars: Particulars,
  { introduction, texts }: RecognisedSections,
  { fileName }: Surroundings,
): Weighed<string> {
  const signs: WeightedSign<string>[] = [];
  const add = (where: Sign<string>['where'], weight: number, text: string | undefined, value: string | undefined) => {
    if (text && value) signs.push({ where, text: shown(text), value: normalise(value), weight: endsLikeAName(value) ? weight : 1 });
  };
  const { title, isOneOfSeveral, pageTitle: ofPage, lines, clean } = particulars;
  add('title', isOneOfSeveral ? 2 : 4, title, title && nameInTitle(title));
  add('page_title', isOneOfSeveral ? 3 : 2, ofPage, ofPage && nameInTitle(ofPage));
  if (fileName) {
    const name = normalise(baseName(fileName));
    const withoutReport = name.replace(/20\d\d(?:年度|年)?|(?:政府信息公开)?(?:工作)?(?:年报|年度报告|工作报告|报告)|[-_—()（）\d]/g, '');
    const inName = nameInTitle(name);
    add('file_name', inName ? 3 : 2, baseName(fileName), inName ?? (isAgencyName(withoutReport) ? withoutReport : undefined));
    const folder = foldersOf(fileName).findLast((one) => isAgencyName(normalise(one).replaceAll(/\d+[.、_-]?/g, '')));
    add('file_path', 1, folder, folder && normalise(folder).replaceAll(/\d+[.、_-]?/g, ''));
  }
  const opening = [...introduction.slice(-12), ...(texts['1'] ?? '').split('\n').slice(0, 2)].filter((line) => line.length > 20);
  const introduced = [...opening, ...sentencesOf(introduction)].flatMap((line) => {
    const name = nameInIntroduction(line);
    return name ? [{ line, name }] : [];
  })[0];
  add('introduction', 2, introduced?.line, introduced?.name);
  const contact = clean.findIndex(
    (line, index) => !lines[index]!.isLink && /联系|反映|咨询|填报单位|编制单位/.test(line) && nameInContactLine(line) !== undefined,
  );
  add('contact_line', 1, clean[contact], contact < 0 ? undefined : nameInContactLine(clean[contact]!));
  const signature = signatureOf(particulars);
  add('signature', 2, signature, signature);
  return weigh(signs, isSameAgency);
}

const period = /(20\d\d)年1月1日(?:起)?(?:至|到|—|-|~|－|–)+(?:(20\d\d)年|当年|同年|本年)?12月3[01]日/;

/** The year that the prose names most, and how clearly. */
function yearOfBody(
  texts: RecognisedSections['texts'],
): { readonly text: string; readonly year: string; readonly weight: number } | undefined {
  const counted = new Map<string, number>();
  for (const [, year] of withArabicYears(normalise(`${texts['1'] ?? ''}${texts['5'] ?? ''}${texts['6'] ?? ''}`)).matchAll(
    /(?<!\d)(20\d\d)年(?!\d)/g,
  ))
    counted.set(year!, (counted.get(year!) ?? 0) + 1);
  const [most, next] = [...counted].sort((one, other) => other[1] - one[1]);
  if (!most || most[1] <= (next?.[1] ?? 0)) return undefined;
  return { text: `${most[0]}年（${most[1]}处）`, year: most[0], weight: most[1] >= 3 && most[1] >= 3 * (next?.[1] ?? 0) ? 2 : 1 };
}

/** Which fiscal year is reported, weighed from title, page title, file name, stated period, introduction, text and the day of publication. */
export function recogniseYear(
  document: Pick<OpenedDocument, 'publicationDate'>,
  particulars: Particulars,
  { introduction, texts }: RecognisedSections,
  { fileName }: Surroundings,
): Weighed<number> {
  const signs: WeightedSign<number>[] = [];
  const add = (where: Sign<number>['where'], weight: number, text: string | undefined, value: string | number | undefined) => {
    const year = Number(value);
    if (text && year >= 2000 && year <= 2100) signs.push({ where, text: shown(text), value: year, weight });
  };
  const { title, isOneOfSeveral, pageTitle: ofPage, clean } = particulars;
  const inTitle = (text: string | undefined) => text && titleYear.exec(withArabicYears(normalise(text)))?.[1];
  add('title', isOneOfSeveral ? 2 : 4, title, inTitle(title));
  add('page_title', isOneOfSeveral ? 3 : 2, ofPage, inTitle(ofPage));
  if (fileName) {
    const name = withArabicYears(normalise(baseName(fileName)));
    const year = titleYear.exec(name)?.[1] ?? (titlePattern.test(name) ? /(?<!\d)(20\d\d)(?!\d)/.exec(name)?.[1] : undefined);
    add('file_name', 2, name, year);
    const folder = foldersOf(fileName).findLast((one) => titleYear.test(normalise(one)));
    add('file_path', 1, folder, inTitle(folder));
  }
  const sentences = sentencesOf(introduction).map((sentence) => withArabicYears(normalise(sentence)));
  const stated = [...clean, ...sentences].map((line) => period.exec(line)).find(Boolean);
  if (stated && (!stated[2] || stated[1] === stated[2])) add('period', 3, stated[0], stated[1]);
  const opening = introduction
    .map((line) => withArabicYears(normalise(line)))
    .findLast((line) => line.length > 20 && /20\d\d年/.test(line) && !titlesIn([{ text: line, isHeading: false, isLink: false }]).length);
  const own = opening && (/(20\d\d)年(?:度)?[,，]/.exec(opening)?.[1] ?? /(20\d\d)年(?:度)?(?:政府|政务)?信息公开/.exec(opening)?.[1]);
  add('introduction', 2, opening, own);
  const body = yearOfBody(texts);
  add('body', body?.weight ?? 0, body?.text, body?.year);
  const { publicationDate } = document;
  // A report is published in the months after its year; a later day is that of an upload.
  if (publicationDate && Number(publicationDate.slice(5, 7)) <= 4)
    add('publication_date', 1, publicationDate, Number(publicationDate.slice(0, 4)) - 1);
  return weigh(signs, (one, other) => one === other);
}

/** Whether any line names a report of this kind. */
export const namesAReport = ({ title, pageTitle: ofPage }: Particulars): boolean => title !== undefined || ofPage !== undefined;
