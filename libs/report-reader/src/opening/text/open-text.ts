import type { Block, GridCell, OpenedDocument } from '../../document';
import { isHeadOfTable } from '../../recognition/disclosure-head';
import { likenessToForm } from '../../recognition/likeness-to-form';
import { isFigureLike, isNumberLike } from '../../recognition/read-figure';
import { brokenRows, type PlainLine } from './broken-rows';
import { centredCells } from './centred-cells';
import { gridOfRows } from './repeated-cells';
import { rowsInAStream } from './rows-in-a-stream';
import { rowsOverLines, type SourceLine } from './rows-over-lines';
import { wrappedRows } from './wrapped-rows';

/** Two dashes by themselves are the mark of a cell that does not apply. */
const separatorLine = /^(?!\s*--\s*$)[\s|:+—=-]*-{2,}[\s|:+—=-]*$/;

/** A row of two cells without pipes at its ends: words, one pipe, a figure. */
function isLabelAndFigure(line: string): boolean {
  const [label = '', figure = ''] = line.split(/\s[|｜]\s/);
  return !isFigureLike(label) && isNumberLike(figure);
}

const bars = /[|｜│┃]/;

/** Whether most lines with bars begin with one, or end with one: then it parts no cells. */
interface Edges {
  readonly left: boolean;
  readonly right: boolean;
}

function edgesOf(lines: readonly SourceLine[]): Edges {
  const barred = lines.map(({ text }) => text.trim()).filter((text) => bars.test(text));
  const isMost = (edge: RegExp) => barred.filter((text) => edge.test(text)).length * 2 > barred.length;
  return { left: isMost(/^[|｜│┃]/), right: isMost(/[|｜│┃]$/) };
}

/** The fields of a table line, `undefined` for prose. Tabs part fields; so do pipes, with or without pipes at the ends. */
function fieldsOf(line: string, edges: Edges): string[] | undefined {
  if (line.includes('\t')) return line.split('\t');
  const trimmed = line.trim();
  const pipes = trimmed.replaceAll('\\|', '').split(bars).length - 1;
  const isRow = pipes > 1 || /^[|｜]|[|｜]$/.test(trimmed) || isLabelAndFigure(trimmed);
  if (pipes === 0 || !isRow) return undefined;
  const fields = trimmed.split(bars);
  // A bar by itself is an empty cell.
  if (trimmed.length === 1) return [''];
  const isEmpty = (field: string | undefined) => field?.trim() === '';
  return fields.slice(edges.left && isEmpty(fields[0]) ? 1 : 0, edges.right && isEmpty(fields.at(-1)) ? -1 : fields.length);
}

/** Markdown marks around a text: heading signs, bold, a quotation's arrow. */
const withoutMarks = (line: string) =>
  line
    .replace(/^\s{0,3}(#{1,6}|>)\s*/, '')
    .replaceAll(/\*\*|__|`/g, '')
    .replaceAll(/\\([|*_#.])/g, '$1')
    .trim();

/** A border of a drawn table, whole or as far as merged cells let it: what stands between two of them is one row. */
const isBorder = (line: string) =>
  /^\s*[+|].*\+[-=]{2,}\+/.test(line) || /^\s*\+[-=+]{2,}\+\s*$/.test(line) || /^\s*[├╠┌╔└╚┣┏┗][\s\u2500-\u257f]+$/.test(line);

interface DrawnLine {
  readonly fields: readonly string[];
  readonly line: number;
}

/** Whether a line bears the whole name of a row of the form, and figures. */
const isRowOfForm = ({ fields }: DrawnLine) =>
  fields.some((text) => !isFigureLike(text) && likenessToForm(text) >= 0.9) && fields.some((text) => isNumberLike(text));

/** How many lines in front of the first row of the form are its header: none where one of them holds a number. */
function headLines(lines: readonly DrawnLine[]): number {
  const head = lines.slice(0, Math.max(0, lines.findIndex(isRowOfForm))).map(({ fields }) => fields);
  const isHead = head.some((fields) => fields.some(isHeadOfTable)) && !head.flat().some(isNumberLike);
  return isHead ? head.length : 0;
}

/**
 * Rows between two borders, lines of a header by themselves. Where two lines bear the whole name of a row, every line is one. Else lines are put together, cell by cell,
 * those of as many cells in one row wherever they stand: a line by itself may hold no more than the first digits of every figure.
 */
function drawnRows(all: readonly DrawnLine[]): readonly DrawnLine[] {
  const head = all.slice(0, headLines(all));
  const lines = all.slice(head.length);
  if (lines.filter(isRowOfForm).length > 1) return all;
  const byCount = new Map<number, DrawnLine>();
  for (const { fields, line } of lines) {
    const row = byCount.get(fields.length);
    const joined = (text: string, place: number) => [row?.fields[place]?.trim() ?? '', text.trim()].filter((one) => one !== '').join('\n');
    byCount.set(fields.length, { fields: fields.map(joined), line: row?.line ?? line });
  }
  return [...head, ...byCount.values()];
}

/** Plain text and Markdown. Lines with tabs or pipes become grids whose geometry is not to be trusted. */
export function openText(text: string): OpenedDocument {
  const blocks: Block[] = [];
  let rows: GridCell[][] = [];
  let plain: (PlainLine & { readonly isHeading: boolean })[] = [];
  let drawn: DrawnLine[] | undefined;
  const endPlain = () => {
    const kinds = new Map<PlainLine, Block['kind']>(plain.map((line) => [line, line.isHeading ? 'heading' : 'paragraph']));
    blocks.push(...brokenRows(plain, (line) => ({ kind: kinds.get(line) as 'heading' | 'paragraph', text: line.text, place: line.place })));
    plain = [];
  };
  const addRow = (fields: readonly string[], line: number) => {
    const row = rows.length;
    rows.push(
      fields.map((field, column) => ({
        row,
        column,
        rowspan: 1,
        colspan: 1,
        text: withoutMarks(field),
        place: { kind: 'line', line, field: column + 1 },
      })),
    );
  };
  const endDrawn = () => {
    for (const { fields, line } of drawnRows(drawn ?? [])) addRow(fields, line);
  };
  const endGrid = () => {
    endDrawn();
    drawn = undefined;
    if (rows.length > 0) blocks.push(gridOfRows(rows));
    rows = [];
  };
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r|\u2028|\f/);
  const numbered = lines.map((one, index): SourceLine => ({ text: one, number: index + 1 }));
  const rowLines = rowsOverLines(rowsInAStream(wrappedRows(centredCells(numbered))));
  const edges = edgesOf(rowLines);
  for (const { text: line, number, isCell } of rowLines) {
    if (line.trim() === '' && !line.includes('\t') && !isCell) continue;
    if (isBorder(line)) {
      endPlain();
      endDrawn();
      drawn = [];
      continue;
    }
    if (/^[\s|:+-]+$/.test(line) && separatorLine.test(line)) continue;
    const fields = fieldsOf(line, edges);
    if (fields) {
      endPlain();
      if (drawn) drawn.push({ fields, line: number });
      else addRow(fields, number);
      continue;
    }
    endGrid();
    const own = withoutMarks(line);
    if (own !== '' || isCell) plain.push({ text: own, place: { kind: 'line', line: number }, isHeading: /^\s{0,3}#{1,6}\s/.test(line) });
  }
  endGrid();
  endPlain();
  return { kind: 'opened', type: 'text', blocks, traits: { scripts: 0, links: [], pictures: 0 } };
}
