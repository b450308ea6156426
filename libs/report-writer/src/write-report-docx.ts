import { editions, officialTableLayout, type OfficialGrid } from '@mingshu/report-format';
import {
  AlignmentType,
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { printedFigure, printedHeading, type ReportDocument } from './report-document';
import { withoutClock } from './same-bytes';

const body = { font: '仿宋', size: 32 };
const inTable = { font: '仿宋', size: 21 };

const prose = (text: string) => new Paragraph({ children: [new TextRun({ text, ...body })], indent: { firstLine: 640 } });
const heading = (text: string) =>
  new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun({ text, font: '黑体', size: 32 })] });

const table = ({ rows, headerRows }: OfficialGrid, { figures }: ReportDocument) =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map(
      (slots, row) =>
        new TableRow({
          tableHeader: row < headerRows,
          cantSplit: true,
          children: slots.map(
            ({ text, cell, rowspan, colspan }) =>
              new TableCell({
                rowSpan: rowspan,
                columnSpan: colspan,
                verticalAlign: VerticalAlign.CENTER,
                children: [
                  new Paragraph({
                    alignment: AlignmentType.CENTER,
                    children: [new TextRun({ text: cell ? printedFigure(figures[cell]) : (text ?? ''), ...inTable })],
                  }),
                ],
              }),
          ),
        }),
    ),
  });

/** A report as a Word document with the merged headers of the official tables. Same report, same bytes. */
export async function writeReportDocx(report: ReportDocument): Promise<Uint8Array> {
  const parts = editions[report.edition].sections.flatMap(({ number, heading: text, table: code }) => [
    ...[printedHeading(report, number, text)].flatMap((printed) => (printed === null ? [] : [heading(printed)])),
    ...(number === 1 || number === 5 || number === 6 ? report.sections[`${number}`].map(prose) : []),
    ...(code
      ? officialTableLayout(report.edition, code).flatMap((grid) => [
          ...(grid.caption ? [new Paragraph({ children: [new TextRun({ text: grid.caption, ...inTable })] })] : []),
          table(grid, report),
        ])
      : []),
  ]);
  const document = new Document({
    creator: '',
    title: report.title,
    sections: [
      {
        properties: { page: { margin: { top: '37mm', bottom: '35mm', left: '28mm', right: '26mm' } } },
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            children: [new TextRun({ text: report.title, font: '方正小标宋简体', size: 44 })],
          }),
          prose(report.introduction),
          ...parts,
          new Paragraph({ alignment: AlignmentType.RIGHT, children: [new TextRun({ text: report.signature, ...body })] }),
        ],
      },
    ],
  });
  return withoutClock(new Uint8Array(await Packer.toBuffer(document)));
}
