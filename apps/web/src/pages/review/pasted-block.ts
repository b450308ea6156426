import type { CellCode, EditionId, Figure } from '@mingshu/report-format';
import { figureRows, spotOf } from './figure-rows';
import { typedFigure } from './typed-figure';

export interface PastedCell {
  readonly cell: CellCode;
  readonly text: string;
  readonly figure?: Figure;
  readonly fault?: string;
}

export interface PastedBlock {
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly PastedCell[];
  /** Chinese: why not all of the block fits, or `undefined` where it does. */
  readonly misfit?: string;
}

/** Rows and fields of text copied from a sheet. A line break at the very end is the sheet's own; quotes around a field with breaks are taken off. */
const fieldsOf = (text: string): string[][] =>
  text
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .map((line) => line.split('\t').map((field) => field.replace(/^"(.*)"$/, '$1')));

/** A block from a sheet laid over an official table from one cell on. A blank field is a blank, never 0; what lies outside the table is left out and said. */
export function pastedBlock(text: string, edition: EditionId, from: CellCode): PastedBlock {
  const fields = fieldsOf(text);
  const columns = Math.max(...fields.map((row) => row.length));
  const spot = spotOf(edition, from);
  const table = spot ? figureRows(edition, spot.table) : [];
  const cells: PastedCell[] = [];
  let outside = 0;
  fields.forEach((row, down) =>
    row.forEach((field, right) => {
      const cell = spot && table[spot.row + down]?.[spot.column + right];
      if (!cell) outside += 1;
      else {
        const typed = typedFigure(field, cell);
        cells.push({ cell, text: field, ...typed });
      }
    }),
  );
  const isUneven = fields.some((row) => row.length !== columns);
  const misfit = [
    ...(isUneven ? [`各行的列数不同（最多 ${columns} 列）`] : []),
    ...(outside > 0 ? [`有 ${outside} 个值超出这张表的范围，不会填入`] : []),
  ].join('；');
  return { rows: fields.length, columns, cells, ...(misfit ? { misfit } : {}) };
}
