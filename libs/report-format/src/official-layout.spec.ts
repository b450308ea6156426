import { describe, expect, it } from 'vitest';
import { cellsOf, officialTableLayout, slotColumns } from './index';

describe.each(['2019', '2021'] as const)('the printed tables of %s', (edition) => {
  const grids = (['disclosure', 'requests', 'disputes'] as const).flatMap((table) => officialTableLayout(edition, table));

  it('show every cell once', () => {
    const cells = grids.flatMap(({ rows }) => rows.flat().flatMap(({ cell }) => (cell ? [cell] : [])));
    expect([...cells].sort()).toEqual([...cellsOf(edition)].sort());
  });

  it('fill every row to the full width of its grid', () => {
    for (const grid of grids) {
      const widths = grid.rows.map(() => 0);
      grid.rows.forEach((slots, row) =>
        slots.forEach(({ rowspan, colspan }) => Array.from({ length: rowspan }, (_, down) => (widths[row + down]! += colspan))),
      );
      expect(new Set(widths)).toEqual(new Set([grid.columns]));
    }
  });

  it('begin the figures of table 3 in the fourth column', () => {
    const [grid] = officialTableLayout(edition, 'requests');
    const columns = slotColumns(grid!);
    grid!.rows.forEach((slots, row) => {
      const first = slots.findIndex(({ kind }) => kind === 'figure');
      if (first >= 0) expect(columns[row]![first]).toBe(3);
    });
  });
});
