import type { CellCode, EditionId, Figure } from '@mingshu/report-format';
import type { DrawnReport } from './drawn-report';
import { docxStyles, writeDocx } from './write-docx';
import { htmlStyles, writeHtml, type HtmlStyle } from './write-html';
import { pdfStyles, writePdf } from './write-pdf';
import { writeCsv, writeWorkbook } from './write-sheets';
import { textShapes, utf8, writeText, type TextShape } from './write-text';

/** What a document must be read as. Cells in `mayBeUnread` cannot be told from the damage by anyone; a number there must still be right. */
export interface Expected {
  readonly agency: string | null;
  readonly year: number | null;
  readonly edition: EditionId;
  readonly figures: Readonly<Record<string, Figure>>;
  readonly mayBeUnread?: readonly string[];
}

export type Kind = '完整文件' | '来件种类' | '文字损坏' | '标题' | '表格形状' | '行名' | '格内数值' | '单位与年度' | '不是年报' | '打不开';

/** A document of the corpus. `otherwise` names what it is recognised as where it is no report. */
export interface CorpusCase {
  readonly name: string;
  readonly kind: Kind;
  readonly about: string;
  readonly extension: string;
  readonly bytes: Uint8Array | Promise<Uint8Array>;
  readonly fileName?: string;
  readonly isDamaged?: boolean;
  readonly expected?: Expected;
  readonly otherwise?: string;
}

type Change = Partial<Expected> & Pick<CorpusCase, 'fileName' | 'isDamaged'>;

const reportCase = (
  [name, kind, about]: readonly [string, Kind, string],
  report: DrawnReport,
  extension: string,
  bytes: CorpusCase['bytes'],
  { fileName, isDamaged, ...expected }: Change = {},
): CorpusCase => ({
  name,
  kind,
  about,
  extension,
  bytes,
  fileName,
  isDamaged,
  expected: { agency: report.agency, year: report.year, edition: report.edition, figures: report.figures, ...expected },
});

export type Label = readonly [name: string, kind: Kind, about: string];

export const asText = (
  label: Label,
  report: DrawnReport,
  { shape = textShapes.tabs, change = (text) => text, ...rest }: Change & { shape?: TextShape; change?: (text: string) => string } = {},
) => reportCase(label, report, 'txt', utf8(change(writeText(report, shape))), rest);

export const asHtml = (
  label: Label,
  report: DrawnReport,
  { style = htmlStyles.plain, change = (page) => page, ...rest }: Change & { style?: HtmlStyle; change?: (page: string) => string } = {},
) => reportCase(label, report, 'html', utf8(change(writeHtml(report, style))), rest);

export const asDocx = (
  label: Label,
  report: DrawnReport,
  { style = 'plain', ...rest }: Change & { style?: keyof typeof docxStyles } = {},
) => reportCase(label, report, 'docx', writeDocx(report, docxStyles[style]), rest);

export const asPdf = (
  label: Label,
  report: DrawnReport,
  { style = 'drawn-lines', ...rest }: Change & { style?: keyof typeof pdfStyles } = {},
) => reportCase(label, report, 'pdf', writePdf(report, pdfStyles[style]), rest);

export const asWorkbook = (label: Label, report: DrawnReport, isOneSheet: boolean, rest: Change = {}) =>
  reportCase(label, report, 'xlsx', writeWorkbook(report, isOneSheet), rest);

export const asCsv = (label: Label, report: DrawnReport, rest: Change = {}) =>
  reportCase(label, report, 'csv', utf8(`\uFEFF${writeCsv(report)}`), rest);

export const asBytes = (label: Label, report: DrawnReport, extension: string, bytes: CorpusCase['bytes'], rest: Change = {}) =>
  reportCase(label, report, extension, bytes, rest);

export const noReport = ([name, kind, about]: Label, extension: string, text: string | Uint8Array, otherwise: string): CorpusCase => ({
  name,
  kind,
  about,
  extension,
  bytes: typeof text === 'string' ? utf8(text) : text,
  otherwise,
});

/** The cells of rows or of a table, by the beginning of their codes. @throws RangeError for a beginning that no cell of the report has. */
export const cellsUnder = (report: DrawnReport, ...prefixes: readonly string[]): CellCode[] => {
  const cells = Object.keys(report.figures);
  for (const prefix of prefixes)
    if (!cells.some((cell) => cell.startsWith(prefix))) throw new RangeError(`no cell of this edition begins with ${prefix}`);
  return cells.filter((cell) => prefixes.some((prefix) => cell.startsWith(prefix))) as CellCode[];
};
