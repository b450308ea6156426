import { editionIds, editions, officialTableLayout, type TableCode } from '@mingshu/report-format';
import type { GridBlock, GridCell } from '../../document';
import { labelKey } from '../../recognition/normalise';
import { isFigureLike } from '../../recognition/read-figure';

type Row = readonly GridCell[];
/** Neighbouring cells of a row that print the same, as the places of the first and behind the last. */
interface Run {
  readonly from: number;
  readonly to: number;
}

const tables: readonly TableCode[] = ['disclosure', 'requests', 'disputes'];
const disclosureBlocks = editionIds.flatMap((id) => [...editions[id].tables.disclosure.blocks]);
/** Names of the columns of table 2; no block of it has two columns of one name. */
const columnNames = new Set(disclosureBlocks.flatMap(({ columns }) => columns.map(({ label }) => labelKey(label))));
/** 总计 names columns that stand side by side in no form, but in what is left of one. */
const shortestName = 4;
/** What the form prints in merged cells. */
const mergedNames = new Set([
  ...disclosureBlocks.map(({ caption }) => labelKey(caption)),
  ...editionIds
    .flatMap((id) => tables.flatMap((table) => officialTableLayout(id, table)))
    .flatMap(({ rows }) => rows.flat())
    .flatMap(({ text, colspan }) => (text !== undefined && colspan > 1 ? [labelKey(text)] : []))
    .filter((key) => key.length >= shortestName),
]);

const printed = ({ text }: GridCell) => text.replaceAll(/\s+/g, '');
const isWords = ({ text }: GridCell) => !isFigureLike(text);
const isSame = (row: Row, { from, to }: Run) => row.slice(from, to).every((cell) => printed(cell) === printed(row[from]!));

/** Words that stand in several neighbouring cells of a row. */
function wordRuns(row: Row): Run[] {
  const starts = row.flatMap((cell, place) => (place === 0 || printed(row[place - 1]!) !== printed(cell) ? [place] : []));
  const runs = starts.map((from, place): Run => ({ from, to: starts[place + 1] ?? row.length }));
  return runs.filter(({ from, to }) => to - from > 1 && isWords(row[from]!));
}

/** A row of several words and nothing else. */
const isHeader = (row: Row) => row.every((cell) => printed(cell) === '' || isWords(cell)) && row.filter(isWords).length > 1;

/** A row without the blanks at its end: they may be what a lost figure left, and the row then ends before its header does. */
const withoutEnd = (row: Row): Row => (isHeader(row) ? row : row.slice(0, row.findLastIndex((cell) => printed(cell) !== '') + 1));

const merged = (row: Row, runs: readonly Run[]): Row =>
  row.flatMap((cell, place) => {
    const run = runs.find(({ from, to }) => place >= from && place < to);
    if (!run) return [cell];
    return place === run.from ? [{ ...cell, colspan: run.to - run.from }] : [];
  });

/** A row whose figures nobody can tell apart: all in one cell. */
function inOneCell(row: Row): Row {
  const first = row.findLastIndex(isWords) + 1;
  const figures = row.slice(first);
  const text = figures.map((cell) => cell.text).join('\n');
  return [...row.slice(0, first), { ...row[first]!, text, colspan: figures.length }];
}

/**
 * A text table into which a program wrote what a merged cell prints once for every cell it covers: the merged cells are put back. It is
 * known by names that the form prints in merged cells and by rows of one width; then its blanks are blanks. Figures are copies of one only
 * under a header that names their column over just as many cells.
 */
export function gridOfRows(rows: readonly Row[]): GridBlock {
  const isOneWidth = rows.every(({ length }) => length === rows[0]!.length);
  const isFilled = rows.some((row) => wordRuns(row).some(({ from }) => mergedNames.has(labelKey(row[from]!.text))));
  if (!isOneWidth || !isFilled) return { kind: 'grid', isExact: false, rows };
  let columns: readonly Run[] = [];
  const withMerged = rows.map((row) => {
    if (isHeader(row)) columns = wordRuns(row).filter(({ from }) => columnNames.has(labelKey(row[from]!.text)));
    const own = columns.filter((run) => !row.slice(run.from, run.to).some(isWords));
    const copies = own.filter((run) => isSame(row, run));
    // Copies that differ: a figure was lost, and the others moved to its place.
    if (copies.length < own.length) return inOneCell(row);
    return withoutEnd(merged(row, [...wordRuns(row), ...copies]));
  });
  return { kind: 'grid', isExact: true, rows: withMerged };
}
