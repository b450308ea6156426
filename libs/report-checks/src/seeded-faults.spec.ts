import { cellsOf, disputeCell, editions, requestCell, type CellCode, type Figure } from '@mingshu/report-format';
import { describe, expect, it, vi } from 'vitest';
import { checkIds, checkReport, type CheckId } from './index';
import { exampleReport, type GivenCells } from './example-report';
import { applicants, outcomeRows } from './form-rows';
import { findingsOfExample } from './rule-examples';

const parts = applicants.filter((applicant) => applicant !== 'total');

/** A busy year that balances, with what last year carried out. */
function busyYear(): { cells: Record<string, Figure>; lastYear: GivenCells } {
  const cells: Record<string, Figure> = {};
  const lastYear: Record<string, Figure> = {};
  const add = (row: Parameters<typeof requestCell>[0], part: (typeof parts)[number], by: number) => {
    for (const column of [part, 'total'] as const) {
      const cell = requestCell(row, column);
      cells[cell] = Number(cells[cell] ?? 0) + by;
    }
  };
  parts.forEach((part, place) => {
    let settled = 0;
    outcomeRows('2021').forEach((row, index) => {
      const by = ((place * 7 + index * 5) % 9) + (index % 4) * 3;
      settled += by;
      add(row, part, by);
    });
    add('settled', part, settled);
    add('carried_in', part, place + 2);
    add('carried_out', part, place + 1);
    add('new_received', part, settled - 1);
    lastYear[requestCell('carried_out', part)] = place + 2;
  });
  lastYear['requests.carried_out.total'] = parts.reduce((sum, _, place) => sum + place + 2, 0);
  editions['2021'].tables.disputes.blocks.forEach(({ code }, place) => {
    if (code === 'suit_direct') return;
    cells[disputeCell(code, 'upheld')] = 3 + place;
    cells[disputeCell(code, 'corrected')] = 1;
    cells[disputeCell(code, 'pending')] = 2;
    cells[disputeCell(code, 'total')] = 6 + place;
  });
  return { cells, lastYear };
}

const { cells: sound, lastYear } = busyYear();
const checkWith = (changes: Readonly<Record<string, Figure>>) =>
  checkReport(
    exampleReport({
      cells: { ...sound, ...changes } as GivenCells,
      lastYear,
      parts: { '6': '发出信息处理费收费通知，收取信息处理费300元。' },
    }),
  );
const table3 = cellsOf('2021').filter((cell) => cell.startsWith('requests.'));
const table4 = cellsOf('2021').filter((cell) => cell.startsWith('disputes.'));
const moved = (cell: CellCode, by: number) => ({ [cell]: Number(sound[cell] ?? 0) + by });

/** Some hundred reports are judged in one test; a busy machine takes its time. */
vi.setConfig({ testTimeout: 60_000 });

/** Every fault put in here; the suite says at its end how many there were. */
let seeded = 0;

describe('seeded faults', () => {
  it('finds nothing in the sound report', () => {
    expect(checkWith({}).findings).toEqual([]);
  });

  it('finds each single wrong cell of table 3 and names it with its value: 175 faults', () => {
    table3.forEach((cell, index) => {
      seeded += 1;
      const { findings } = checkWith(moved(cell, (index % 7) + 1));
      const sums = findings.filter(({ check }) => check.startsWith('T3-'));
      expect(sums.length, cell).toBeGreaterThanOrEqual(2);
      for (const { likely, sentence } of sums) {
        expect(likely, cell).toMatchObject({ cell, value: sound[cell] ?? 0 });
        expect(sentence).toContain('最可能是');
      }
    });
  });

  it('finds each single wrong cell of table 4: 15 faults', () => {
    for (const cell of table4) {
      seeded += 1;
      const found = checkWith(moved(cell, 2)).findings.filter(({ check }) => check === 'T4-SUM');
      expect(found, cell).toHaveLength(1);
      expect(found[0]?.likely).toBeUndefined();
    }
  });

  it('finds each broken carry-over, also where the sums were made to fit: 6 faults', () => {
    for (const part of parts) {
      seeded += 1;
      const shifted = {
        ...moved(requestCell('carried_in', part), 3),
        ...moved(requestCell('carried_in', 'total'), 3),
        ...moved(requestCell('new_received', part), -3),
        ...moved(requestCell('new_received', 'total'), -3),
      };
      const { findings } = checkWith(shifted);
      expect(findings.map(({ check }) => check)).toEqual(['YOY-CARRY', 'YOY-CARRY']);
      expect(findings[0]).toMatchObject({
        cells: [requestCell('carried_in', part)],
        found: Number(sound[requestCell('carried_in', part)]) + 3,
      });
    }
  });

  it('finds two and three wrong cells and never points at one: 80 faults', () => {
    for (let seed = 0; seed < 80; seed += 1) {
      seeded += 1;
      const count = 2 + (seed % 2);
      const chosen = Array.from({ length: count }, (_, place) => table3[(seed * 37 + place * 53 + place * place * 11) % table3.length]!);
      const changes = Object.assign({}, ...chosen.map((cell, place) => moved(cell, 5 + seed + place * 17))) as Record<string, Figure>;
      const sums = checkWith(changes).findings.filter(({ check }) => check.startsWith('T3-'));
      expect(sums.length).toBeGreaterThanOrEqual(2);
      expect(sums.filter(({ likely }) => likely)).toEqual([]);
    }
  });

  it('says which two neighbours were swapped, run together or torn apart', () => {
    const [one, other] = [requestCell('granted', 'natural_person'), requestCell('granted', 'enterprise')];
    expect(sound[one]).not.toBe(sound[other]);
    seeded += 1;
    const swapped = checkWith({ [one]: sound[other]!, [other]: sound[one]! }).findings;
    expect(swapped[0]?.sentence).toContain('两格可能填反');
    const [left, right] = [requestCell('partial', 'research'), requestCell('partial', 'public_welfare')];
    const [first, second] = [Number(sound[left]), Number(sound[right])];
    seeded += 1;
    const joined = checkWith({ [left]: Number(`${first}${second}`), [right]: 'blank' }).findings.filter(({ check }) => check === 'T3-ROW');
    expect(joined[0]?.sentence).toContain(`可能把两格的数连成了一格，应为 ${first} 和 ${second}。`);
  });

  it.each(checkIds)('breaks %s', (check: CheckId) => {
    seeded += 1;
    expect(findingsOfExample(check, 'fails').length).toBeGreaterThan(0);
  });

  it('were at least 300', () => expect(seeded).toBeGreaterThanOrEqual(300));
});
