import {
  editions,
  requestCell,
  type CellCode,
  type EditionId,
  type FigureReading,
  type Remark,
  type RequestRow,
} from '@mingshu/report-format';
import type { Block } from '../document';
import { align } from './align';
import { labelForms, likeness, wantedRow, type WantedRow } from './label-likeness';
import { labelKey, normalise } from './normalise';
import { isFigureLike, isNumberLike, readFigure } from './read-figure';
import type { CandidateRow, Field } from './rows';

export interface TableReading {
  readonly figures: Partial<Record<CellCode, FigureReading>>;
  readonly remarks: readonly Remark[];
  /** How many statutory rows were found by their labels. */
  readonly found: number;
}

const columns = editions['2021'].tables.requests.columns;
const width = columns.length;
const isBlank = ({ text }: Field) => text.trim() === '';

interface HeaderColumns {
  readonly columns: readonly number[];
  /** Where the table's last column ends; a row that ends elsewhere has a cell too many or too few. */
  readonly end: number;
}

/** Columns of the seven figures in a table of the document's own, from its headers; `undefined` where a header is missing or out of order. */
function headerColumns(block: Block | undefined): HeaderColumns | undefined {
  if (block?.kind !== 'grid' || !block.isExact) return undefined;
  const headers = block.rows.slice(0, 6).flat();
  const at = (label: string, after: number) =>
    headers
      .filter(({ text, colspan }) => colspan === 1 && labelKey(text) === labelKey(label))
      .map(({ column }) => column)
      .sort((one, other) => one - other)
      .find((column) => column > after);
  const found: number[] = [];
  for (const { label } of columns) {
    const column = at(label, found.at(-1) ?? -1);
    if (column === undefined) return undefined;
    found.push(column);
  }
  const ends = block.rows
    .slice(0, 6)
    .filter((row) => !row.some(({ text }) => isNumberLike(text)))
    .flatMap((row) => row.map(({ column, colspan }) => column + colspan));
  return { columns: found, end: Math.max(...ends) };
}

/** The positions at which most full rows of a text table print their seven figures, for lines of a given width. */
function usualPositions(rows: readonly CandidateRow[]): Map<string, number> {
  const votes = new Map<string, Map<number, number>>();
  for (const row of rows) {
    if (row.cells) continue;
    const core = trimmed(row.values);
    if (core.length !== width) continue;
    const key = `${row.block}:${row.width}`;
    const positions = votes.get(key) ?? new Map<number, number>();
    votes.set(key, positions);
    const first = core[0]!.column;
    positions.set(first, (positions.get(first) ?? 0) + 1);
  }
  return new Map(
    [...votes].flatMap(([key, positions]) => {
      const [first, second] = [...positions].sort((one, other) => other[1] - one[1]);
      return first && first[1] >= 3 && first[1] > 2 * (second?.[1] ?? 0) ? [[key, first[0]] as const] : [];
    }),
  );
}

const middleOf = ({ place }: Field) => (place.kind === 'page' ? (place.box[0] + place.box[2]) / 2 : undefined);

/** Where the seven columns stand on the page, from the rows that print all seven; `undefined` where there are too few or they differ. */
function printedColumns(rows: readonly CandidateRow[]): readonly number[] | undefined {
  const full = rows.filter((row) => !row.cells && trimmed(row.values).length === width).map((row) => trimmed(row.values).map(middleOf));
  if (full.length < 5 || full.some((middles) => middles.some((middle) => middle === undefined))) return undefined;
  const columns = Array.from({ length: width }, (_, place) => {
    const middles = full.map((row) => row[place]!).sort((one, other) => one - other);
    return { middle: middles[Math.floor(middles.length / 2)]!, spread: middles.at(-1)! - middles[0]! };
  });
  const step = Math.min(...columns.slice(1).map(({ middle }, place) => middle - columns[place]!.middle));
  return columns.every(({ spread }) => spread < step * 0.8) ? columns.map(({ middle }) => middle) : undefined;
}

/** Figures put under the columns they are printed in; a column under which nothing is printed is blank. */
function byPosition(row: CandidateRow, columns: readonly number[]): readonly Field[] | undefined {
  const step = Math.min(...columns.slice(1).map((middle, place) => middle - columns[place]!));
  const printed = row.values.filter((field) => !isBlank(field));
  const at = printed.map((field) => columns.findIndex((middle) => Math.abs(middle - middleOf(field)!) < step * 0.4));
  const isClear = printed.length < width && at.every((place, index) => place >= 0 && (index === 0 || place > at[index - 1]!));
  if (!isClear || printed.length === 0) return undefined;
  return columns.map((_, place) => printed[at.indexOf(place)] ?? { ...printed[0]!, text: '' });
}

function trimmed(values: readonly Field[]): readonly Field[] {
  const first = values.findIndex((field) => !isBlank(field));
  const last = values.findLastIndex((field) => !isBlank(field));
  return first < 0 ? [] : values.slice(first, last + 1);
}

/** The figures of a row that lost merged labels: seven, each of them printed, so that none can stand for another. */
function sevenPrinted({ values }: CandidateRow): readonly Field[] | undefined {
  const printed = values.filter((field) => !isBlank(field));
  return printed.length === width && trimmed(values).length === width ? printed : undefined;
}

/** The seven printed texts of a row in the order of the form, `undefined` where their columns cannot be told. */
function sevenOf(
  row: CandidateRow,
  byHeader: HeaderColumns | undefined,
  usual: Map<string, number>,
  onPage: readonly number[] | undefined,
): readonly Field[] | undefined {
  if (row.cells) {
    if (byHeader) {
      const last = row.cells.at(-1);
      const isAsWide = last !== undefined && last.column + last.colspan === byHeader.end;
      const at = byHeader.columns.map((column) => row.cells!.find((cell) => cell.column <= column && column < cell.column + cell.colspan));
      const first = byHeader.columns[0]!;
      const isWhole = at.every((cell) => cell && cell.colspan === 1);
      const lastLabel = Math.max(-1, ...row.labels.map(({ column, text }) => (isFigureLike(text) ? -1 : column)));
      const hasLabel = row.labels.length === 0 || lastLabel < first || row.labels.some(({ column }) => column < first);
      if (isWhole && isAsWide && hasLabel) return at.map((cell) => cell!);
      if (!isAsWide) return last && last.column + last.colspan < byHeader.end ? sevenPrinted(row) : undefined;
    }
    if (row.values.length === width) return row.values;
    const core = trimmed(row.values);
    return core.length === width ? core : undefined;
  }
  const core = trimmed(row.values);
  if (core.length === width) return core;
  if (onPage) return byPosition(row, onPage);
  const first = usual.get(`${row.block}:${row.width}`);
  if (first === undefined) return undefined;
  const placed = row.values.filter((field) => !isBlank(field));
  const isInside = placed.every(({ column }) => column >= first && column < first + width);
  const at = Array.from({ length: width }, (_, place) => row.values.find(({ column }) => column === first + place));
  return isInside && at.every((field) => field) ? at.map((field) => field!) : undefined;
}

/** Two joined neighbours that would make eight printed numbers seven and the row add up. Proposed, never taken. */
function joinedProposal(values: readonly Field[]): string | undefined {
  const texts = trimmed(values).map(({ text }) => text.trim());
  if (texts.length !== width + 1 || !texts.every((text) => /^\d+$/.test(text))) return undefined;
  const fits = texts.slice(0, -1).flatMap((text, place) => {
    const joined = [...texts.slice(0, place), text + texts[place + 1], ...texts.slice(place + 2)].map(Number);
    return joined.slice(0, -1).reduce((sum, value) => sum + value, 0) === joined.at(-1)
      ? [`${text}|${texts[place + 1]}→${text}${texts[place + 1]}`]
      : [];
  });
  return fits.length === 1 ? fits[0] : undefined;
}

/** Candidates that may be rows of table 3: they print about seven figures, or bear a label of the table. */
function plausible(row: CandidateRow, forms: readonly string[], wanted: readonly WantedRow[]): boolean {
  const numbers = row.values.filter(({ text }) => isNumberLike(text)).length;
  const likest = Math.max(0, ...wanted.map((one) => likeness(forms, one)));
  if (row.cells) return (row.values.length >= 5 || row.cells.length >= 7) && (likest >= 0.5 || (numbers >= 5 && numbers <= 9));
  return numbers >= 1 && (likest >= 0.6 || (numbers >= 5 && numbers <= 10));
}

interface Choice {
  readonly rows: readonly CandidateRow[];
  readonly pairs: readonly (number | undefined)[];
  readonly score: number;
}

function alignRun(rows: readonly CandidateRow[], wanted: readonly WantedRow[], groups: readonly WantedRow[]): Choice {
  const forms = rows.map(labelForms);
  const like = (candidate: number, row: number) => {
    const own = forms[candidate]!;
    if (own.length === 0) return 0;
    const asRow = likeness(own, wanted[row]!);
    const asGroup = Math.max(0, ...groups.map((group) => (own.length === 1 ? likeness(own, group) : 0)));
    return asGroup > asRow ? 0 : asRow;
  };
  // A row of seven figures is a row of the form somewhere: to leave one out costs as much as to pair it without a label.
  const isFull = rows.map(({ values }) => values.filter((field) => !isBlank(field)).length === width);
  const score = (candidate: number, row: number) => {
    const own = like(candidate, row);
    if (forms[candidate]!.length > 0 && own < 0.2) return 0;
    return own + (isFull[candidate] || forms[candidate]!.length === 0 ? 0.3 : 0);
  };
  const pairs = align(rows.length, wanted.length, score, 0.3).map((candidate, row) =>
    candidate !== undefined && (forms[candidate]!.length === 0 || like(candidate, row) >= 0.5) ? candidate : undefined,
  );
  return {
    rows,
    pairs: filledByCount(
      pairs.map((pair) => (pair !== undefined && forms[pair]!.length > 0 ? pair : undefined)),
      rows,
      (candidate, row) =>
        forms[candidate]!.length === 0 ||
        (isFull[candidate]! && shared([...forms[candidate]!, ...(forms[candidate + 1] ?? [])], wanted[row]!) >= 0.5),
    ),
    score: pairs.filter((pair) => pair !== undefined && forms[pair]!.length > 0).length,
  };
}

/**
 * Share of a statutory label's characters that words hold, in whatever order a converter left them. Lines of a label that is broken
 * below its figures stand in front of the next row.
 */
function shared(forms: readonly string[], { keys }: WantedRow): number {
  const held = new Set(forms.join(''));
  return Math.max(0, ...keys.map((key) => [...key].filter((character) => held.has(character)).length / key.length));
}

/**
 * Rows whose label is lost or garbled go by their count: only where the rows missing between two labelled ones are exactly as many as
 * the rows printed there, and none of these speaks against it.
 */
function filledByCount(
  sure: readonly (number | undefined)[],
  rows: readonly CandidateRow[],
  mayBe: (candidate: number, row: number) => boolean,
): (number | undefined)[] {
  const result = [...sure];
  let row = 0;
  while (row < sure.length) {
    if (sure[row] !== undefined) {
      row += 1;
      continue;
    }
    let end = row;
    while (end < sure.length && sure[end] === undefined) end += 1;
    const before = row > 0 ? sure[row - 1]! : -1;
    const after = end < sure.length ? sure[end]! : rows.length;
    const between = Array.from({ length: after - before - 1 }, (_, place) => before + 1 + place);
    const fits = between.length === end - row && between.every((candidate, place) => mayBe(candidate, row + place));
    if (row > 0 && end < sure.length && fits) between.forEach((candidate, place) => (result[row + place] = candidate));
    row = end;
  }
  return result;
}

/** Runs of rows that each begin anew at the first statutory row: this year's table, and perhaps last year's beside it. */
function runs(rows: readonly CandidateRow[], first: WantedRow, later: readonly WantedRow[]): CandidateRow[][] {
  const result: CandidateRow[][] = [[]];
  let isPastStart = false;
  for (const row of rows) {
    const forms = labelForms(row);
    if (isPastStart && likeness(forms, first) >= 0.8) {
      result.push([]);
      isPastStart = false;
    }
    result.at(-1)!.push(row);
    if (later.some((wanted) => likeness(forms, wanted) >= 0.8)) isPastStart = true;
  }
  return result;
}

const yearBefore = (blocks: readonly Block[], block: number): number | undefined => {
  for (let index = block; index >= Math.max(0, block - 4); index -= 1) {
    const one = blocks[index]!;
    const text = one.kind === 'grid' ? (index === block ? one.rows[0]?.map((cell) => cell.text).join('') : '') : one.text;
    const year = /(20\d\d)年/.exec(normalise(text ?? ''))?.[1];
    if (year) return Number(year);
  }
  return undefined;
};

/** Table 3 of an edition among the candidate rows. Rows go by label and order, figures by column or by count; what cannot be told is unclear. */
export function readRequestsTable(
  edition: EditionId,
  blocks: readonly Block[],
  candidates: readonly CandidateRow[],
  year: number | null,
): TableReading {
  const form = editions[edition].tables.requests;
  const wanted = form.rows.map(wantedRow);
  const rowCodes = new Set<string>(form.rows.map(({ code }) => code));
  const groups = form.groups.filter(({ code }) => !rowCodes.has(code)).map(({ code, label }) => wantedRow({ code, label, aliases: [] }));
  const remarks: Remark[] = [];
  const rows = candidates
    .filter((row) => row.labels.length > 0 || row.values.length >= 5)
    .filter((row) => plausible(row, labelForms(row), wanted));
  const choices = runs(rows, wanted[0]!, wanted.slice(8))
    .map((run) => alignRun(run, wanted, groups))
    .filter(({ score }) => score > 0);
  const full = choices.filter(({ score }) => score >= wanted.length * 0.6);
  let chosen = choices.sort((one, other) => other.score - one.score)[0];
  if (full.length > 1) {
    const ofYear = full.filter(({ rows: [first] }) => year !== null && yearBefore(blocks, first!.block) === year);
    chosen = ofYear.length === 1 ? ofYear[0] : undefined;
    remarks.push({
      code: 'TABLE-TWICE',
      text: chosen
        ? `文件中有 ${full.length} 张申请情况表，已采用标注为 ${year} 年的一张。`
        : `文件中有 ${full.length} 张申请情况表，无法确定哪一张属于本年度，未读取。`,
    });
  }
  const figures: Partial<Record<CellCode, FigureReading>> = {};
  const usual = usualPositions(chosen?.rows ?? []);
  const headers = new Map<number, HeaderColumns | undefined>();
  const onPage = printedColumns(chosen?.rows ?? []);
  form.rows.forEach(({ code, label }, index) => {
    const pair = chosen?.pairs[index];
    const row = pair === undefined ? undefined : chosen!.rows[pair]!;
    if (row && !headers.has(row.block)) headers.set(row.block, headerColumns(blocks[row.block]));
    const seven = row && sevenOf(row, headers.get(row.block), usual, onPage);
    const printedNumbers = row?.values.filter((field) => !isBlank(field)) ?? [];
    if (row && !seven) {
      const proposal = joinedProposal(row.values);
      remarks.push({
        code: proposal ? 'SPLIT-DIGITS' : 'ROW-UNCLEAR',
        text: proposal
          ? `表三「${label}」行读到 ${printedNumbers.length} 个数，疑似一个数被拆成两个（${proposal}），请核对。`
          : `表三「${label}」行读到 ${printedNumbers.length} 个数，应为 ${width} 个，无法确定各数属于哪一列，请核对。`,
        cells: columns.map((column) => requestCell(code as RequestRow, column.code)),
      });
    }
    columns.forEach((column, place) => {
      const cell = requestCell(code as RequestRow, column.code);
      if (!row) figures[cell] = { state: 'unread', why: 'not_found' };
      else if (seven) figures[cell] = readFigure(seven[place]!.text, seven[place]!.place, 'count', '件');
      else
        figures[cell] = {
          state: 'unread',
          why: 'unclear',
          printed: printedNumbers.map(({ text }) => text.trim()).join(' '),
          place: (row.values[0] ?? row.labels[0])?.place,
        };
    });
  });
  return { figures, remarks, found: chosen?.pairs.filter((pair) => pair !== undefined).length ?? 0 };
}
