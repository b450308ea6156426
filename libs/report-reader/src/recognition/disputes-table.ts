import { disputeCell, editions, type CellCode, type FigureReading, type Remark } from '@mingshu/report-format';
import type { Block } from '../document';
import { speaksOfDisputes } from './disputes-head';
import { labelKey } from './normalise';
import { isFigureLike, isNumberLike, readFigure } from './read-figure';
import { isBlank, printedOf, trimmed } from './request-columns';
import type { TableReading } from './requests-table';
import type { CandidateRow, Field } from './rows';
import { similarity } from './similarity';

const { blocks: disputeBlocks, columns } = editions['2021'].tables.disputes;
const cells: CellCode[] = disputeBlocks.flatMap((block) => columns.map((column) => disputeCell(block.code, column.code)));
const printedText = (values: readonly Field[]) =>
  values
    .filter((field) => !isBlank(field))
    .map(({ text }) => text.trim())
    .join(' ');

const mostHeaderLines = 8;

/** Whether a grid bears words of the header of table 4, or has nothing but figures and stands right under lines that are that header. */
function isDisputesGrid(blocks: readonly Block[], index: number): boolean {
  const block = blocks[index];
  if (block?.kind !== 'grid') return false;
  const words = block.rows
    .flat()
    .map(({ text }) => text)
    .filter((text) => !isFigureLike(text));
  if (words.length > 0) return speaksOfDisputes(words);
  const above = blocks.slice(Math.max(0, index - mostHeaderLines), index);
  return speaksOfDisputes(
    above.slice(above.findLastIndex(({ kind }) => kind === 'grid') + 1).map((line) => (line.kind === 'grid' ? '' : line.text)),
  );
}

/** Rows printed as three lines of five, each beginning with the name of its block. */
function threeLines(candidates: readonly CandidateRow[]): readonly Field[] | undefined {
  const lines = disputeBlocks.map(({ label }) =>
    candidates.filter(
      (row) => similarity(labelKey(row.labels.at(-1)?.text ?? ''), labelKey(label)) >= 0.8 && trimmed(row.values).length === columns.length,
    ),
  );
  return lines.every((line) => line.length === 1) ? lines.flatMap(([line]) => trimmed(line!.values)) : undefined;
}

/** Whether fifteen printed numbers add up block by block, so that they stand where they belong. */
function addsUp(fields: readonly Field[]): boolean {
  const numbers = fields.map(({ text, place }) => {
    const figure = readFigure(text, place, 'count', '件');
    return figure.state === 'number' ? figure.value : Number.NaN;
  });
  return disputeBlocks.every((_, block) => {
    const own = numbers.slice(block * columns.length, (block + 1) * columns.length);
    return own.slice(0, -1).reduce((sum, number) => sum + number, 0) === own.at(-1);
  });
}

/** Where the header of a table ends: its last printed word, and its last cell. */
function headerEnds(block: Block | undefined): { readonly printed: number; readonly end: number } | undefined {
  if (block?.kind !== 'grid') return undefined;
  const cellsOfHeader = block.rows.filter((row) => !row.some(({ text }) => isNumberLike(text))).flat();
  const printed = cellsOfHeader.filter(({ text }) => text.trim() !== '');
  if (printed.length === 0) return undefined;
  const endOf = (some: typeof cellsOfHeader) => Math.max(...some.map(({ column, colspan }) => column + colspan));
  return { printed: endOf(printed), end: endOf(cellsOfHeader) };
}

/** The fields of the one line on which all figures are printed, without blanks left over from the header; all fields where there are several lines. */
function onItsLine(values: readonly Field[]): readonly Field[] {
  const lineOf = ({ place }: Field) => (place.kind === 'line' ? place.line : undefined);
  const lines = new Set(values.filter((field) => !isBlank(field)).map(lineOf));
  return lines.size === 1 ? values.filter((field) => lines.has(lineOf(field))) : values;
}

/**
 * The fifteen figures of a row, `undefined` where a blank at an end may be one that a lost, split or joined number left: the row of a
 * document's own table has to end where its header ends, a line of text has to have fifteen fields, to print all fifteen, or to add up.
 */
function fifteenOf({ values, cells: own }: Pick<CandidateRow, 'values' | 'cells'>, block: Block | undefined): readonly Field[] | undefined {
  const core = trimmed(values);
  if (own) {
    const header = headerEnds(block);
    const last = own.at(-1);
    if (header && last && last.column + last.colspan !== header.end) return undefined;
    if (values.length === cells.length) return values;
    if (!header) return undefined;
    const under = values.filter(({ column }) => column >= header.printed - cells.length && column < header.printed);
    return under.length === cells.length && core.length <= cells.length ? under : undefined;
  }
  const isWhole = core.length === cells.length && (onItsLine(values).length === cells.length || !core.some(isBlank) || addsUp(core));
  return isWhole ? core : undefined;
}

/** A row of a text table with all lines of figures that follow it: fifteen with more behind them are not the fifteen, digits were broken off. */
function withFollowing(candidates: readonly CandidateRow[], index: number): readonly Field[] {
  let values = [...candidates[index]!.values];
  for (let next = index + 1; ; next += 1) {
    const row = candidates[next];
    if (!row || row.labels.length > 0 || row.cells) break;
    values = [...values, ...row.values];
  }
  return values;
}

/** Rows that may be the figures of table 4, each as what it prints. */
function possibleRows(
  blocks: readonly Block[],
  candidates: readonly CandidateRow[],
): { readonly values: readonly Field[]; readonly fifteen?: readonly Field[] }[] {
  const grids = new Map<number, boolean>();
  const isUnderHeader = (row: CandidateRow) => {
    if (!row.cells) return speaksOfDisputes(row.labels.map(({ text }) => text));
    if (!grids.has(row.block)) grids.set(row.block, isDisputesGrid(blocks, row.block));
    return grids.get(row.block)!;
  };
  return candidates.flatMap((row, index) => {
    const numbers = printedOf(row).filter(({ text }) => isNumberLike(text)).length;
    if (!isUnderHeader(row) || (row.cells && numbers === 0 && row.labels.length > 0)) return [];
    const values = row.cells ? row.values : withFollowing(candidates, index);
    const fifteen = fifteenOf({ values, cells: row.cells }, blocks[row.block]);
    return fifteen || values.filter(({ text }) => isNumberLike(text)).length > columns.length ? [{ values, fifteen }] : [];
  });
}

const unread = (values: readonly Field[]): FigureReading => ({
  state: 'unread',
  why: 'unclear',
  printed: printedText(values),
  place: values[0]?.place,
});

/** Table 4 among the candidate rows: fifteen figures whose order the form fixes, under words of its header. */
export function readDisputesTable(blocks: readonly Block[], candidates: readonly CandidateRow[]): TableReading {
  const possible = possibleRows(blocks, candidates);
  // An empty row under the figures, as sheets have for spacing, is no second table.
  const filled = possible.filter(({ values }) => !values.every(isBlank));
  const rows = filled.length > 0 ? filled : possible;
  const prints = new Set(rows.map(({ values }) => printedText(values)));
  const values = prints.size === 1 ? rows[0]!.fifteen : prints.size === 0 ? threeLines(candidates) : undefined;
  const [first] = rows;
  const remarks: Remark[] = [];
  if (!values && first)
    remarks.push(
      prints.size > 1
        ? { code: 'TABLE-TWICE', text: `文件中有 ${prints.size} 行复议诉讼数字且各不相同，未读取，请核对。`, cells }
        : { code: 'ROW-UNCLEAR', text: `表四读到 ${printedOf(first).length} 个数，应为 15 个，无法确定各数属于哪一列，请核对。`, cells },
    );
  const figures = Object.fromEntries(
    cells.map((cell, place): [CellCode, FigureReading] => {
      const field = values?.[place];
      if (field)
        return [cell, { ...readFigure(field.text, field.place, 'count', '件'), supportedBy: ['column_header', 'count'] } as FigureReading];
      return [cell, first ? unread(first.values) : { state: 'unread', why: 'not_found' }];
    }),
  );
  return { figures, remarks, extensions: [], found: values ? 1 : 0, named: values ? 1 : 0 };
}
