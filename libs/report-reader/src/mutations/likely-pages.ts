import { editionForYear, editions, type EditionId } from '@mingshu/report-format';
import { chanceFrom, type Chance } from './chance';
import { balancedFigures, figureStyles, isTable, printedTables, type Part, type PrintedTable } from './printed-report';

/** A whole page or text as agencies publish them, undamaged, and what it says. `isNamed`: whether it names its agency or year at all. */
export interface LikelyPage {
  readonly text: string;
  readonly agency: string;
  readonly year: number;
  readonly edition: EditionId;
  readonly figures: Readonly<Record<string, number>>;
  readonly isNamed: boolean;
}

const places = ['清河县', '北川省清河市石桥区', '临江市', '江东区', '永和自治县', '乌兰旗', '西山新区', '城区', '朝阳区', '长岭市'];
const towns = '柳河镇 长岭镇 双塔乡 清河镇 城关镇 白家庄满族乡 大王庄乡 东大街街道 石桥街道 中关镇 所前镇 局下乡 安办镇'.split(' ');
const departments =
  '农业农村局 卫生健康委员会 发展和改革局 工业和信息化局 公安局交通警察大队 自然资源和规划局 总工会 残疾人联合会 融媒体中心 城市管理综合行政执法大队 供销合作社联合社 档案馆 税务局 民政局 机关事务服务中心 信访局 人民政府办公室 经济技术开发区管理委员会 高新技术产业园区管委会'.split(
    ' ',
  );

function agencyOf(place: string, chance: Chance): string {
  const town = chance.of(towns);
  const full = town.endsWith('街道') ? `${town}办事处` : `${town}人民政府`;
  return chance.of([`${place}${full}`, `${place}${town}`, full, town, `${place}${chance.of(departments)}`, `${place}人民政府`]);
}

const inChinese = (year: number) => [...String(year)].map((digit) => '〇一二三四五六七八九'[Number(digit)]).join('');

const titlesOf = (agency: string, year: number) => [
  `${agency}${year}年政府信息公开工作年度报告`,
  `${agency}${year}年度政府信息公开工作年度报告`,
  `${year}年${agency}政府信息公开工作年度报告`,
  `${year}年度${agency}政府信息公开工作报告`,
  `${agency}关于${year}年度政府信息公开工作情况的报告`,
  `${agency}${year}年政府信息公开年报`,
  `${agency}（${year}年）政府信息公开工作年度报告`,
  `【${year}年】${agency}政府信息公开工作年度报告`,
  `${agency} ${year} 年政府信息公开工作年度报告`,
  `${agency}\n${year}年政府信息公开工作年度报告`,
  `${agency}\n${year}年政府信息公开工作\n年度报告`,
  `${agency}${inChinese(year)}年政府信息公开工作年度报告`,
  `${year}年政府信息公开工作年度报告`,
  `政府信息公开工作年度报告（${year}年）`,
  '',
];

const introductionsOf = (agency: string, self: string, year: number) => [
  `根据《中华人民共和国政府信息公开条例》（以下简称《条例》）和上级关于年度报告格式的要求，现公布${agency}${year}年政府信息公开工作年度报告。`,
  `${agency}根据《中华人民共和国政府信息公开条例》要求，编制${year}年政府信息公开工作年度报告。`,
  `本报告由${agency}按照《中华人民共和国政府信息公开条例》和《清河市人民政府办公室关于做好${year}年政府信息公开工作年度报告编制发布工作的通知》要求编制。全文包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六个部分。`,
  `按照县政府办公室要求，现将${self}${year}年度政府信息公开工作情况报告如下：`,
  `${year}年，${self}认真贯彻落实关于全面推进政务公开工作的决策部署，扎实推进信息公开。`,
];

const cellOf = ({ text, rowspan, colspan }: PrintedTable['rows'][number][number]) =>
  `<td rowspan=${rowspan} colspan=${colspan}><p>${text}</p></td>`;
const htmlOf = (part: Part) =>
  isTable(part)
    ? `<table>${part.rows.map((row) => `<tr>${row.map(cellOf).join('')}</tr>`).join('')}</table>`
    : `<p style="text-indent:2em"><span>${part}</span></p>`;
const textOf = (part: Part) => (isTable(part) ? part.rows.map((row) => row.map(({ text }) => text).join('\t')).join('\n') : part);

/** What a site prints around a report: the way to it, particulars, other agencies' and other years' reports, the foot. */
function pageAround(title: string, agency: string, place: string, year: number, body: string, chance: Chance): string {
  const published = `${year + 1}-01-${10 + chance.below(18)}`;
  const other = `${place}松林镇${year}年政府信息公开工作年度报告`;
  const earlier = `${agency}${year - 1}年政府信息公开工作年度报告`;
  const head = chance.of([
    '',
    `<title>${title.replaceAll('\n', '')}_政府信息公开年报_${place}人民政府</title>`,
    `<title>${place}人民政府门户网站</title>`,
  ]);
  const menu = chance.of([
    '',
    `<ul><li><a href=/1>首页</a></li><li><a href=/3>${place}${year - 1}年政府信息公开工作年度报告</a></li></ul>`,
    `<div>当前位置：首页>政务公开>法定主动公开内容>政府信息公开年报>${place}</div>`,
  ]);
  const particulars = chance.of([
    '',
    `<div>发布日期：${published} 来源：${place}人民政府办公室 浏览次数：2023</div>`,
    `<table><tr><td>索 引 号：</td><td>11140000/2024-00123</td><td>发布机构：</td><td>${place}人民政府办公室</td></tr><tr><td>发文日期：</td><td>${published}</td><td>主题词：</td><td></td></tr></table>`,
    `<p>时间：${published} 10:20 作者：管理员 【字体：大 中 小】 打印 关闭</p>`,
  ]);
  const foot = chance.of([
    '',
    `<div>上一篇：<a href=/x>${other}</a></div><div>下一篇：<a href=/y>${earlier}</a></div>`,
    `<ul><li><a href=/l>${earlier}</a> ${published}</li><li><a href=/m>${other}</a></li></ul><div>主办：${place}人民政府 承办：${place}人民政府办公室</div>`,
    `<div>【打印本页】【关闭窗口】 扫一扫在手机打开当前页 版权所有：${place}人民政府</div>`,
    `<p>上一条：${other}</p><p>下一条：没有了</p>`,
  ]);
  const mark = chance.of(['h1', 'h2', 'div', 'p']);
  const shown = title ? `<${mark}>${title.replaceAll('\n', '<br>')}</${mark}>` : '';
  return `<html><head><meta charset=utf-8>${head}</head><body>${menu}${chance.isOne(0.5) ? particulars + shown : shown + particulars}${body}${foot}</body></html>`;
}

/** Draws a page from a number; the same number gives the same page. */
export function drawLikelyPage(seed: number): LikelyPage {
  const chance = chanceFrom(seed);
  const place = chance.of(places);
  const agency = agencyOf(place, chance);
  const year = 2019 + chance.below(7);
  const edition = editionForYear(year)!;
  const figures = balancedFigures(edition, chance.of(figureStyles), chance);
  const self = /街道/.test(agency) ? '我街道' : /镇/.test(agency) ? '我镇' : /乡/.test(agency) ? '我乡' : '我局';
  const title = chance.of(titlesOf(agency, year));
  const introduction = chance.of(introductionsOf(agency, self, year));
  const period = chance.of([
    `本报告中所列数据的统计期限自${year}年1月1日起，至${year}年12月31日止。`,
    `数据统计期限为${year}年1月1日至12月31日。`,
    '',
  ]);
  const contact = chance.of([
    '',
    `如对本报告有疑问，请与${agency}联系（地址：解放路12号，电话：0000-1234567）。`,
    `如有疑问，请与${place}政务公开办公室联系。`,
  ]);
  const prose = [
    `${year}年，${self}严格执行《条例》，全年主动公开政府信息${chance.below(3000)}条，较${year - 1}年增长12.5%，其中通过政府网站公开2022条。`,
    '（一）主动公开方面。发布规范性文件3件，办理行政许可 12 件，行政处罚 5 件。',
    `（二）依申请公开方面。${year}年共收到政府信息公开申请${figures['requests.new_received.total']}件。`,
    `（五）监督保障。${year + 1}年，${self}将继续努力。`,
  ];
  const parts: Part[] = [
    ...[introduction, period, contact].filter((line) => line !== ''),
    ...editions[edition].sections.flatMap(({ number, heading, table }): Part[] => [
      heading,
      ...(table
        ? printedTables(edition, number as 2 | 3 | 4, figures)
        : number === 1
          ? prose
          : [`${year - 1}年遗留问题已整改；${year + 1}年继续加强培训。`]),
    ]),
    ...(chance.isOne(0.3) ? [agency, `${year + 1}年1月${chance.below(28) + 1}日`] : []),
  ];
  const text = chance.isOne(0.7)
    ? pageAround(title, agency, place, year, parts.map(htmlOf).join('\n'), chance)
    : [title, '', ...parts.map(textOf)].join('\n');
  return {
    text,
    agency,
    year,
    edition,
    figures,
    isNamed: `${title}${introduction}`.includes(agency) && `${title}${introduction}`.includes(String(year)),
  };
}
