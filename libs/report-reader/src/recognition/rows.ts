import type { Place } from '@mingshu/report-format';
import type { Block, GridCell } from '../document';
import { likenessToForm } from './likeness-to-form';
import { isFigureLike, isNumberLike } from './read-figure';
import { normalise } from './normalise';

const blanks = /[\s\u3000]+/;

/** One printed text with its place; `column` counts from 0 where it comes from a grid. */
export interface Field {
  readonly text: string;
  readonly place: Place;
  readonly column: number;
  readonly colspan: number;
}

/** A row as recognition sees it: labels, then what is printed behind them. `block` is the index of the block in which its values begin. */
export interface CandidateRow {
  readonly labels: readonly Field[];
  readonly values: readonly Field[];
  readonly block: number;
  /** All cells of the row by column, where the document's own table gives them. */
  readonly cells?: readonly GridCell[];
  /** Width of the printed line in fields, for telling a padded line from a full one. */
  readonly width: number;
}

const pageNumber =
  /^(?:[-—–_]+\s*\d{1,3}\s*[-—–_]+|第\s*\d{1,3}\s*页(?:[\s,，/]*共\s*\d{1,3}\s*页)?|\d{1,3}\s*\/\s*\d{1,3}|Page\s*\d{1,3})$/i;
/** Whether a line is the number of a page: - 3 -, 第 3 页, 第 3 页 共 9 页, 3 / 9. A dash on one side only is a sign. */
export const isPageNumber = (text: string): boolean => pageNumber.test(text.trim());

/** Whether a line holds several rows of a table one after another, parted by blanks only: labels of the form with figures between them. */
export function isWholeTable(text: string): boolean {
  const pieces = text.trim().split(blanks);
  if (pieces.filter(isNumberLike).length < 2) return false;
  const isLabel = (piece: string) => piece.length >= 2 && !isFigureLike(piece) && likenessToForm(piece) >= 0.9;
  const first = pieces.findIndex(isLabel);
  const number = first < 0 ? -1 : pieces.findIndex((piece, place) => place > first && isNumberLike(piece));
  return number > 0 && pieces.slice(number).some(isLabel);
}

/** Words in one pair of brackets. The label of a row may begin and end with brackets too. */
const isNote = (piece: string) => /^[（(][^（()）]+[）)]$/.test(piece) && likenessToForm(piece) < 0.5;

/** Pieces of a line, a note in brackets put back behind its number. */
const withNotes = (pieces: readonly string[]): string[] =>
  pieces.reduce<string[]>((all, piece) => {
    const last = all.at(-1);
    return isNote(piece) && last !== undefined && isNumberLike(last) ? [...all.slice(0, -1), last + piece] : [...all, piece];
  }, []);

/** A line of prose that is a row after all: a label and numbers behind it, parted by blanks. */
function splitLine(text: string, place: Place): Field[] {
  const pieces = withNotes(text.trim().split(blanks));
  let tail = pieces.length;
  while (tail > 0 && isFigureLike(pieces[tail - 1]!)) tail -= 1;
  const labels = pieces.slice(0, tail);
  const isLabel = labels.join('').length <= 60 || isWholeTable(text);
  const texts = isLabel ? pieces : [text.trim()];
  return texts.map((one, column) => ({ text: one, place, column, colspan: 1 }));
}

const glued = /^([^\d]{2,}?)(\d{2,15})$/;

/** A label and the run of zeros glued to it, `undefined` for anything else: other figures cannot be told apart. */
function gluedZeros(text: string): { readonly label: string; readonly digits: string } | undefined {
  const [, label, digits] = glued.exec(normalise(text)) ?? [];
  return label && digits && /^0+$/.test(digits) && /\p{Script=Han}/u.test(label) ? { label, digits } : undefined;
}

/** Whether a line is a row by itself although no blank stands in front of its figures. */
export const isGluedRow = (text: string): boolean => /[^\d\s]\d+\s*$/.test(text) && gluedZeros(text) !== undefined;

/** A label with its figures glued to it, taken apart; what cannot be told stays one unclear piece. */
function unglue(field: Field): Field[] {
  const { label, digits = '' } = gluedZeros(field.text) ?? {};
  return label === undefined ? [field] : [{ ...field, text: label }, ...[...digits].map((digit) => ({ ...field, text: digit }))];
}

/** A comma or point by itself parts a number that a page prints in pieces. */
export const isSeparator = (text: string): boolean => /^[.,．，]$/.test(text.trim());

/** Index of the last label: words behind two numbers stand where a figure belongs and are no label. */
function lastLabelOf(fields: readonly { readonly text: string }[]): number {
  let [last, numbers] = [-1, 0];
  fields.forEach(({ text }, index) => {
    if (isNumberLike(text)) numbers += 1;
    else if (numbers < 2 && text.trim() !== '' && !isFigureLike(text) && !isSeparator(text)) last = index;
  });
  return last;
}

interface OpenRow {
  labels: Field[];
  values: Field[];
  block: number;
  cells?: readonly GridCell[];
  width: number;
}

/**
 * The candidate rows of a document in reading order. A row begins at a label after a figure, whatever the lines of the source are,
 * so values on lines of their own, rows broken over pages and one cell per paragraph come out alike.
 */
export function candidateRows(blocks: readonly Block[]): CandidateRow[] {
  const rows: OpenRow[] = [];
  let open: OpenRow | undefined;
  const close = () => {
    if (open && open.values.some(({ text }) => text.trim() !== '')) rows.push(open);
    else if (open?.cells && open.labels.length > 0) rows.push(open);
    open = undefined;
  };
  const begin = (block: number): OpenRow => (open = { labels: [], values: [], block, width: 0 });

  const addLine = (fields: readonly Field[], block: number) => {
    const isNumber = fields.map(({ text }) => isNumberLike(text));
    const lastLabel = lastLabelOf(fields);
    const labels = fields.slice(0, lastLabel + 1).filter(({ text }) => text.trim() !== '');
    const values = fields.slice(lastLabel + 1);
    const hasNumber = isNumber.slice(lastLabel + 1).some(Boolean);
    if (lastLabel >= 0) {
      const isNewRow = !open || open.values.some(({ text }) => text.trim() !== '');
      if (isNewRow) {
        close();
        begin(block);
      }
      open!.labels.push(...labels);
      if (values.length > 0) open!.block = block;
      // Blanks behind a caption or a header, which other labels follow, are none of the figures of this row.
      open!.values = [...values];
      open!.width = fields.length;
      return;
    }
    if (fields.length > 1 && open && open.values.filter(({ text }) => isNumberLike(text)).length >= 5 && hasNumber) {
      close();
      begin(block).width = fields.length;
    }
    open ??= begin(block);
    if (open.values.length === 0) open.block = block;
    open.values.push(...values);
  };

  blocks.forEach((block, index) => {
    if (block.kind === 'grid' && block.isExact) {
      close();
      const carried: GridCell[] = [];
      block.rows.forEach((cells, row) => {
        const spanning = carried.filter((cell) => cell.row < row && cell.row + cell.rowspan > row);
        const all = [...spanning, ...cells].sort((one, other) => one.column - other.column);
        carried.push(...cells.filter(({ rowspan }) => rowspan > 1));
        const fields = cells.map(({ text, place, column, colspan }) => ({ text, place, column, colspan }));
        const lastLabel = lastLabelOf(fields);
        rows.push({
          labels: fields.slice(0, lastLabel + 1).filter(({ text }) => text.trim() !== ''),
          values: fields.slice(lastLabel + 1),
          block: index,
          cells: all,
          width: fields.length,
        });
      });
      return;
    }
    if (block.kind === 'grid') {
      for (const cells of block.rows)
        addLine(
          cells.flatMap(({ text, place, column }) => unglue({ text, place, column, colspan: 1 })),
          index,
        );
      return;
    }
    if (isPageNumber(block.text)) return;
    if (block.kind === 'heading' && !isNumberLike(block.text)) {
      close();
      return;
    }
    const fields = splitLine(block.text, block.place).flatMap(unglue);
    if (isWholeTable(block.text)) for (const field of fields) addLine([field], index);
    else addLine(fields, index);
  });
  close();
  return rows;
}
