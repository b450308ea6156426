import { disputeCell, editions, type CellCode, type FigureReading, type Remark } from '@mingshu/report-format';
import type { Block } from '../document';
import { labelKey } from './normalise';
import { isFigureLike, isNumberLike, readFigure } from './read-figure';
import type { TableReading } from './requests-table';
import type { CandidateRow, Field } from './rows';
import { similarity } from './similarity';

const { blocks: disputeBlocks, columns } = editions['2021'].tables.disputes;
const cells: CellCode[] = disputeBlocks.flatMap((block) => columns.map((column) => disputeCell(block.code, column.code)));
const headerKeys = [...columns.slice(0, 4), ...disputeBlocks].map(({ label }) => labelKey(label));
const isBlank = ({ text }: Field) => text.trim() === '';

const trimmed = (values: readonly Field[]) => {
  const first = values.findIndex((field) => !isBlank(field));
  return first < 0 ? [] : values.slice(first, values.findLastIndex((field) => !isBlank(field)) + 1);
};

/** Whether words belong to the header of table 4, also when it is printed in pieces. */
function speaksOfDisputes(texts: readonly string[]): boolean {
  const keys = texts.map(labelKey);
  const joined = keys.join('');
  const named = headerKeys.filter((key) => keys.includes(key) || joined.includes(key)).length;
  const pieces = ['维持', '纠正', '审结', '尚未'].filter((piece) => joined.includes(piece)).length;
  return named >= 2 || pieces >= 3;
}

/** Whether a grid bears words of the header of table 4. */
function isDisputesGrid(block: Block | undefined): boolean {
  if (block?.kind !== 'grid') return false;
  return speaksOfDisputes(
    block.rows
      .flat()
      .map(({ text }) => text)
      .filter((text) => !isFigureLike(text)),
  );
}

/** Rows printed as three lines of five, each beginning with the name of its block. */
function threeLines(candidates: readonly CandidateRow[]): readonly Field[] | undefined {
  const lines = disputeBlocks.map(({ label }) =>
    candidates.findLast(
      (row) =>
        row.labels.some(({ text }) => similarity(labelKey(text), labelKey(label)) >= 0.8) && trimmed(row.values).length === columns.length,
    ),
  );
  return lines.every((line) => line) ? lines.flatMap((line) => trimmed(line!.values)) : undefined;
}

/** Table 4 among the candidate rows: fifteen figures whose order the form fixes, under words of its header. */
export function readDisputesTable(blocks: readonly Block[], candidates: readonly CandidateRow[]): TableReading {
  const remarks: Remark[] = [];
  const found: (readonly Field[])[] = [];
  let near: readonly Field[] | undefined;
  const grids = new Map<number, boolean>();
  const isUnderHeader = (row: CandidateRow) => {
    if (!row.cells) return speaksOfDisputes(row.labels.map(({ text }) => text));
    if (!grids.has(row.block)) grids.set(row.block, isDisputesGrid(blocks[row.block]));
    return grids.get(row.block)!;
  };
  candidates.forEach((row, index) => {
    if (!isUnderHeader(row)) return;
    if (row.cells) {
      const hasLabel = row.labels.length > 0;
      if (!hasLabel && row.values.length === cells.length) found.push(row.values);
      else if (!hasLabel && trimmed(row.values).length === cells.length) found.push(trimmed(row.values));
      else if (!hasLabel && row.values.filter(({ text }) => isNumberLike(text)).length >= 5) near = row.values;
      return;
    }
    let values = [...row.values];
    for (
      let next = index + 1;
      trimmed(values).length < cells.length && candidates[next] && candidates[next]!.labels.length === 0 && !candidates[next]!.cells;
      next += 1
    ) {
      values = [...values, ...candidates[next]!.values];
    }
    if (trimmed(values).length === cells.length) found.push(trimmed(values));
    else if (values.length === cells.length) found.push(values);
    else if (values.filter(({ text }) => isNumberLike(text)).length >= 5) near = values;
  });
  // An empty row under the figures, as sheets have for spacing, is no second table.
  const filled = found.filter((values) => values.some((field) => !isBlank(field)));
  if (filled.length > 0) found.splice(0, found.length, ...filled);
  const isOne = new Set(found.map((values) => values.map(({ text }) => text.trim()).join('|'))).size <= 1;
  const values = found.length > 0 ? (isOne ? found[0] : undefined) : threeLines(candidates);
  const figures: Partial<Record<CellCode, FigureReading>> = {};
  if (!values && (near || found.length > 1)) {
    const text = near
      ? `表四读到 ${trimmed(near).length} 个数，应为 15 个，无法确定各数属于哪一列，请核对。`
      : `文件中有 ${found.length} 张复议诉讼表且数字不同，未读取，请核对。`;
    remarks.push({ code: near ? 'ROW-UNCLEAR' : 'TABLE-TWICE', text, cells });
  }
  cells.forEach((cell, place) => {
    const field = values?.[place];
    if (field) figures[cell] = readFigure(field.text, field.place, 'count', '件');
    else if (near)
      figures[cell] = {
        state: 'unread',
        why: 'unclear',
        printed: near
          .map(({ text }) => text.trim())
          .filter(Boolean)
          .join(' '),
        place: near[0]?.place,
      };
    else figures[cell] = { state: 'unread', why: 'not_found' };
  });
  return { figures, remarks, found: values ? 1 : 0 };
}
