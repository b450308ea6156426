import { cellsOf, editions, figureOf, officialTableLayout, slotColumns, type CellCode } from '@mingshu/report-format';
import { writeXlsx } from 'hucre';
import { expect, it } from 'vitest';
import { readDocument } from '../../read-document';

const numbers = Object.fromEntries(
  cellsOf('2021').map((cell, place) => [cell, cell === 'requests.granted.research' ? 'blank' : place + 1]),
);

/** The report as rows of a sheet, with its merges. */
function sheet() {
  const rows: (string | number | null)[][] = [['清河县柳河镇人民政府2024年政府信息公开工作年度报告']];
  const merges: { startRow: number; startCol: number; endRow: number; endCol: number }[] = [];
  for (const { heading, table } of editions['2021'].sections) {
    rows.push([heading]);
    if (!table) rows.push(['这一部分是文字，讲的是这一年政府信息公开工作的总体情况、问题和改进措施。']);
    for (const grid of table ? officialTableLayout('2021', table) : []) {
      if (grid.caption) rows.push([grid.caption]);
      const columns = slotColumns(grid);
      const top = rows.length;
      grid.rows.forEach((slots, row) => {
        const line: (string | number | null)[] = Array.from({ length: grid.columns }, () => null);
        slots.forEach(({ text, cell, rowspan, colspan }, place) => {
          const column = columns[row]![place]!;
          const value = cell ? numbers[cell] : text;
          line[column] = value === 'blank' ? null : (value ?? null);
          if (rowspan * colspan > 1)
            merges.push({ startRow: top + row, startCol: column, endRow: top + row + rowspan - 1, endCol: column + colspan - 1 });
        });
        rows.push(line);
      });
    }
  }
  return { rows, merges };
}

it('reads a workbook and a table with commas completely, a blank cell as blank, with the address of each', async () => {
  const { rows, merges } = sheet();
  const csv = rows.map((row) => Array.from({ length: 15 }, (_, column) => row[column] ?? '').join(',')).join('\r\n');
  for (const bytes of [await writeXlsx({ sheets: [{ name: '年报', rows, merges }] }), new TextEncoder().encode(csv)]) {
    const reading = await readDocument(bytes);
    if (reading.kind !== 'report') throw new Error(reading.sentence);
    expect(Object.fromEntries(cellsOf('2021').map((cell: CellCode) => [cell, figureOf(reading.figures[cell]!)]))).toEqual(numbers);
    expect([reading.agency.value, reading.year.value, reading.edition]).toEqual(['清河县柳河镇人民政府', 2024, '2021']);
  }
});

it('reads what a sheet shows: no hidden rows, an error or a formula never worked out as unclear, a spacing row as nothing', async () => {
  const { rows, merges } = sheet();
  const at = (cell: string) => {
    const number = numbers[cell];
    const row = rows.findIndex((values) => values.includes(number as number));
    return [row, rows[row]!.indexOf(number as number)] as const;
  };
  const [errorRow, errorColumn] = at('requests.new_received.enterprise');
  const [formulaRow, formulaColumn] = at('requests.new_received.total');
  const [hiddenRow] = at('disclosure.a20_5.licence.decisions');
  const spacing = rows.findIndex(([first]) => first === '五、存在的主要问题及改进情况');
  rows.splice(
    spacing,
    0,
    Array.from({ length: 15 }, () => ''),
  );
  const bytes = await writeXlsx({
    sheets: [
      {
        name: '年报',
        rows,
        merges,
        rowDefs: new Map([[hiddenRow, { hidden: true }]]),
        cells: new Map([
          [`${errorRow},${errorColumn}`, { value: '#REF!', type: 'error' as const }],
          [`${formulaRow},${formulaColumn}`, { value: null, type: 'formula' as const, formula: 'SUM(D1:I1)' }],
        ]),
      },
    ],
  });
  const reading = await readDocument(bytes);
  if (reading.kind !== 'report') throw new Error(reading.sentence);
  const read = (cell: CellCode) => figureOf(reading.figures[cell]!);
  expect(reading.figures['requests.new_received.enterprise']).toMatchObject({ state: 'unread', why: 'unclear', printed: '#REF!' });
  expect(reading.figures['requests.new_received.total']).toMatchObject({ state: 'unread', why: 'unclear' });
  expect(read('disclosure.a20_5.licence.decisions')).toBe('unread');
  expect(read('disputes.review.upheld')).toBe(numbers['disputes.review.upheld']);
});
