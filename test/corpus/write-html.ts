import { isTable, type DrawnReport, type DrawnSlot, type DrawnTable } from './drawn-report';

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>');

/** How a page is built around a report. */
export interface HtmlStyle {
  readonly cell: (slot: DrawnSlot) => string;
  readonly row: (cells: string) => string;
  readonly table: (rows: string) => string;
  readonly paragraph: (text: string) => string;
  readonly heading: (text: string) => string;
  readonly page: (body: string, report: DrawnReport) => string;
}

const spans = ({ rowspan, colspan }: DrawnSlot) =>
  `${rowspan > 1 ? ` rowspan="${rowspan}"` : ''}${colspan > 1 ? ` colspan="${colspan}"` : ''}`;

const plain: HtmlStyle = {
  cell: (slot) => `<td${spans(slot)}>${escaped(slot.text)}</td>`,
  row: (cells) => `<tr>${cells}</tr>`,
  table: (rows) => `<table border="1">${rows}</table>`,
  paragraph: (text) => `<p>${escaped(text)}</p>`,
  heading: (text) => `<h2>${escaped(text)}</h2>`,
  page: (body, { title }) =>
    `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title}</title></head><body><h1>${title}</h1>${body}</body></html>`,
};

export const htmlStyles = {
  plain,
  /** Nested layout tables, unclosed tags, numbers cut by spans, blanks as entities. */
  'site-template': {
    ...plain,
    cell: (slot) =>
      `<TD rowSpan=${slot.rowspan} colSpan=${slot.colspan}><P style="text-align:center"><SPAN>${escaped(slot.text).replace(/^(\d)(\d)/, '$1</SPAN><SPAN lang="EN-US">$2') || '&nbsp;'}</SPAN>`,
    row: (cells) => `<TR style="height:20px">${cells}`,
    table: (rows) => `<TABLE><TBODY>${rows}</TABLE>`,
    paragraph: (text) => `<P>　　<FONT face=仿宋>${escaped(text)}</FONT>`,
    heading: (text) => `<P>　　<STRONG>${escaped(text)}</STRONG>`,
    page: (body, { title, year }) =>
      `<html><head><meta charset="utf-8"><title>${title}_清河县人民政府</title></head><body><table width="1000"><tr><td>首页 | 政务公开 | 互动交流<tr><td><table><tr><td width="200"><ul><li>政策文件<li>规划计划<li>年度报告</ul><td><div class="article"><h1>${title}</h1><div>发布日期：${year + 1}-01-18　来源：县融媒体中心　浏览次数：2031</div>${body}</div></table><tr><td>版权所有 清河县人民政府 联系电话：0000-1234567</table></body></html>`,
  },
  /** What a word processor leaves in a page. */
  'word-paste': {
    ...plain,
    cell: (slot) =>
      `<td valign="center"${spans(slot)} style="border:1px solid"><p class="MsoNormal"><span style="font-family:宋体"><o:p>${escaped(slot.text)}</o:p></span></p></td>`,
    row: (cells) => `<tr style="mso-yfti-irow:0">${cells}</tr>`,
    table: (rows) =>
      `<div align="center"><table class="MsoNormalTable">${rows}<![if !supportMisalignedColumns]><tr height="0"><td width="70" style="border:none"></td><td width="70" style="border:none"></td></tr><![endif]></table></div>`,
    paragraph: (text) => `<p class="MsoNormal"><!--[if gte mso 9]><xml></xml><![endif]--><span>${escaped(text)}</span><o:p></o:p></p>`,
    heading: (text) =>
      `<p class="MsoNormal"><b><span>${escaped(text.slice(0, 2))}</span></b><b><span>${escaped(text.slice(2))}</span></b></p>`,
  },
  /** Headings and body in one block, broken by line breaks only; header cells as th. */
  'line-breaks': {
    ...plain,
    cell: (slot) => `<${slot.cell ? 'td' : 'th'}${spans(slot)}>&nbsp;${escaped(slot.text)}&nbsp;</${slot.cell ? 'td' : 'th'}>`,
    paragraph: (text) => `${escaped(text)}<br><br>`,
    heading: (text) => `&emsp;&emsp;<b>${escaped(text)}</b><br>`,
    page: (body, { title }) =>
      `<html><head><meta charset="utf-8"></head><body><div id="zoom"><p align="center">${title.replace('年政府', '年<br>政府')}</p>${body}</div></body></html>`,
  },
} satisfies Record<string, HtmlStyle>;

/** The report as a web page. */
export function writeHtml(report: DrawnReport, style: HtmlStyle = plain): string {
  const table = ({ rows }: DrawnTable) => style.table(rows.map((slots) => style.row(slots.map(style.cell).join(''))).join('\n'));
  const body = [
    ...report.introduction.map(style.paragraph),
    ...report.sections.flatMap(({ heading, parts }) => [
      ...(heading === '' ? [] : [style.heading(heading)]),
      ...parts.map((part) => (isTable(part) ? table(part) : style.paragraph(part))),
    ]),
    ...report.ending.map(style.paragraph),
  ].join('\n');
  return style.page(body, report);
}
