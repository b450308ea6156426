import { asDocx, asHtml, asText, cellsUnder, type CorpusCase } from '../corpus-case';
import { changeHeadings, changeParts, drawReport, isTable, type DrawnReport } from '../drawn-report';

const town = drawReport('清河县石桥街道办事处', 2022, { seed: 5 });
const rest = (heading: string) => heading.slice(2);
const numerals = '一二三四五六七';
const inSection = (report: DrawnReport, number: number, ...before: string[]): DrawnReport => ({
  ...report,
  sections: report.sections.map((section, place) =>
    place === number - 1 ? { ...section, parts: [...before, ...section.parts] } : section,
  ),
});

/** A picture stands in the place of table 3. */
const withoutRequests = (report: DrawnReport) => changeParts(report, (part, section) => (section === 3 && isTable(part) ? [] : part));
const unread = Object.fromEntries(cellsUnder(town, 'requests.').map((cell) => [cell, 'unread' as const]));

/** Headings gone wrong, and false friends of headings (third part of the hard cases). Every figure is where it belongs. */
export const headingCases: readonly CorpusCase[] = [
  asText(['headings-without-numerals', '标题', '标题没有序号'], changeHeadings(town, rest)),
  asText(['title-under-a-menu', '标题', '标题被栏目挤碎，表三是图片'], withoutRequests(town), {
    change: (text) => text.replace(town.title, '信息公开制度　清河县石桥街道办事处2022年政府信息公开工\n年政府信息公开工\n报告'),
    figures: { ...town.figures, ...unread },
  }),
  asText(
    ['headings-with-arabic-numbers', '标题', '1、代替一、'],
    changeHeadings(town, (heading, section) => `${section}、${rest(heading)}`),
  ),
  asText(
    ['headings-with-dashes', '标题', '—、代替一、'],
    changeHeadings(town, (heading) => `—、${rest(heading)}`),
  ),
  asDocx(
    ['headings-with-blanks', '标题', '前有全角空格，顿号后有空格'],
    changeHeadings(town, (heading) => `　　${heading.slice(0, 2)} ${rest(heading)}`),
  ),
  asText(['heading-inside-a-paragraph', '标题', '标题接在上一段末尾'], {
    ...town,
    sections: town.sections.map((section, place) =>
      place === 0
        ? { ...section, parts: [...section.parts.slice(0, -1), `${section.parts.at(-1) as string}二、主动公开政府信息情况`] }
        : place === 1
          ? { ...section, heading: '' }
          : section,
    ),
  }),
  asText(['heading-at-the-end-of-the-introduction', '标题', '标题在前言末尾'], {
    ...town,
    introduction: [`${town.introduction[0]}一、总体情况`],
    sections: town.sections.map((section, place) => (place === 0 ? { ...section, heading: '' } : section)),
  }),
  asText(['introduction-after-the-first-heading', '标题', '前言在标题一之后'], {
    ...inSection(town, 1, ...town.introduction),
    introduction: [],
  }),
  asText(['heading-twice', '标题', '同一标题印了两次'], inSection(town, 3, '三、收到和处理政府信息公开申请情况')),
  asText(
    ['numbering-shifted', '标题', '从第二部分起序号多一'],
    changeHeadings(town, (heading, section) => (section > 1 ? `${numerals[section]}、${rest(heading)}` : heading)),
  ),
  asHtml(
    ['numbering-from-one-again', '标题', '表格部分重新从一编号'],
    changeHeadings(town, (heading, section) => (section > 1 && section < 5 ? `${numerals[section - 2]}、${rest(heading)}` : heading)),
  ),
  asText(
    ['headings-missing', '标题', '二、四标题缺失'],
    changeHeadings(town, (heading, section) => (section === 2 || section === 4 ? '' : heading)),
  ),
  asHtml(
    ['headings-missing-in-a-page', '标题', '网页没有任何部分标题'],
    changeHeadings(town, () => ''),
  ),
  asText(
    ['list-items-that-look-like-headings', '标题', '小节内的一、二、三'],
    inSection(town, 1, '一、加强组织领导，健全工作机制。', '二、主动公开工作扎实推进。', '三、收到群众来信及时处理。'),
  ),
  asText(['headings-quoted-in-the-introduction', '标题', '前言列举六个部分'], {
    ...town,
    introduction: [
      ...town.introduction,
      '本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六部分组成。',
    ],
  }),
  asText(
    ['subsection-named-like-section-three', '标题', '总体情况里有同名小节'],
    inSection(town, 1, '（二）收到和处理政府信息公开申请情况', '全年共收到申请若干件，均已答复。'),
  ),
  asText(
    ['prose-heading-three', '标题', '叙述性的三、主动公开工作情况'],
    inSection(town, 1, '三、主动公开工作情况', '通过多种渠道主动公开信息，方便群众查阅。'),
  ),
  asHtml(
    ['older-heading-of-section-four', '标题', '第四部分用旧标题'],
    changeHeadings(town, (heading, section) => (section === 4 ? '四、因政府信息公开工作被申请行政复议、提起行政诉讼情况' : heading)),
  ),
];
