import { cellFormat, cellsOf, figureAt, type CellCode, type EditionId, type Figures, type TableCode } from '@mingshu/report-format';
import { cellName, columnName } from '../cell-wording';
import type { ReportCheck } from '../checked-report';
import { broken, holds, notAssessable, type Verdict } from '../verdict';

export const tableNames: Readonly<Record<TableCode, string>> = { disclosure: '表二', requests: '表三', disputes: '表四' };
const tables = Object.keys(tableNames) as TableCode[];

export const cellsOfTable = (edition: EditionId, table: TableCode): CellCode[] =>
  cellsOf(edition).filter((cell) => cell.startsWith(`${table}.`));

/** Tables in which every cell is blank: nothing else is tested on them. */
export const blankTables = (edition: EditionId, figures: Figures): TableCode[] =>
  tables.filter((table) => cellsOfTable(edition, table).every((cell) => figureAt(figures, cell) === 'blank'));

/** BLANK-ALL: no table is blank throughout. A table nobody found is not a blank one. */
export const blankTable: ReportCheck = {
  id: 'BLANK-ALL',
  judge: ({ report: { edition, figures } }) => {
    const blank = blankTables(edition, figures);
    return tables.map((table): Verdict => {
      const cells = cellsOfTable(edition, table);
      if (cells.every((cell) => figureAt(figures, cell) === 'unread')) return notAssessable('BLANK-ALL', `没有读到${tableNames[table]}`);
      if (!blank.includes(table)) return holds('BLANK-ALL');
      return broken('BLANK-ALL', {
        cells,
        subject: table,
        sentence: `${tableNames[table]} ${cells.length} 格全部空着。没有发生的应填 0，请补填后重新报送。`,
      });
    });
  },
};

/** Columns of table 3 blank throughout, by name; then single cells. */
function describeBlanks(edition: EditionId, table: TableCode, blanks: readonly CellCode[]): string {
  const all = cellsOfTable(edition, table);
  const columnOf = (cell: CellCode) => cellFormat(cell).column;
  const whole =
    table === 'requests'
      ? [...new Set(blanks.map(columnOf))].filter((column) =>
          all.filter((cell) => columnOf(cell) === column).every((cell) => blanks.includes(cell)),
        )
      : [];
  const columns = whole.map((column) =>
    columnName(all.find((cell) => columnOf(cell) === column)!)
      .split('·')
      .at(-1)!,
  );
  const rest = blanks.filter((cell) => !whole.includes(columnOf(cell)));
  const named = rest.slice(0, 3).map((cell) => cellName(cell).replace(/^表./, ''));
  return [
    ...(columns.length > 0 ? [`“${columns.join('”“')}”整列未填`] : []),
    ...(named.length > 0 ? [`${named.join('、')}${rest.length > 3 ? '等' : ''}未填`] : []),
  ].join('；');
}

/** BLANK-PART: no cell is left empty. Said once for a table, never cell by cell. */
export const blankCells: ReportCheck = {
  id: 'BLANK-PART',
  judge: ({ report: { edition, figures } }) =>
    tables.flatMap((table): Verdict[] => {
      if (blankTables(edition, figures).includes(table)) return [];
      const cells = cellsOfTable(edition, table);
      if (cells.every((cell) => figureAt(figures, cell) === 'unread')) return [notAssessable('BLANK-PART', `没有读到${tableNames[table]}`)];
      const blanks = cells.filter((cell) => figureAt(figures, cell) === 'blank');
      if (blanks.length === 0) return [holds('BLANK-PART')];
      return [
        broken('BLANK-PART', {
          cells: blanks,
          subject: table,
          facts: blanks,
          sentence: `${tableNames[table]}有 ${blanks.length} 格未填：${describeBlanks(edition, table, blanks)}。没有发生的应填 0；求和时空格按无数计，不当作 0。`,
        }),
      ];
    }),
};
