import { asDocx, asHtml, asText, noReport, type CorpusCase } from '../corpus-case';
import { changeParts, changeSlots, drawReport, isTable } from '../drawn-report';
import { htmlStyles } from '../write-html';
import { writeText } from '../write-text';

const town = drawReport('清河县柳河镇人民政府', 2024, { seed: 3 });
const notFound = Object.fromEntries(Object.keys(town.figures).map((cell) => [cell, 'unread' as const]));
const withoutTables = changeParts(town, (part) => (isTable(part) ? [] : part));

/** What arrives in place of, or around, a report (first part of the hard cases). */
export const arrivalCases: readonly CorpusCase[] = [
  asHtml(['page-with-tables-as-pictures', '来件种类', '二三四部分的标题下只有图片'], withoutTables, {
    figures: notFound,
    change: (page) => page.replaceAll('</h2>', '</h2><p><img src="t.png"></p>'),
  }),
  asHtml(['page-with-attachment', '来件种类', '正文之外另有附件链接'], town, {
    change: (page) => page.replace('</body>', '<p>附件：<a href="/files/2024.docx">柳河镇2024年度报告.docx</a></p></body>'),
  }),
  asHtml(['page-with-tags-left-open', '来件种类', '表格的行、格、表都没有结束标记'], town, {
    style: { ...htmlStyles.plain, cell: (slot) => htmlStyles.plain.cell(slot).replace('</td>', ''), row: (cells) => `<tr>${cells}` },
  }),
  asHtml(['page-with-pre-text-around', '来件种类', '网站栏目、日期、浏览次数围绕正文'], town, {
    change: (page) =>
      page.replace('<h1>', '<div>您的位置：首页 > 政府信息公开 > 年报</div><div>索引号：000/2025-00012　发文日期：2025-01-15</div><h1>'),
  }),
  asDocx(
    ['word-whose-title-is-only-its-file-name', '来件种类', 'Word 正文没有标题'],
    { ...town, title: '' },
    {
      fileName: '清河县柳河镇人民政府2024年政府信息公开工作年度报告.docx',
    },
  ),
  asText(['report-pasted-with-page-numbers', '来件种类', '行与行之间夹着页码'], town, {
    change: (text) => text.replace('4.保护第三方', '- 3 -\n4.保护第三方').replace('（四）无法提供', '第 4 页\n（四）无法提供'),
  }),
  noReport(
    ['page-built-by-script', '不是年报', '网页空壳，正文由脚本生成'],
    'html',
    '<!DOCTYPE html><html><head><title>年度报告</title><script src="/static/app.js"></script></head><body><div id="app"></div><script>window.__DATA__={}</script></body></html>',
    'empty_shell',
  ),
  noReport(
    ['page-that-lists-reports', '不是年报', '目录页'],
    'html',
    `<html><head><meta charset="utf-8"></head><body><h1>政府信息公开年报</h1><ul>${['柳河镇', '石桥街道', '双塔乡', '财政局', '教育局'].map((name, place) => `<li><a href="/${place}.html">清河县${name}2024年政府信息公开工作年度报告</a><span>2025-01-1${place}</span></li>`).join('')}</ul><div>共 5 条</div></body></html>`,
    'list_page',
  ),
  noReport(
    ['article-that-explains-a-report', '不是年报', '文字解读'],
    'html',
    '<html><head><meta charset="utf-8"></head><body><h1>一图读懂：清河县2024年政府信息公开工作年度报告解读</h1><p>近日，清河县人民政府公布了2024年政府信息公开工作年度报告。全年新收政府信息公开申请120件，办结118件，结转2件。</p><p>全县共主动公开信息一万余条，群众满意度稳步提升。</p></body></html>',
    'explanation',
  ),
  noReport(
    ['report-of-2017', '不是年报', '2018 年以前的旧格式'],
    'txt',
    '清河县柳河镇2017年政府信息公开工作年度报告\n\n一、概述\n2017年，我镇认真落实政府信息公开条例。\n二、主动公开政府信息情况\n全年主动公开政府信息86条。\n三、依申请公开政府信息情况和不予公开政府信息情况\n未收到申请。\n四、政府信息公开的收费及减免情况\n未收取费用。\n五、行政复议、行政诉讼情况\n无。\n六、存在的主要问题及改进措施\n附表：政府信息公开情况统计表\n一、主动公开政府信息数\t86',
    'before_2019',
  ),
  noReport(
    ['blank-form', '不是年报', '空白表样'],
    'txt',
    writeText(
      changeSlots({ ...town, title: '中华人民共和国政府信息公开工作年度报告格式', introduction: [] }, (one) =>
        one.cell ? { ...one, text: '' } : one,
      ),
    ),
    'other_document',
  ),
  noReport(
    ['notice-about-reports', '不是年报', '关于编制年报的通知'],
    'txt',
    '清河县人民政府办公室关于做好2024年政府信息公开工作年度报告编制工作的通知\n各乡镇人民政府、县政府各部门：\n为做好年度报告编制工作，现将有关事项通知如下。\n一、编制要求\n请于2025年1月20日前报送。\n二、报送方式\n通过电子邮箱报送。',
    'other_document',
  ),
  noReport(
    ['notice-with-the-six-headings', '不是年报', '通知里列出六个部分，表格没有填'],
    'txt',
    writeText(
      changeSlots(
        {
          ...town,
          title: '清河县人民政府办公室关于做好2024年政府信息公开年报编报的通知',
          introduction: ['各乡镇、各部门请于1月20日前按下列六个部分报送。'],
          sections: town.sections.map((section, place) => (place === 2 ? { ...section, parts: [] } : section)),
        },
        (one) => (one.cell ? { ...one, text: '' } : one),
      ),
    ),
    'other_document',
  ),
  noReport(
    ['minutes-of-a-meeting', '不是年报', '与年报无关的文件'],
    'txt',
    '清河县柳河镇防汛工作会议纪要\n时间：2024年6月3日\n会议强调，要压实责任。出席：三十二人。',
    'other_document',
  ),
  noReport(['empty-file', '打不开', '空文件'], 'txt', '', 'empty'),
  noReport(['blank-lines-only', '打不开', '只有空行'], 'txt', '\n \r\n　\n', 'empty'),
  noReport(['pdf-cut-after-its-head', '打不开', '只剩开头的 PDF'], 'pdf', '%PDF-1.4\n1 0 obj\n<</Type/Catalog', 'damaged'),
  noReport(
    ['photo-with-a-word-name', '打不开', '改了扩展名的照片'],
    'docx',
    Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1]),
    'scanned',
  ),
  noReport(
    ['bytes-without-meaning', '打不开', '无意义的字节'],
    'doc',
    Uint8Array.from({ length: 400 }, (_, place) => (place * 73) % 256),
    'unknown_type',
  ),
];
