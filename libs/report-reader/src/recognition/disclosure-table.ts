import {
  editions,
  type CellCode,
  type DisclosureBlock,
  type EditionId,
  type Extension,
  type FigureReading,
  type Remark,
} from '@mingshu/report-format';
import type { Block } from '../document';
import { align } from './align';
import { fit, headerCells, isForeignHeader, placedByCount, underHeaders, type Placed } from './disclosure-columns';
import { columnKeys, cornerKey, isHeadOfTable } from './disclosure-head';
import { goesOnBelow, isNamedTwice, lastLabelForms, likeness, wantedRow, type WantedRow } from './label-likeness';
import { labelKey, normalise } from './normalise';
import { isFigureLike, isNumberLike, readFigure } from './read-figure';
import { printedOf, sharesFigure } from './request-columns';
import type { TableReading } from './requests-table';
import type { CandidateRow } from './rows';
import { chooseTable } from './table-segments';

interface WantedDisclosureRow {
  readonly block: DisclosureBlock;
  readonly row: DisclosureBlock['rows'][number];
  readonly want: WantedRow;
}

const rowsOfForm = (edition: EditionId): WantedDisclosureRow[] => {
  const blocks: readonly DisclosureBlock[] = editions[edition].tables.disclosure.blocks;
  return blocks.flatMap((block) => block.rows.map((row) => ({ block, row, want: wantedRow(row) })));
};
const wantedRows: Record<EditionId, readonly WantedDisclosureRow[]> = { '2019': rowsOfForm('2019'), '2021': rowsOfForm('2021') };

/** Whether a row stands under the head of table 2. A sentence about licences, or another table that counts penalties, is none of it. */
function standsInTable(row: CandidateRow, blocks: readonly Block[]): boolean {
  if (row.labels.slice(0, -1).some(({ text }) => isHeadOfTable(text))) return true;
  const own = blocks[row.block];
  if (own?.kind === 'grid' && own.rows.some((cells) => cells.some(({ text }) => isHeadOfTable(text)))) return true;
  for (let index = row.block - 1; index >= Math.max(0, row.block - 3); index -= 1) {
    const block = blocks[index]!;
    if (block.kind === 'grid') return block.rows.some((cells) => cells.some(({ text }) => isHeadOfTable(text)));
    if (isHeadOfTable(block.text)) return true;
  }
  return false;
}

/** Whether figures without a name of their own stand between the head of a block and its first row: the first digits of what stands in the row. */
function isUnderFigures(row: CandidateRow, above: CandidateRow | undefined): boolean {
  if (!row.cells && /^\d[\d,.]*\d$/.test(row.labels.at(-2)?.text.trim() ?? '')) return true;
  if (!above || row.cells || above.cells) return false;
  return row.labels.length === 1 && isHeadOfTable(above.labels.at(-1)?.text ?? '') && above.values.some(({ text }) => isNumberLike(text));
}

/** Whether a row has a figure that its column cannot hold, a sign where the form counts: then its figures are not in the order of the form. */
const isOutOfOrder = ({ fields }: Placed, { columns }: DisclosureBlock): boolean =>
  columns.length > 1 && fields.some(({ text }, place) => columns[place]!.kind !== 'signed' && /^[+-]\d/.test(normalise(text)));

/**
 * Whether the label of a text stands out of step with the figures on the lines below it: behind the name of another row that has none, or
 * under 信息内容 without the names of its columns. Text taken from a page column by column puts figures of other rows there.
 */
function isOutOfStep(edition: EditionId, row: CandidateRow, { block, want }: WantedDisclosureRow): boolean {
  const lines = [...row.labels.slice(-1), ...row.values].map(({ place }) => (place.kind === 'line' ? place.line : undefined));
  if (row.cells || new Set(lines).size === 1) return false;
  const above = row.labels.slice(0, -1).map(({ text }) => labelKey(text));
  const isNamed = (key: string) => wantedRows[edition].some(({ want: other }) => other !== want && likeness([key], other) >= 0.9);
  if (above.some(isNamed)) return true;
  const corner = above.lastIndexOf(cornerKey);
  if (corner < 0) return false;
  const headers = above.slice(corner + 1);
  return (
    fit([...headers, headers.join('')], columnKeys(edition, block.code)) < 0.5 &&
    !columnKeys(edition, block.code).every((key) => headers.join('').includes(key))
  );
}

/** Table 2 of an edition among the candidate rows, block by block; a block printed on another edition's columns is left out and said. */
export function readDisclosureTable(
  edition: EditionId,
  blocks: readonly Block[],
  candidates: readonly CandidateRow[],
  year: number | null,
): TableReading {
  const wanted = wantedRows[edition];
  const bearsName = (row: CandidateRow) => Math.max(...wanted.map(({ want }) => likeness(lastLabelForms(row), want))) >= 0.6;
  const shaped = candidates.filter((row) => {
    const last = row.labels.at(-1);
    const numbers = printedOf(row).length;
    return last !== undefined && !isFigureLike(last.text) && numbers <= 5 && (row.cells !== undefined || numbers > 0);
  });
  let previous = false;
  const inTable = shaped.filter((row, index) => {
    const isNext = index > 0 && row.block - shaped[index - 1]!.block <= 6;
    previous = standsInTable(row, blocks) || (previous && isNext && bearsName(shaped[index - 1]!));
    return previous;
  });
  const { rows = [], tables } = chooseTable(
    inTable,
    wanted.map(({ want }) => want),
    blocks,
    year,
  );
  const forms = rows.map(lastLabelForms);
  const pairs = align(rows.length, wanted.length, (candidate, row) => likeness(forms[candidate]!, wanted[row]!.want), 0.6);
  const figures: Partial<Record<CellCode, FigureReading>> = {};
  const remarks: Remark[] = [];
  if (tables > 1)
    remarks.push({
      code: 'TABLE-TWICE',
      text:
        rows.length > 0
          ? `文件中有 ${tables} 张主动公开情况表，已采用标注为 ${year} 年的一张。`
          : `文件中有 ${tables} 张主动公开情况表，无法确定哪一张属于本年度，未读取。`,
    });
  const extensions: Extension[] = [];
  wanted.forEach((wantedRowOfForm, index) => {
    const { block, row, want } = wantedRowOfForm;
    const pair = pairs[index];
    const candidate = pair === undefined ? undefined : rows[pair]!;
    const cells = block.columns.map(({ code }) => `disclosure.${block.code}.${row.code}.${code}` as CellCode);
    const headers = candidate ? headerCells(candidate, blocks) : [];
    const isForeign =
      candidate !== undefined &&
      isForeignHeader(
        edition,
        block.code,
        headers.map(({ text }) => text),
      );
    const rival =
      candidate &&
      rows.find(
        (other, place) =>
          place !== pair &&
          !pairs.includes(place) &&
          likeness(forms[place]!, want) >= (Math.abs(place - pair!) === 1 ? 0.6 : 0.85) &&
          printedText(other) !== printedText(candidate),
      );
    const at = candidate ? candidates.indexOf(candidate) : -1;
    const isCut =
      candidate &&
      (isOutOfStep(edition, candidate, wantedRowOfForm) ||
        isUnderFigures(candidate, candidates[at - 1]) ||
        goesOnBelow(candidate, candidates[at + 1], want) ||
        isNamedTwice(candidate, want));
    const inColumns =
      candidate && !isForeign && !rival && !isCut && !sharesFigure(candidate, blocks)
        ? (underHeaders(candidate, block, headers, blocks) ?? placedByCount(candidate, cells.length, blocks))
        : undefined;
    const placed = inColumns && !isOutOfOrder(inColumns, block) ? inColumns : undefined;
    if (isForeign)
      remarks.push({ code: 'EDITION-MIXED', text: `表二「${row.label}」所在部分用的是另一版格式的表头，这些数未采用。`, cells });
    else if (rival)
      remarks.push({
        code: 'ROW-TWICE',
        text: `表二「${row.label}」行出现两次且数字不同（${printedText(candidate)}；${printedText(rival)}），未采用，请核对。`,
        cells,
      });
    else if (candidate && !placed) {
      const printed = candidate.values.filter((field) => isNumberLike(field.text)).length;
      remarks.push({ code: 'ROW-UNCLEAR', text: `表二「${row.label}」行读到 ${printed} 个数，应为 ${cells.length} 个，请核对。`, cells });
    }
    for (const { label, field } of placed?.foreign ?? [])
      extensions.push({
        table: 'disclosure',
        kind: 'column',
        label,
        values: [{ printed: field.text.trim(), place: field.place, row: `${block.code}.${row.code}` }],
      });
    cells.forEach((cell, place) => {
      const column = block.columns[place]!;
      if (placed) {
        const { text, place: at } = placed.fields[place]!;
        const isHeaded =
          placed.by === 'column_header' ||
          fit(
            headers.map((header) => header.text),
            [labelKey(column.label)],
          ) >= 0.75;
        figures[cell] = {
          ...readFigure(text, at, column.kind, column.unit),
          supportedBy: ['row_label', 'count', ...(isHeaded ? (['column_header'] as const) : [])],
        } as FigureReading;
      } else if (!candidate || isForeign) figures[cell] = { state: 'unread', why: 'not_found' };
      else
        figures[cell] = {
          state: 'unread',
          why: 'unclear',
          printed: printedText(candidate).replaceAll('|', ' '),
          place: candidate.labels.at(-1)?.place,
        };
    });
  });
  const found = pairs.filter((pair) => pair !== undefined).length;
  return { figures, remarks, extensions: [...extensions, ...foreignRows(rows, pairs)], found, named: found };
}

const printedText = (row: CandidateRow) =>
  printedOf(row)
    .map(({ text }) => text.trim())
    .join('|');

/** Rows with figures between the rows of table 2 that the form does not have. */
function foreignRows(rows: readonly CandidateRow[], pairs: readonly (number | undefined)[]): Extension[] {
  const used = pairs.filter((pair) => pair !== undefined);
  const [first, last] = [Math.min(...used), Math.max(...used)];
  return rows.flatMap((row, place): Extension[] => {
    const isInside = place > first && place <= last + 2 && !used.includes(place);
    if (!isInside || !printedOf(row).some(({ text }) => isNumberLike(text))) return [];
    return [
      {
        table: 'disclosure',
        kind: 'row',
        label: row.labels.at(-1)!.text.trim(),
        values: printedOf(row).map(({ text, place: at }) => ({ printed: text.trim(), place: at })),
      },
    ];
  });
}
