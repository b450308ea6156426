import { editionIds, editions, type CellCode, type EditionId, type FigureReading, type Remark } from '@mingshu/report-format';
import type { Block } from '../document';
import { align } from './align';
import { labelForms, likeness, wantedRow } from './label-likeness';
import { labelKey } from './normalise';
import { isFigureLike, isNumberLike, readFigure } from './read-figure';
import type { TableReading } from './requests-table';
import type { CandidateRow, Field } from './rows';
import { similarity } from './similarity';

const isBlank = ({ text }: Field) => text.trim() === '';
const cornerKey = labelKey(editions['2021'].tables.disclosure.cornerLabel);

/** Words above the figures of a row: the header line of its block, wherever the source prints it. */
function headerTexts(row: CandidateRow, blocks: readonly Block[]): string[] {
  if (!row.cells) return row.labels.slice(0, -1).map(({ text }) => text);
  const block = blocks[row.block];
  const own = row.cells[0]?.row ?? 0;
  if (block?.kind !== 'grid') return [];
  for (let above = own - 1; above >= Math.max(0, own - 3); above -= 1) {
    const texts = block.rows[above]?.map(({ text }) => text) ?? [];
    if (texts.some((text) => labelKey(text) === cornerKey))
      return texts.filter((text) => labelKey(text) !== cornerKey && text.trim() !== '');
  }
  return [];
}

const columnKeys = (edition: EditionId, block: string) =>
  editions[edition].tables.disclosure.blocks.find(({ code }) => code === block)?.columns.map(({ label }) => labelKey(label)) ?? [];

/** How well header words speak for the columns of an edition: the sum over its columns of the best match. */
const fit = (texts: readonly string[], keys: readonly string[]) =>
  keys.length === 0
    ? 0
    : keys.reduce((sum, key) => sum + Math.max(0, ...texts.map((text) => similarity(labelKey(text), key))), 0) / keys.length;

/** Whether the header above a block is that of another edition. */
function isForeignHeader(edition: EditionId, block: string, texts: readonly string[]): boolean {
  const own = fit(texts, columnKeys(edition, block));
  const other = Math.max(...editionIds.filter((id) => id !== edition).map((id) => fit(texts, columnKeys(id, block))));
  return other >= 0.75 && own < other - 0.15;
}

/** The printed texts of the columns of a row, `undefined` where it cannot be told which is which. */
function figuresOf(row: CandidateRow, count: number): readonly Field[] | undefined {
  const first = row.values.findIndex((field) => !isBlank(field));
  const last = row.values.findLastIndex((field) => !isBlank(field));
  const core = first < 0 ? [] : row.values.slice(first, last + 1);
  if (core.length === count) return core;
  if (row.values.length === count) return row.values;
  const isPadded = row.cells && row.values.length > count && row.values.slice(count).every(isBlank);
  return isPadded ? row.values.slice(0, count) : undefined;
}

/** Table 2 of an edition among the candidate rows, block by block; a block printed on another edition's columns is left out and said. */
export function readDisclosureTable(edition: EditionId, blocks: readonly Block[], candidates: readonly CandidateRow[]): TableReading {
  const form = editions[edition].tables.disclosure;
  const wanted = form.blocks.flatMap((block) => block.rows.map((row) => ({ block, row, want: wantedRow(row) })));
  const rows = candidates.filter((row) => {
    const numbers = row.values.filter((field) => !isBlank(field)).length;
    const last = row.labels.at(-1);
    return last !== undefined && !isFigureLike(last.text) && numbers <= 5 && (row.cells !== undefined || numbers > 0);
  });
  const lastKey = rows.map(({ labels }) => labelForms({ labels: labels.slice(-1) } as unknown as CandidateRow));
  const pairs = align(rows.length, wanted.length, (candidate, row) => likeness(lastKey[candidate]!, wanted[row]!.want), 0.6);
  const figures: Partial<Record<CellCode, FigureReading>> = {};
  const remarks: Remark[] = [];
  wanted.forEach(({ block, row }, index) => {
    const candidate = pairs[index] === undefined ? undefined : rows[pairs[index]!]!;
    const cells = block.columns.map(({ code }) => `disclosure.${block.code}.${row.code}.${code}` as CellCode);
    const isForeign = candidate !== undefined && isForeignHeader(edition, block.code, headerTexts(candidate, blocks));
    const texts = candidate && !isForeign ? figuresOf(candidate, cells.length) : undefined;
    if (isForeign)
      remarks.push({ code: 'EDITION-MIXED', text: `表二「${row.label}」所在部分用的是另一版格式的表头，这些数未采用。`, cells });
    else if (candidate && !texts) {
      const printed = candidate.values.filter((field) => isNumberLike(field.text)).length;
      remarks.push({ code: 'ROW-UNCLEAR', text: `表二「${row.label}」行读到 ${printed} 个数，应为 ${cells.length} 个，请核对。`, cells });
    }
    cells.forEach((cell, place) => {
      const column = block.columns[place]!;
      if (texts) figures[cell] = readFigure(texts[place]!.text, texts[place]!.place, column.kind, column.unit);
      else if (!candidate || isForeign) figures[cell] = { state: 'unread', why: 'not_found' };
      else {
        const printed = candidate.values.filter((field) => !isBlank(field)).map(({ text }) => text.trim());
        figures[cell] = { state: 'unread', why: 'unclear', printed: printed.join(' '), place: candidate.labels.at(-1)?.place };
      }
    });
  });
  return { figures, remarks, found: pairs.filter((pair) => pair !== undefined).length };
}
