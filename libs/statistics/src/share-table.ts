import type { StatCell, StatTable } from './stat-table';

/** Below this sum a percentage says more than the numbers do; only counts are shown. */
export const smallestBase = 10;

const share = (cell: StatCell, whole: number): StatCell =>
  typeof cell.value === 'number' ? { ...cell, value: Math.round((cell.value / whole) * 1000) / 10 } : cell;

/** The same table in % of each row's sum, one decimal. A row with a gap among its parts or a sum below ten has no shares; the note says which. */
export function shareTable(table: StatTable): StatTable {
  const notes: string[] = [];
  const rows = table.rows.map((row) => {
    const parts = row.cells.map(({ value }) => value).filter((value): value is number => typeof value === 'number');
    const whole = parts.reduce((sum, value) => sum + value, 0);
    const isWhole = row.cells.every(
      ({ value, due, unread }) => !unread && (typeof value === 'number' || due === 0 || value === 'blank' || value === 'not_applicable'),
    );
    if (isWhole && whole >= smallestBase) return { ...row, cells: row.cells.map((cell) => share(cell, whole)) };
    if (isWhole && parts.length > 0) notes.push(`${row.heading} 年度合计 ${whole} 件，基数小，只列件数，不列占比。`);
    if (row.cells.some(({ unread }) => unread)) notes.push(`${row.heading} 年度有单位的数未读到，不列占比。`);
    return {
      ...row,
      cells: row.cells.map((cell) => (typeof cell.value === 'number' ? { ...cell, value: 'not_comparable' as const } : cell)),
    };
  });
  return {
    ...table,
    title: `${table.title}占比`,
    columns: table.columns.map((column) => ({ ...column, unit: '%' })),
    rows,
    notes: [...table.notes, ...notes],
  };
}
