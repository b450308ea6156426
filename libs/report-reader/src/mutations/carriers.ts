import { isTable, type PrintedReport, type PrintedRow, type PrintedTable } from './printed-report';

/** How a report is carried: a web page or one of the shapes its tables take in plain text. `keepsBlanks`: whether an empty cell leaves a trace. */
export interface Carrier {
  readonly keepsBlanks: boolean;
  readonly write: (report: PrintedReport) => string;
}

const startsOf = ({ rows }: PrintedTable): number[][] => {
  const taken: boolean[][] = rows.map(() => []);
  return rows.map((slots, row) => {
    let column = 0;
    return slots.map(({ rowspan, colspan }) => {
      while (taken[row]![column]) column += 1;
      const start = column;
      for (let down = 0; down < rowspan; down += 1)
        for (let right = 0; right < colspan; right += 1) (taken[row + down] ??= [])[start + right] = true;
      column += colspan;
      return start;
    });
  });
};

/** The fields of every line, merged slots printed once and then empty. */
function padded(table: PrintedTable): string[][] {
  const starts = startsOf(table);
  return table.rows.map((slots, row) => {
    const width = Math.max(table.columns, ...slots.map(({ colspan }, place) => starts[row]![place]! + colspan));
    const fields = Array.from({ length: width }, () => '');
    slots.forEach(({ text }, place) => (fields[starts[row]![place]!] = text));
    return fields;
  });
}

/** The fields of every line, merged slots printed once for every field they cover. */
function filled(table: PrintedTable): string[][] {
  const starts = startsOf(table);
  const lines = padded(table);
  table.rows.forEach((slots, row) =>
    slots.forEach(({ text, rowspan, colspan }, place) => {
      const from = starts[row]![place]!;
      for (let down = row; down < Math.min(row + rowspan, lines.length); down += 1) lines[down]!.fill(text, from, from + colspan);
    }),
  );
  return lines;
}

/** A cell in the middle of a line; the line of one without print is blanks. */
const centred = (text: string) => ' '.repeat(Math.max(8, Math.floor((76 - text.length) / 2))) + text;

const printedOnly = (row: PrintedRow) => row.map(({ text }) => text).filter((text) => text.trim() !== '');

const asText = (keepsBlanks: boolean, lines: (table: PrintedTable) => readonly string[]): Carrier => ({
  keepsBlanks,
  write: ({ before, sections, after }) =>
    [
      ...before,
      ...sections.flatMap(({ heading, parts }) => [
        heading,
        ...parts.flatMap((part) => (isTable(part) ? ['', ...lines(part), ''] : [part])),
      ]),
      ...after,
    ].join('\n'),
});

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A web page; `around` puts a site's navigation and footer about the text. */
const asPage = (around: (body: string) => string): Carrier => ({
  keepsBlanks: true,
  write: ({ before, sections, after }) => {
    const paragraph = (text: string) => `<p>${escaped(text)}</p>`;
    const table = ({ rows }: PrintedTable) =>
      `<table border="1">${rows
        .map(
          (row) =>
            `<tr>${row.map(({ text, rowspan, colspan }) => `<td rowspan="${rowspan}" colspan="${colspan}"><p>${escaped(text)}</p></td>`).join('')}</tr>`,
        )
        .join('')}</table>`;
    const body = [
      ...before.map(paragraph),
      ...sections.flatMap(({ heading, parts }) => [
        paragraph(heading),
        ...parts.map((part) => (isTable(part) ? table(part) : paragraph(part))),
      ]),
      ...after.map(paragraph),
    ].join('\n');
    return `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>${around(body)}</body></html>`;
  },
});

export const carriers = {
  tabs: asText(true, (table) => padded(table).map((fields) => fields.join('\t'))),
  pipes: asText(true, (table) => padded(table).map((fields) => `| ${fields.join(' | ')} |`)),
  'pipes without merged cells': asText(false, (table) => table.rows.map((row) => `${printedOnly(row).join(' | ')} |`)),
  'pipes with one value a line': asText(true, (table) =>
    table.rows.flatMap((row) => row.map(({ text }) => (text.trim() === '' ? '|' : `${text} |`))),
  ),
  'pipes with merged cells filled': asText(true, (table) => filled(table).map((fields) => fields.join(' | '))),
  'one value in the middle of a line': asText(true, (table) => table.rows.flatMap((row) => row.map(({ text }) => centred(text)))),
  'one value a line': asText(false, (table) => table.rows.flatMap(printedOnly)),
  'one cell a paragraph': asText(false, (table) => table.rows.flatMap((row) => printedOnly(row).flatMap((text) => [text, '']))),
  spaces: asText(false, (table) =>
    table.rows.map((row) =>
      printedOnly(row)
        .map((text) => text.replaceAll(/\s/g, ''))
        .join(' '),
    ),
  ),
  'a table in one line': asText(false, (table) => [
    table.rows
      .flatMap(printedOnly)
      .map((text) => text.replaceAll(/\s/g, ''))
      .join(' '),
  ]),
  page: asPage((body) => body),
  'page of a site': asPage(
    (body) =>
      `<div><a href="/">首页</a> &gt; <a href="/zwgk">政府信息公开</a> &gt; 年度报告</div><table><tr><td>索引号</td><td>000014349/2025-00021</td><td>发布机构</td><td>县政府办公室</td></tr><tr><td>发文日期</td><td>2025-01-20</td><td>有效性</td><td>有效</td></tr></table>${body}<div>【打印】【关闭】 分享到：</div><div>版权所有 备案号：0000123号 网站标识码：1400000012</div>`,
  ),
} satisfies Record<string, Carrier>;

export type CarrierName = keyof typeof carriers;
export const carrierNames = Object.keys(carriers) as CarrierName[];
