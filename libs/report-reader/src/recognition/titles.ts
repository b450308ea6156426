import type { OpenedDocument } from '../document';
import { isAgencyName } from './agency-names';
import { normalise } from './normalise';
import { headingNumber } from './sections';

const reportName = '(?:政府|政务)?信息公开(?:工作)?(?:年度)?(?:工作)?(?:情况)?(?:的)?(?:年度)?(?:报告|年报|总结)';
export const titlePattern = new RegExp(reportName);
const chineseDigits = '〇一二三四五六七八九';

/** A year written in Chinese digits as one in Arabic: 二〇二四年. */
export const withArabicYears = (text: string): string =>
  text.replaceAll(/二[〇○零0][一二][〇○零一二三四五六七八九](?=年)/g, (year) =>
    [...year].map((digit) => (/[○零0]/.test(digit) ? 0 : chineseDigits.indexOf(digit))).join(''),
  );

export const titleYear = /(?<!\d)(20\d\d)(?:年度|年|度)/;

/** Words that stand where a name would, and name nobody. */
const nobody =
  /^(?:年度|人民政府|政府|政务|各?部门|各?单位|乡镇|街道|本级|县级|市级|区级|区县|[我本全该各][镇乡局办区县市委街].*|我单位|本机关|本单位|法定.*)$/;
const notInNames =
  /公开|内容|栏目|首页|目录|年报|专栏|报告|位置|信息(?![化中产安])|下载|附件|上一|下一|关于|通知|公示|标题|年度|索引|发布|按照|根据|要求|现将|我[镇乡局区县市街]/;

/** The name in a title or file name: what is left when year, 关于 and the report's own name are taken away. */
export function nameInTitle(title: string): string | undefined {
  const text = withArabicYears(normalise(title)).replaceAll(/[《》“”"【】[\]_\-—–+·.,，:：]/g, '');
  const end = text.search(titlePattern);
  if (end < 0) return undefined;
  const name = text
    .slice(0, end)
    .replace(/^\d{1,3}(?!\d|年)/, '')
    .replaceAll(/20\d\d(?:年度|年|度)?/g, '')
    .replaceAll(/^(?:关于|附件\d*|标题|名称|信息名称|题名|公开)+|(?:年度|年|关于|的|开展|工作)+$/g, '')
    .replaceAll(/[(（].*?[)）]|\d+/g, '')
    .replace(/人民$/, '人民政府');
  return /^\p{Script=Han}{2,30}$/u.test(name) && !nobody.test(name) && !notInNames.test(name) ? name : undefined;
}

/** A line of a document with what it is: a heading, a link to elsewhere, or other text. */
export interface Line {
  readonly text: string;
  readonly isHeading: boolean;
  readonly isLink: boolean;
}

/** Texts that stand alone on their line, in a table too where layout put them there; the cells of a page's table of particulars as well. */
export function linesOf({ blocks, traits }: OpenedDocument): Line[] {
  const links = new Set(traits.links.map((link) => normalise(link)));
  return blocks.flatMap((block): Line[] => {
    const texts =
      block.kind !== 'grid'
        ? [block.text]
        : block.rows.flatMap((row) => {
            const printed = row.map(({ text }) => text.trim()).filter((text) => text !== '');
            return printed.length === 1 ? printed : printed.filter((text) => text.length <= 60 && titlePattern.test(normalise(text)));
          });
    return texts.map((text) => ({
      text,
      isHeading: block.kind === 'heading',
      isLink: block.kind !== 'heading' && links.has(normalise(text)),
    }));
  });
}

/** Something in front of a title that does not belong to it: the way to a page, a label. */
const withoutWay = (text: string) =>
  text
    .split(/[>»›＞]/)
    .at(-1)!
    .replace(/^(?:标题|名称|信息名称|题名)[:：]/, '');

/** What stands in sentences and in no title. */
const inSentences = /[。；;，,]|如下|现将|现就|现予|根据|按照|编制/;
const elsewhere = /^(?:上一[篇条页]|下一[篇条页]|相关|附件|链接|更多|责任编辑|来源)|\.(?:docx?|pdf|wps|xlsx?|ofd|zip|rar)$/i;

/** A title found in the text. `line` is where it begins. */
export interface FoundTitle {
  readonly title: string;
  readonly line: number;
}

/** Lines that may be titles, joined from up to three where the source broke them, in the order of the document. */
export function titlesIn(lines: readonly Line[]): FoundTitle[] {
  const found: FoundTitle[] = [];
  /** Where the lines of the last title end: its own end is no title by itself. */
  let end = 0;
  const clean = lines.map(({ text }) => withoutWay(normalise(text)));
  for (let line = 0; line < lines.length; line += 1) {
    for (let count = 1; count <= 3 && line + count <= lines.length; count += 1) {
      if (lines.slice(line, line + count).some(({ isLink }) => isLink)) break;
      const joined = clean.slice(line, line + count).join('');
      if (joined.length > 60) break;
      const match = titlePattern.exec(joined);
      if (!match) continue;
      const isTitle = match.index + match[0].length >= joined.length - 9 && !inSentences.test(joined) && !elsewhere.test(joined);
      const isYearAbove = /^20\d\d$/.test(clean[line]!);
      const isWhole = count === 1 || isYearAbove || !titlePattern.test(clean.slice(line + 1, line + count).join(''));
      const isEnd = line < end && found.at(-1)!.title.endsWith(joined);
      if (isTitle && isWhole && !isEnd) {
        found.push(withNameAbove({ title: joined, line }, lines, clean));
        end = line + count;
      }
      break;
    }
  }
  return found;
}

/** A title whose first line is the agency's name alone or with 关于 or the year behind it. */
function withNameAbove(found: FoundTitle, lines: readonly Line[], clean: readonly string[]): FoundTitle {
  const above = clean[found.line - 1];
  if (above === undefined || lines[found.line - 1]!.isLink || nameInTitle(found.title) !== undefined) return found;
  if (!isAgencyName(above.replace(/(?:关于)?(?:20\d\d(?:年度|年|度)?)?$/, ''))) return found;
  return { title: above + found.title, line: found.line - 1 };
}

/** Where the report begins: its first section heading or, without one, the first line that speaks of the Regulation. */
export function bodyStart(lines: readonly Line[]): number {
  const opening = lines.findIndex(
    ({ text }) => text.length > 30 && /条例|编制本|年度报告/.test(text) && /公开/.test(text) && !titlePattern.test(text.slice(0, 40)),
  );
  const heading = lines.findIndex(({ text, isLink }) => !isLink && headingNumber(text) !== undefined);
  const found = [opening, heading].filter((line) => line >= 0);
  return found.length === 0 ? lines.length : Math.min(...found);
}

/** The document's own title: the last one before the report begins; others before it speak against it. */
export function titleOf(lines: readonly Line[]): { readonly title?: FoundTitle; readonly others: readonly FoundTitle[] } {
  const titles = titlesIn(lines.slice(0, 600));
  const start = bodyStart(lines);
  const before = titles.filter(({ line }) => line <= start);
  const pool = before.length > 0 ? before : titles.slice(0, 1);
  const headed = pool.filter(({ line }) => lines[line]!.isHeading);
  const withName = (some: readonly FoundTitle[]) => some.findLast(({ title }) => nameInTitle(title) !== undefined) ?? some.at(-1);
  const title = withName(headed.length > 0 ? headed : pool);
  return { title, others: pool.filter((one) => one !== title && !headed.includes(one) === !headed.includes(title!)) };
}

/** The part of a page's own title in front of the site's name. */
export const pageTitle = (title: string | undefined): string | undefined =>
  title
    ?.split(/[-_|—–]/)
    .map((part) => part.trim())
    .find((part) => titlePattern.test(normalise(part)));
