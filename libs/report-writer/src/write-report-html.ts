import { editions, officialTableLayout, type OfficialGrid } from '@mingshu/report-format';
import { printedFigure, printedHeading, type ReportDocument } from './report-document';

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

function tableHtml({ caption, rows }: OfficialGrid, { figures }: ReportDocument): string {
  const lines = rows.map(
    (slots) =>
      `<tr>${slots
        .map(({ text, cell, rowspan, colspan }) => {
          const spans = `${rowspan > 1 ? ` rowspan="${rowspan}"` : ''}${colspan > 1 ? ` colspan="${colspan}"` : ''}`;
          return `<td${spans}>${escaped(cell ? printedFigure(figures[cell]) : (text ?? ''))}</td>`;
        })
        .join('')}</tr>`,
  );
  return `${caption ? `<p>${escaped(caption)}</p>` : ''}<table border="1">${lines.join('\n')}</table>`;
}

/** A report as a page of a county's site. */
export function writeReportHtml(report: ReportDocument): Uint8Array {
  const parts = editions[report.edition].sections.map(({ number, heading, table }) => {
    const prose =
      number === 1 || number === 5 || number === 6 ? report.sections[`${number}`].map((text) => `<p>${escaped(text)}</p>`).join('\n') : '';
    const tables = table ? officialTableLayout(report.edition, table).map((grid) => tableHtml(grid, report)) : [];
    const printed = printedHeading(report, number, heading);
    return `${printed === null ? '' : `<h2>${escaped(printed)}</h2>\n`}${prose}${tables.join('\n')}`;
  });
  const html = `<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${escaped(report.title)}</title></head><body>
<div class="site"><div class="article"><h1>${escaped(report.title)}</h1>
<p>${escaped(report.introduction)}</p>
${parts.join('\n')}
<p>${escaped(report.signature)}</p></div></div></body></html>
`;
  return new TextEncoder().encode(html);
}
