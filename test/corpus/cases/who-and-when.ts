import { asDocx, asHtml, asText, type CorpusCase } from '../corpus-case';
import { drawReport, type DrawnReport } from '../drawn-report';
import { textShapes } from '../write-text';

const town = drawReport('清河县柳河镇人民政府', 2023, { seed: 41 });
const named = (agency: string, year = 2023) => drawReport(agency, year, { seed: 42 });
const titled = (report: DrawnReport, title: string): DrawnReport => ({ ...report, title });
const introduced = (report: DrawnReport, ...introduction: string[]): DrawnReport => ({ ...report, introduction });
const period = '本报告所列数据的统计期限为2023年1月1日至12月31日。';

/** Who reports and for which year (seventh part of the hard cases). */
export const whoAndWhenCases: readonly CorpusCase[] = [
  asText(['name-that-cuts-wrongly', '单位与年度', '清河市长岭镇'], named('清河市长岭镇人民政府')),
  asText(['county-and-town-of-one-name', '单位与年度', '清河县清河镇'], named('清河县清河镇人民政府')),
  asHtml(['district-called-city-quarter', '单位与年度', '城区为正式名称'], named('清河市城区人民政府')),
  asText(['subdistrict-ending-in-street', '单位与年度', '名称以街结尾的街道'], named('清河县东大街街道办事处')),
  asDocx(['bureau', '单位与年度', '县农业农村局'], named('清河县农业农村局')),
  asDocx(['management-committee', '单位与年度', '开发区管理委员会'], named('清河县经济开发区管理委员会')),
  asText(['government-office', '单位与年度', '县政府办公室'], named('清河县人民政府办公室')),
  asText(['title-absent', '单位与年度', '没有标题，看前言'], titled(town, '')),
  asHtml(['title-absent-site-office-named', '单位与年度', '没有标题，发布机构是融媒体中心'], titled(town, ''), {
    change: (page) => page.replace('<h1></h1>', '<div>发布机构：清河县融媒体中心　发布日期：2024-01-12</div>'),
  }),
  asText(['title-over-three-lines', '单位与年度', '标题分三行'], titled(town, '清河县柳河镇人民政府\n2023年政府信息公开工作\n年度报告')),
  asText(['year-before-the-name', '单位与年度', '年份在单位名前'], titled(town, '2023年清河县柳河镇人民政府信息公开工作年度报告')),
  asText(['year-with-du', '单位与年度', '2023年度'], titled(town, '清河县柳河镇人民政府2023年度政府信息公开工作报告')),
  asText(
    ['title-with-regard-to', '单位与年度', '关于……的报告'],
    titled(town, '清河县柳河镇人民政府关于2023年度政府信息公开工作情况的报告'),
  ),
  asText(
    ['self-named-only', '单位与年度', '正文只说我镇，标题无名'],
    introduced(titled(town, '2023年政府信息公开工作年度报告'), `我镇高度重视政府信息公开工作，现将有关情况公布如下。${period}`),
    { agency: null },
  ),
  asText(
    ['introduction-of-another-agency', '单位与年度', '前言抄自另一镇'],
    introduced(town, `根据条例要求，现公布清河县双塔乡人民政府2023年政府信息公开工作年度报告。${period}`),
  ),
  asText(['years-that-are-no-years', '单位与年度', '公开信息2022条、3.2022'], {
    ...introduced(town, '根据条例要求编制本报告，全年发布信息2022条，历年累计公开信息12021条。'),
    title: '清河县柳河镇人民政府2023年政府信息公开工作年度报告',
  }),
  asText(
    ['title-and-period-disagree', '单位与年度', '标题 2023 年，期限 2022 年'],
    introduced(town, '根据条例要求编制本报告。本报告所列数据的统计期限为2022年1月1日至12月31日。'),
  ),
  asHtml(['published-in-january', '单位与年度', '2024年1月发布的2023年度报告'], town, {
    change: (page) => page.replace('<h1>', '<div>发布日期：2024-01-25 10:20</div><h1>'),
  }),
  asText(
    ['period-to-the-thirtieth', '单位与年度', '期限止于12月30日'],
    introduced(town, '根据条例要求编制本报告，数据统计期限为2023年1月1日至2023年12月30日。'),
  ),
  asText(['edition-of-another-year', '单位与年度', '2023年度用2019年版表'], {
    ...drawReport('清河县柳河镇人民政府', 2020, { seed: 43 }),
    year: 2023,
    title: town.title,
    introduction: town.introduction,
  }),
  asText(
    ['name-with-stamp-line', '单位与年度', '落款有单位和日期'],
    { ...town, ending: ['清河县柳河镇人民政府', '2024年1月20日'] },
    { shape: textShapes.pipes },
  ),
  asDocx(['file-name-of-another-year', '单位与年度', '文件名年份与正文不同'], town, { fileName: '清河县柳河镇2022年年报.docx' }),
  asHtml(['titles-of-others-in-the-menu', '单位与年度', '栏目里有别的年报的链接'], town, {
    change: (page) =>
      page
        .replace('<h1>', '<ul><li><a href="/1">清河县2020年政府信息公开工作年度报告</a></li></ul><h1>')
        .replace('</body>', '<div>上一篇：<a href="/2">清河县双塔乡2023年政府信息公开工作年度报告</a></div></body>'),
  }),
  asText(
    ['title-above-in-two-lines', '单位与年度', '单位名独占一行'],
    titled(town, '清河县柳河镇人民政府\n2023年政府信息公开工作年度报告'),
  ),
  asText(['name-with-province-and-city', '单位与年度', '省市区全称'], named('北川省清河市石桥区人民政府')),
  asText(['industry-and-information', '单位与年度', '工业和信息化局'], titled(named('清河县工业和信息化局'), '')),
  asDocx(['zone-of-technology', '单位与年度', '高新技术产业园区管委会'], titled(named('清河县高新技术产业园区管委会'), '')),
  asText(['year-in-chinese-digits', '单位与年度', '二〇二三年'], titled(town, '清河县柳河镇人民政府二〇二三年政府信息公开工作年度报告')),
  asText(
    ['sentence-that-looks-like-a-title', '单位与年度', '前言像标题'],
    introduced(town, '按照县政府办公室要求，现将我镇2023年度政府信息公开工作情况报告如下：', period),
  ),
  asText(
    ['traditional-title', '单位与年度', '繁体标题，单位名以简体给出'],
    titled(town, '清河縣柳河鎮人民政府2023年政府信息公開工作年度報告'),
  ),
];
