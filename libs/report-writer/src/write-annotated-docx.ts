import { cellName, ruleRegister, type Finding, type TextPlace } from '@mingshu/report-checks';
import { editions, officialTableLayout, type CellCode, type EditionId, type OfficialGrid } from '@mingshu/report-format';
import {
  AlignmentType,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  Document,
  HeadingLevel,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
  type ParagraphChild,
} from 'docx';
import { withoutClock } from './same-bytes';

/** A report with what was found at its place. `printed` is what each cell shows; a cell that is missing was not found. `at` stamps the comments. */
export interface AnnotatedReport {
  readonly title: string;
  readonly notes: readonly string[];
  readonly edition: EditionId;
  readonly printed: Readonly<Partial<Record<CellCode, string>>>;
  readonly parts: Readonly<Partial<Record<TextPlace, string>>>;
  readonly findings: readonly Finding[];
  readonly at: Date;
}

/** A finding with the mark it bears on paper: 错误1, 疑问2. */
interface Marked {
  readonly id: number;
  readonly mark: string;
  readonly finding: Finding;
}

const words = { error: '错误', warning: '疑问', info: '提示' } as const;
const shade = { fill: 'E3E7ED' };
const body = { font: '仿宋', size: 28 };
const inTable = { font: '仿宋', size: 18 };

/** Numbers run by severity, as the check sheet counts them. */
function marked(findings: readonly Finding[]): Marked[] {
  const counts = { error: 0, warning: 0, info: 0 };
  return findings.map((finding, id) => ({ id, finding, mark: `〔${words[finding.severity]}${(counts[finding.severity] += 1)}〕` }));
}

const anchorOf = ({ finding }: Marked): CellCode | undefined => finding.likely?.cell ?? finding.cells.at(-1);
const line = (text: string) => new Paragraph({ children: [new TextRun({ text, ...body })] });

/** The words of a comment's place, then its mark. */
const commented = (own: readonly Marked[], run: TextRun): ParagraphChild[] => [
  ...own.map(({ id }) => new CommentRangeStart(id)),
  run,
  ...own.flatMap(({ id }) => [new CommentRangeEnd(id), new TextRun({ children: [new CommentReference(id)] })]),
];

function table({ rows, headerRows }: OfficialGrid, { printed }: AnnotatedReport, all: readonly Marked[]): Table {
  const cellOf = (cell: CellCode | undefined, text: string | undefined) => {
    const touching = cell ? all.filter(({ finding }) => finding.cells.includes(cell) || finding.likely?.cell === cell) : [];
    const anchored = touching.filter((one) => anchorOf(one) === cell);
    const run = new TextRun({ text: cell ? (printed[cell] ?? '〔未读到〕') : (text ?? ''), ...inTable });
    const marks = touching.map(({ mark }) => mark).join('');
    return { touching, children: [...commented(anchored, run), ...(marks ? [new TextRun({ text: marks, ...inTable, bold: true })] : [])] };
  };
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map(
      (slots, row) =>
        new TableRow({
          tableHeader: row < headerRows,
          cantSplit: true,
          children: slots.map(({ text, cell, rowspan, colspan }) => {
            const { touching, children } = cellOf(cell, text);
            return new TableCell({
              rowSpan: rowspan,
              columnSpan: colspan,
              verticalAlign: VerticalAlign.CENTER,
              ...(touching.length > 0 ? { shading: shade } : {}),
              children: [new Paragraph({ alignment: AlignmentType.CENTER, children })],
            });
          }),
        }),
    ),
  });
}

/** The lines of one part of the prose; words a finding quotes are underlined and bear its mark behind them. */
function prose(place: TextPlace, text: string, all: readonly Marked[]): Paragraph[] {
  const claims = all.filter(({ finding }) => finding.claim?.section === place);
  let from = 0;
  return text.split('\n').map((words) => {
    const [start, end] = [from, from + words.length];
    from = end + 1;
    const own = claims.filter(({ finding }) => finding.claim!.start >= start && finding.claim!.start < end);
    const cuts = new Set([start, end, ...own.flatMap(({ finding }) => [finding.claim!.start, Math.min(finding.claim!.end, end)])]);
    const edges = [...cuts].sort((one, other) => one - other);
    const children = edges.slice(0, -1).flatMap((edge, index): ParagraphChild[] => {
      const next = edges[index + 1]!;
      const inside = own.filter(({ finding }) => finding.claim!.start <= edge && Math.min(finding.claim!.end, end) >= next);
      const opening = inside.filter(({ finding }) => finding.claim!.start === edge);
      const closing = inside.filter(({ finding }) => Math.min(finding.claim!.end, end) === next);
      const run = new TextRun({ text: text.slice(edge, next), ...body, ...(inside.length > 0 ? { underline: {} } : {}) });
      return [
        ...commented(opening, run),
        ...(closing.length > 0 ? [new TextRun({ text: closing.map(({ mark }) => mark).join(''), ...body, bold: true })] : []),
      ];
    });
    return new Paragraph({ indent: { firstLine: 560 }, children });
  });
}

/**
 * The report as it was read, in the official tables and its own words, with every finding as a comment at its place and a printed mark beside it; the
 * list in front names all of them, those without a place too. Same report and moment, same bytes.
 */
export async function writeAnnotatedDocx(report: AnnotatedReport): Promise<Uint8Array> {
  const all = marked(report.findings);
  const listed = all.map(({ mark, finding }) => {
    const anchor = finding.likely?.cell ?? finding.cells.at(-1);
    const place = anchor ? `（${cellName(anchor)}）` : finding.claim ? '' : '（没有具体的格，见全文）';
    return line(`${mark}${finding.sentence}［${ruleRegister[finding.check].name}］${place}`);
  });
  const parts = editions[report.edition].sections.flatMap(({ number, heading, table: code }) => [
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun({ text: heading, font: '黑体', size: 28 })] }),
    // Beside a table its captions count as words too; they are shown where a finding quotes them.
    ...(report.parts[`${number}`] && (!code || all.some(({ finding }) => finding.claim?.section === `${number}`))
      ? prose(`${number}`, report.parts[`${number}`]!, all)
      : []),
    ...(code
      ? officialTableLayout(report.edition, code).flatMap((grid) => [
          ...(grid.caption ? [line(grid.caption)] : []),
          table(grid, report, all),
        ])
      : []),
  ]);
  const document = new Document({
    creator: '',
    title: report.title,
    comments: {
      children: all.map(({ id, mark, finding }) => ({
        id,
        author: '自查',
        initials: '查',
        date: report.at,
        children: [new Paragraph({ children: [new TextRun({ text: `${mark}${finding.sentence}` })] })],
      })),
    },
    sections: [
      {
        properties: {
          page: { size: { orientation: PageOrientation.LANDSCAPE }, margin: { top: '20mm', bottom: '20mm', left: '20mm', right: '20mm' } },
        },
        children: [
          new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text: report.title, font: '黑体', size: 36 })] }),
          ...report.notes.map(line),
          ...(listed.length > 0 ? listed : [line('没有发现问题。')]),
          ...(report.parts.opening ? prose('opening', report.parts.opening, all) : []),
          ...parts,
        ],
      },
    ],
  });
  return withoutClock(new Uint8Array(await Packer.toBuffer(document)));
}
