import {
  editionIds,
  editions,
  requestCell,
  type CellCode,
  type EditionId,
  type Extension,
  type FigureReading,
  type FigureSign,
  type Remark,
  type RequestRow,
} from '@mingshu/report-format';
import type { Block } from '../document';
import { countedTable } from './counted-table';
import { speaksOfDisputes } from './disputes-head';
import { goesOnBelow, isNamedTwice, labelForms, likeness, wantedRow, type WantedRow } from './label-likeness';
import { labelKey } from './normalise';
import { areLabelsOutOfStep } from './out-of-step';
import { isFigureLike, isNumberLike, readFigure } from './read-figure';
import { isLoose, printedOf, rowPlacer, trimmed, width, type PlacedRow } from './request-columns';
import { assignRows, type AssignedRow } from './request-rows';
import type { CandidateRow, Field } from './rows';
import { chooseTable } from './table-segments';
import { relationsOf, testimony } from './witness';

export interface TableReading {
  readonly figures: Partial<Record<CellCode, FigureReading>>;
  readonly remarks: readonly Remark[];
  readonly extensions: readonly Extension[];
  /** How many statutory rows were found, and how many of them by their labels. */
  readonly found: number;
  readonly named: number;
}

const columns = editions['2021'].tables.requests.columns;

interface WantedRows {
  readonly wanted: readonly WantedRow[];
  /** Group labels that have no figures of their own. */
  readonly groups: readonly WantedRow[];
}

function rowsOfForm(edition: EditionId): WantedRows {
  const { rows, groups } = editions[edition].tables.requests;
  const codes = new Set<string>(rows.map(({ code }) => code));
  const withoutFigures = groups.filter(({ code }) => !codes.has(code)).map(({ code, label }) => wantedRow({ code, label, aliases: [] }));
  return { wanted: rows.map(wantedRow), groups: withoutFigures };
}
const wantedOf: Record<EditionId, WantedRows> = { '2019': rowsOfForm('2019'), '2021': rowsOfForm('2021') };

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

const rowsOfTable2 = new Set(
  editionIds.flatMap((id) => editions[id].tables.disclosure.blocks.flatMap((block) => block.rows.map(({ label }) => labelKey(label)))),
);

/** Candidates that may be rows of table 3: they print about seven figures, or bear a label of the table. */
function plausible(row: CandidateRow, wanted: readonly WantedRow[]): boolean {
  if (row.labels.length === 0 && row.values.length < 5) return false;
  if (rowsOfTable2.has(labelKey(row.labels.at(-1)?.text ?? ''))) return false;
  // 总计 is the last column of table 4 too: words of its header in front of it make its figures those of table 4.
  if (!row.cells && speaksOfDisputes(row.labels.map(({ text }) => text))) return false;
  const forms = labelForms(row);
  const numbers = row.values.filter(({ text }) => isNumberLike(text)).length;
  const likest = Math.max(0, ...wanted.map((one) => likeness(forms, one)));
  if (row.cells) return (row.values.length >= 5 || row.cells.length >= 7) && (likest >= 0.5 || (numbers >= 5 && numbers <= 9));
  const isOfFigures = row.values.every(({ text }) => isFigureLike(text));
  return numbers >= 1 && (likest >= 0.6 || (isOfFigures && numbers >= 5 && numbers <= 10));
}

const labelText = (row: CandidateRow) => row.labels.map(({ text }) => text.trim()).join(' ');
const printedText = (row: CandidateRow) =>
  printedOf(row)
    .map(({ text }) => text.trim())
    .join(' ');

/** Rows with figures that stand inside the table and are none of its rows: subtotals, local additions. */
function foreignRows(rows: readonly CandidateRow[], assigned: readonly (AssignedRow | undefined)[]): Extension[] {
  const used = new Set(assigned.flatMap((one) => (one ? [one.row, one.rival] : [])));
  const places = rows.flatMap((row, index) => (used.has(row) ? [index] : []));
  return rows
    .slice(places[0] ?? rows.length, (places.at(-1) ?? -1) + 1)
    .filter((row) => !used.has(row) && row.labels.length > 0 && printedOf(row).some(({ text }) => isNumberLike(text)))
    .map((row) => ({
      table: 'requests',
      kind: 'row',
      label: labelText(row),
      values: printedOf(row).map(({ text, place }) => ({ printed: text.trim(), place })),
    }));
}

const mostNamelessRows = 8;

/** Full rows without any name that stand for no row of the form: so many of them are a second table whose labels were lost. */
function namelessRows(rows: readonly CandidateRow[], assigned: readonly (AssignedRow | undefined)[]): number {
  const used = new Set(assigned.flatMap((one) => (one ? [one.row] : [])));
  return rows.filter((row) => !used.has(row) && printedOf(row).length === width && row.labels.every(({ text }) => text.trim() === ''))
    .length;
}

interface ReadRow {
  readonly label: string;
  readonly cells: readonly CellCode[];
  readonly assigned?: AssignedRow;
  readonly placed?: PlacedRow;
}

/** Why the figures of a row cannot be told, in words. */
function rowRemark({ label, cells, assigned }: ReadRow): Remark {
  const row = assigned!.row;
  const count = printedOf(row).length;
  if (assigned!.rival)
    return {
      code: 'ROW-TWICE',
      text: `表三「${label}」行出现两次且数字不同（${printedText(row)}；${printedText(assigned!.rival)}），未采用，请核对。`,
      cells,
    };
  const proposal = joinedProposal(row.values);
  if (proposal)
    return { code: 'SPLIT-DIGITS', text: `表三「${label}」行读到 ${count} 个数，疑似一个数被拆成两个（${proposal}），请核对。`, cells };
  const why = count === width ? '与行、列合计不符，可能错位' : `应为 ${width} 个，无法确定各数属于哪一列`;
  return { code: 'ROW-UNCLEAR', text: `表三「${label}」行读到 ${count} 个数，${why}，请核对。`, cells };
}

const unclearRow = ({ cells, assigned }: ReadRow): [CellCode, FigureReading][] =>
  cells.map((cell) => [
    cell,
    {
      state: 'unread',
      why: 'unclear',
      printed: printedText(assigned!.row),
      place: (assigned!.row.values[0] ?? assigned!.row.labels[0])?.place,
    },
  ]);

const signsOf = ({ assigned, placed }: ReadRow): FigureSign[] => [
  ...new Set<FigureSign>([
    assigned!.by,
    'row_order',
    placed!.by,
    ...(printedOf(assigned!.row).length === width ? (['count'] as const) : []),
  ]),
];

function figuresOfRow(read: ReadRow): [CellCode, FigureReading][] {
  const { cells, assigned, placed } = read;
  if (!assigned) return cells.map((cell) => [cell, { state: 'unread', why: 'not_found' }]);
  if (!placed) return unclearRow(read);
  const supportedBy = signsOf(read);
  return cells.map((cell, place) => [
    cell,
    { ...readFigure(placed.fields[place]!.text, placed.fields[place]!.place, 'count', '件'), supportedBy } as FigureReading,
  ]);
}

/**
 * Table 3 of an edition among the candidate rows. Rows go by label and order, figures by column header, position or count; what cannot be told is unclear.
 * A row of which something is uncertain is left out where a relation it lies in is broken: then it may be shifted.
 */
export function readRequestsTable(
  edition: EditionId,
  blocks: readonly Block[],
  candidates: readonly CandidateRow[],
  year: number | null,
): TableReading {
  const form = editions[edition].tables.requests;
  const counted = countedTable(edition, blocks);
  if (counted) return { figures: counted, remarks: [], extensions: [], found: form.rows.length, named: form.rows.length };
  const { wanted, groups } = wantedOf[edition];
  const choice = chooseTable(
    candidates.filter((row) => plausible(row, wanted)),
    wanted,
    blocks,
    year,
  );
  const first = assignRows(choice.rows ?? [], wanted, groups);
  const isTwo = namelessRows(choice.rows ?? [], first) >= mostNamelessRows;
  const rows = isTwo ? [] : (choice.rows ?? []);
  const tables = isTwo ? Math.max(2, choice.tables) : choice.tables;
  const assigned = isTwo ? assignRows([], wanted, groups) : first;
  const place = rowPlacer(blocks, rows);
  const areOutOfStep = areLabelsOutOfStep(edition, blocks, candidates, assigned);
  const reads = form.rows.map(({ code, label }, index): ReadRow => {
    const one = assigned[index];
    const cells = columns.map((column) => requestCell(code as RequestRow, column.code));
    const isTold = one && !one.rival && !(areOutOfStep && isLoose(one.row));
    const placed = isTold ? place(one.row) : undefined;
    // A row without its name that holds words is another table's as likely as this one's.
    const hasWords = one?.by === 'row_order' && placed?.fields.some(({ text }) => !isFigureLike(text));
    const isBroken =
      one !== undefined &&
      (isNamedTwice(one.row, wanted[index]!) || goesOnBelow(one.row, candidates[candidates.indexOf(one.row) + 1], wanted[index]!));
    return { label, cells, assigned: one, placed: hasWords || isBroken ? undefined : placed };
  });
  const figures: Partial<Record<CellCode, FigureReading>> = Object.fromEntries(reads.flatMap(figuresOfRow));
  const inBroken = new Set(
    relationsOf(edition)
      .filter((relation) => testimony(relation, figures) === 'broken')
      .flatMap(({ left, right }) => [...left, ...right]),
  );
  const isDoubted = ({ assigned: one, placed, cells }: ReadRow) =>
    placed && (!placed.isSure || one!.row.labels.every(({ text }) => text.trim() === '')) && cells.some((cell) => inBroken.has(cell));
  const doubted = reads.filter(isDoubted);
  Object.assign(figures, Object.fromEntries(doubted.flatMap(unclearRow)));
  const remarks: Remark[] = reads.filter((read) => read.assigned && (!read.placed || doubted.includes(read))).map(rowRemark);
  if (tables > 1)
    remarks.unshift({
      code: 'TABLE-TWICE',
      text:
        rows.length > 0
          ? `文件中有 ${tables} 张申请情况表，已采用标注为 ${year} 年的一张。`
          : `文件中有 ${tables} 张申请情况表，无法确定哪一张属于本年度，未读取。`,
    });
  return {
    figures,
    remarks,
    extensions: foreignRows(rows, assigned),
    found: assigned.filter(Boolean).length,
    named: assigned.filter((one) => one?.by === 'row_label').length,
  };
}
