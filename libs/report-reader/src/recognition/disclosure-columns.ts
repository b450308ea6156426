import { editionIds, type DisclosureBlock, type EditionId, type FigureSign } from '@mingshu/report-format';
import type { Block, GridCell } from '../document';
import { columnKeys, cornerKey } from './disclosure-head';
import { endsInFigure } from './label-likeness';
import { labelKey } from './normalise';
import { isFigureLike } from './read-figure';
import { isBlank } from './request-columns';
import type { CandidateRow, Field } from './rows';
import { similarity } from './similarity';

/** A word above the figures of a row; `cell` where the document's own table prints it. */
export interface HeaderCell {
  readonly text: string;
  readonly cell?: GridCell;
}

/** The header line above a row of the document's own table, 信息内容 in front. */
function headerLine(row: CandidateRow, blocks: readonly Block[]): readonly GridCell[] {
  const block = blocks[row.block];
  const own = row.cells?.[0]?.row ?? 0;
  if (!row.cells || block?.kind !== 'grid') return [];
  for (let above = own - 1; above >= Math.max(0, own - 4); above -= 1) {
    const cells = block.rows[above] ?? [];
    if (cells.some(({ text }) => labelKey(text) === cornerKey)) return cells;
  }
  return [];
}

/** Words above the figures of a row: the header line of its block, wherever the source prints it. */
export function headerCells(row: CandidateRow, blocks: readonly Block[]): readonly HeaderCell[] {
  if (!row.cells) return row.labels.slice(0, -1).map(({ text }) => ({ text }));
  return headerLine(row, blocks)
    .filter(({ text }) => labelKey(text) !== cornerKey && text.trim() !== '')
    .map((cell) => ({ text: cell.text, cell }));
}

/** How well header words speak for the columns of an edition: the sum over its columns of the best match. */
export const fit = (texts: readonly string[], keys: readonly string[]) =>
  keys.length === 0
    ? 0
    : keys.reduce((sum, key) => sum + Math.max(0, ...texts.map((text) => similarity(labelKey(text), key))), 0) / keys.length;

/** Whether the header above a block is that of another edition. */
export function isForeignHeader(edition: EditionId, block: string, texts: readonly string[]): boolean {
  const own = fit(texts, columnKeys(edition, block));
  const other = Math.max(...editionIds.filter((id) => id !== edition).map((id) => fit(texts, columnKeys(id, block))));
  return other >= 0.75 && own < other - 0.15;
}

/** The figures of a row in the order of its columns, and what told it. */
export interface Placed {
  readonly fields: readonly Field[];
  readonly by: FigureSign;
  /** Header cells of the row's block that name no column of the form, each with what is printed under it. */
  readonly foreign: readonly { readonly label: string; readonly field: Field }[];
}

/** Figures under the header cells that name their columns, where the document's own table has them all. */
export function underHeaders(
  row: CandidateRow,
  block: DisclosureBlock,
  headers: readonly HeaderCell[],
  blocks: readonly Block[],
): Placed | undefined {
  if (!row.cells || headers.some(({ cell }) => !cell) || !endsWithHeader(row, blocks)) return undefined;
  const named = headers.map(({ text }) => Math.max(...block.columns.map(({ label }) => similarity(labelKey(text), labelKey(label)))));
  const own = headers.filter((_, place) => named[place]! >= 0.75);
  const others = headers.filter((_, place) => named[place]! < 0.75);
  if (own.length !== block.columns.length || others.length === 0) return undefined;
  const isInOrder = own.every(({ text }, place) => {
    const likes = block.columns.map(({ label }) => similarity(labelKey(text), labelKey(label)));
    return likes.indexOf(Math.max(...likes)) === place;
  });
  const under = (column: number) => row.cells!.find((cell) => cell.column === column);
  const fields = own.map(({ cell }) => under(cell!.column));
  if (!isInOrder || !fields.every((field) => field && isFigureLike(field.text))) return undefined;
  return {
    fields: fields as GridCell[],
    by: 'column_header',
    foreign: others.flatMap(({ text, cell }) => {
      const field = under(cell!.column);
      return field ? [{ label: text.trim(), field }] : [];
    }),
  };
}

/** Whether a row of the document's own table ends where the header above it ends; else it has a cell too many or too few. */
function endsWithHeader(row: CandidateRow, blocks: readonly Block[]): boolean {
  const ends = headerLine(row, blocks).map(({ column, colspan }) => column + colspan);
  const last = row.cells?.at(-1);
  return ends.length === 0 || last === undefined || last.column + last.colspan === Math.max(...ends);
}

/** The printed texts of the columns of a row, `undefined` where it cannot be told which is which. */
export function placedByCount(row: CandidateRow, count: number, blocks: readonly Block[]): Placed | undefined {
  const first = row.values.findIndex((field) => !isBlank(field));
  const last = row.values.findLastIndex((field) => !isBlank(field));
  const core = first < 0 ? [] : row.values.slice(first, last + 1);
  const isAllBlank = core.length === 0;
  const isFull = core.length === count && core.every((field) => !isBlank(field));
  // A blank in front and a cell too many: a number was parted in two, and the blank is one of the figures.
  const mayHoldParted = row.cells !== undefined && row.values.length > count && isBlank(row.values[0]!);
  if ((!isFull || mayHoldParted) && (!endsWithHeader(row, blocks) || endsInFigure(row))) return undefined;
  if (core.length === count) return { fields: core, by: 'count', foreign: [] };
  // In text a number lost or joined moves the rest to the left, which leaves the last place empty.
  const mayBeShifted = !row.cells && !isAllBlank && isBlank(row.values[count - 1] ?? row.values.at(-1)!);
  if (mayBeShifted) return undefined;
  if (row.values.length === count) return { fields: row.values, by: 'count', foreign: [] };
  const isPadded = row.values.length > count && row.values.slice(count).every(isBlank) && (row.cells || isAllBlank);
  return isPadded ? { fields: row.values.slice(0, count), by: 'count', foreign: [] } : undefined;
}
