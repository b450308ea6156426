import type { CellCode } from './cell-code';
import { editions, type EditionId } from './editions';
import type { TableCode } from './edition-format';

/** One slot of an official table as printed: a header, a label at the left, or the place of a figure. */
export interface OfficialSlot {
  readonly kind: 'header' | 'label' | 'figure';
  readonly text?: string;
  readonly cell?: CellCode;
  readonly rowspan: number;
  readonly colspan: number;
}

/** A printed grid: rows of slots in which a spanning slot stands once, as in HTML. `headerRows` repeat on every printed page. */
export interface OfficialGrid {
  readonly caption?: string;
  readonly headerRows: number;
  readonly columns: number;
  readonly rows: readonly (readonly OfficialSlot[])[];
}

const header = (text: string, rowspan = 1, colspan = 1): OfficialSlot => ({ kind: 'header', text, rowspan, colspan });
const label = (text: string, rowspan = 1, colspan = 1): OfficialSlot => ({ kind: 'label', text, rowspan, colspan });
const figure = (cell: string, colspan = 1): OfficialSlot => ({ kind: 'figure', cell: cell as CellCode, rowspan: 1, colspan });

function disclosureGrids(edition: EditionId): OfficialGrid[] {
  const { blocks, cornerLabel } = editions[edition].tables.disclosure;
  const widest = Math.max(...blocks.map(({ columns }) => columns.length));
  return blocks.map(({ code, caption, columns, rows }) => {
    const span = (place: number) => (place === columns.length - 1 ? widest - columns.length + 1 : 1);
    return {
      caption,
      headerRows: 1,
      columns: widest + 1,
      rows: [
        [header(cornerLabel), ...columns.map((column, place) => header(column.label, 1, span(place)))],
        ...rows.map((row) => [
          label(row.label),
          ...columns.map((column, place) => figure(`disclosure.${code}.${row.code}.${column.code}`, span(place))),
        ]),
      ],
    };
  });
}

/** Slots at the left of a row of table 3: the merged 三、本年度办理结果, the merged group, the item. */
function requestLabels(edition: EditionId, index: number): OfficialSlot[] {
  const { rows, groups, resultsLabel } = editions[edition].tables.requests;
  const row = rows[index]!;
  if (row.within === 'year') return [label(row.label, 1, 3)];
  const results = rows.filter(({ within }) => within !== 'year');
  const first = rows[index - 1]?.within === 'year' ? [label(resultsLabel, results.length)] : [];
  const group = groups.find(({ code }) => code === row.within);
  if (!group) return [...first, label(row.label, 1, 2)];
  const opensGroup = rows[index - 1]?.within !== row.within;
  const size = rows.filter(({ within }) => within === row.within).length;
  return [...first, ...(opensGroup ? [label(group.label, size)] : []), label(row.label)];
}

function requestsGrid(edition: EditionId): OfficialGrid {
  const { rows, columns, cornerLabel, columnsLabel } = editions[edition].tables.requests;
  const organisations = columns.filter(({ parent }) => parent !== null);
  const [naturalPerson, total] = [columns[0], columns.at(-1)!];
  return {
    headerRows: 3,
    columns: 3 + columns.length,
    rows: [
      [header(cornerLabel, 3, 3), header(columnsLabel, 1, columns.length)],
      [header(naturalPerson.label, 2), header(organisations[0]!.parent!, 1, organisations.length), header(total.label, 2)],
      organisations.map(({ label: text }) => header(text)),
      ...rows.map((row, index) => [
        ...requestLabels(edition, index),
        ...columns.map((column) => figure(`requests.${row.code}.${column.code}`)),
      ]),
    ],
  };
}

function disputesGrid(edition: EditionId): OfficialGrid {
  const { blocks, columns } = editions[edition].tables.disputes;
  const suits = blocks.filter(({ parent }) => parent !== null);
  const [review] = blocks;
  return {
    headerRows: 3,
    columns: blocks.length * columns.length,
    rows: [
      [header(review.label, 1, columns.length), header(suits[0]!.parent!, 1, suits.length * columns.length)],
      [...columns.map((column) => header(column.label, 2)), ...suits.map((block) => header(block.label, 1, columns.length))],
      suits.flatMap(() => columns.map((column) => header(column.label))),
      blocks.flatMap((block) => columns.map((column) => figure(`disputes.${block.code}.${column.code}`))),
    ],
  };
}

/** An official table as it is printed, with its merged headers: table 2 is one grid for each block, tables 3 and 4 one grid each. */
export function officialTableLayout(edition: EditionId, table: TableCode): readonly OfficialGrid[] {
  if (table === 'disclosure') return disclosureGrids(edition);
  return [table === 'requests' ? requestsGrid(edition) : disputesGrid(edition)];
}

/** The column at which every slot of a grid begins, spans above it counted. */
export function slotColumns({ rows }: OfficialGrid): number[][] {
  const taken: boolean[][] = rows.map(() => []);
  return rows.map((slots, row) => {
    let column = 0;
    return slots.map(({ rowspan, colspan }) => {
      while (taken[row]![column]) column += 1;
      const start = column;
      for (let down = 0; down < rowspan; down += 1)
        for (let right = 0; right < colspan; right += 1) (taken[row + down] ??= [])[start + right] = true;
      column += colspan;
      return start;
    });
  });
}
