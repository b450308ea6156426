import {
  cellsOf,
  requestCell,
  type Applicant,
  type CellCode,
  type EditionId,
  type Figure,
  type Figures,
  type Report,
} from '@mingshu/report-format';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkReport, likelyCell } from './index';
import { applicants, outcomeRows } from './form-rows';

const parts = applicants.filter((applicant): applicant is Exclude<Applicant, 'total'> => applicant !== 'total');

/** A balanced report: outcomes are given, everything else follows from them. */
function balanced(edition: EditionId, outcomes: readonly number[], carriedIn = 1, carriedOut = 2): Report {
  const figures: Record<string, Figure> = Object.fromEntries(cellsOf(edition).map((cell) => [cell, 0]));
  const total = (row: Parameters<typeof requestCell>[0]) => {
    figures[requestCell(row, 'total')] = parts.reduce((sum, part) => sum + Number(figures[requestCell(row, part)]), 0);
  };
  let next = 0;
  for (const part of parts) {
    let settled = 0;
    for (const row of outcomeRows(edition)) settled += Number((figures[requestCell(row, part)] = outcomes[next++ % outcomes.length] ?? 0));
    figures[requestCell('settled', part)] = settled;
    figures[requestCell('carried_in', part)] = carriedIn;
    figures[requestCell('carried_out', part)] = carriedOut;
    figures[requestCell('new_received', part)] = settled + carriedOut - carriedIn + (settled + carriedOut < carriedIn ? carriedIn : 0);
  }
  for (const row of [...outcomeRows(edition), 'settled', 'carried_in', 'carried_out', 'new_received'] as const) total(row);
  return { year: edition === '2021' ? 2024 : 2020, edition, figures: figures as Figures };
}

const withCells = (report: Report, cells: Partial<Record<CellCode, Figure>>): Report => ({
  ...report,
  figures: { ...report.figures, ...cells },
});
const outcomes = [3, 0, 1, 0, 0, 2, 0, 4, 0, 0, 1];

describe('a balanced report', () => {
  it.each([
    ['2021', 42],
    ['2019', 40],
  ] as const)('of the %s edition passes all %i tests', (edition, tests) => {
    const { verdicts, findings } = checkReport({ report: balanced(edition, outcomes) });
    expect(findings).toEqual([]);
    const sums = verdicts.filter(({ check }) => /^T[34]-(?:COL|SUM|ROW)$/.test(check));
    expect(sums).toHaveLength(tests);
    expect(sums.every(({ outcome }) => outcome === 'holds')).toBe(true);
  });
});

describe('T3-COL', () => {
  it('names the four cells and both sums when two requests went missing', () => {
    const report = withCells(balanced('2021', [0]), {
      'requests.new_received.total': 9,
      'requests.carried_in.total': 1,
      'requests.settled.total': 8,
      'requests.carried_out.total': 0,
    });
    expect(checkReport({ report }).findings).toContainEqual(
      expect.objectContaining({
        check: 'T3-COL',
        expected: 10,
        found: 8,
        cells: ['requests.new_received.total', 'requests.carried_in.total', 'requests.settled.total', 'requests.carried_out.total'],
      }),
    );
  });

  it.each(['blank', 'unread', 'not_applicable'] as const)('accuses nobody when row （七） is %s', (settled) => {
    const report = withCells(balanced('2021', outcomes), { 'requests.settled.natural_person': settled });
    const verdict = checkReport({ report }).verdicts.find(
      ({ check, cells }) => check === 'T3-COL' && cells.includes('requests.settled.natural_person'),
    );
    expect(verdict?.outcome).toBe('not_assessable');
  });
});

describe('T3-ROW', () => {
  it('says row, column, value, expected value and the sum behind it', () => {
    const report = withCells(balanced('2021', [0], 0, 0), {
      'requests.new_received.natural_person': 20,
      'requests.new_received.enterprise': 3,
      'requests.new_received.total': 22,
    });
    const finding = checkReport({ report }).findings.find(({ check }) => check === 'T3-ROW');
    expect(finding?.sentence).toContain(
      '表三「一、本年新收政府信息公开申请数量」行「总计」列应为 23，填写 22（少 1）。依据：自然人 20 + 商业企业 3。',
    );
  });

  it('counts a blank part as nothing, and says so where the sum is off', () => {
    const blank = { 'requests.granted.research': 'blank' } as const;
    const sound = withCells(balanced('2021', [0], 0, 0), blank);
    expect(checkReport({ report: sound }).findings.map(({ check }) => check)).toEqual(['BLANK-PART']);
    const off = withCells(sound, { 'requests.granted.total': 2 });
    expect(checkReport({ report: off }).findings.find(({ check }) => check === 'T3-ROW')?.sentence).toContain('另有 1 格未填');
  });

  it('cannot judge a row in which only the total is filled', () => {
    const blanks = Object.fromEntries(parts.map((part) => [requestCell('granted', part), 'blank']));
    const { verdicts } = checkReport({ report: withCells(balanced('2021', outcomes), blanks) });
    expect(verdicts.find(({ check, cells }) => check === 'T3-ROW' && cells.includes('requests.granted.total'))?.outcome).toBe(
      'not_assessable',
    );
  });

  it('tests nothing on a table that is blank throughout', () => {
    const report = balanced('2021', outcomes);
    const blank = Object.fromEntries(cellsOf('2021').map((cell) => [cell, 'blank' as const]));
    const { verdicts, findings } = checkReport({ report: withCells(report, blank) });
    expect(findings.map(({ check }) => check)).toEqual(['BLANK-ALL', 'BLANK-ALL', 'BLANK-ALL']);
    expect(
      verdicts.filter(({ check, cells }) => check !== 'BLANK-ALL' && cells.length > 0).every(({ outcome }) => outcome === 'not_assessable'),
    ).toBe(true);
  });
});

describe('T4-SUM', () => {
  it('finds a block whose results do not add up', () => {
    const report = withCells(balanced('2021', outcomes), {
      'disputes.review.upheld': 2,
      'disputes.review.corrected': 1,
      'disputes.review.total': 2,
    });
    const { findings } = checkReport({ report });
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      check: 'T4-SUM',
      expected: 3,
      found: 2,
      sentence: '表四「行政复议」部分「总计」应为 3，填写 2（少 1）。依据：结果维持 2 + 结果纠正 1。',
    });
    expect(findings[0]?.likely).toBeUndefined();
  });
});

it('accuses nobody of 0.1 + 0.2', () => {
  const fractions = { 'requests.granted.natural_person': 0.1, 'requests.granted.enterprise': 0.2, 'requests.granted.total': 0.3 } as const;
  const zero = Object.fromEntries(cellsOf('2021').map((cell) => [cell, 0]));
  const { verdicts } = checkReport({ report: { year: 2024, edition: '2021', figures: { ...zero, ...fractions } } });
  expect(verdicts.find(({ check, cells }) => check === 'T3-ROW' && cells.includes('requests.granted.total'))?.outcome).toBe('holds');
});

describe('YOY-CARRY', () => {
  const lastYear = { ...balanced('2021', outcomes, 0, 1), year: 2023 };

  it('holds in all seven columns when last year carried out what this year carries in', () => {
    const { verdicts } = checkReport({ report: balanced('2021', outcomes, 1, 0), lastYear });
    expect(verdicts.filter(({ check, outcome }) => check === 'YOY-CARRY' && outcome === 'holds')).toHaveLength(7);
  });

  it('looks into every column, also where the totals agree', () => {
    const shifted = withCells(balanced('2021', outcomes, 1, 0), {
      'requests.carried_in.natural_person': 2,
      'requests.carried_in.enterprise': 0,
    });
    const found = checkReport({ report: shifted, lastYear }).findings.filter(({ check }) => check === 'YOY-CARRY');
    expect(found.map(({ expected, found: printed }) => [expected, printed])).toEqual([
      [1, 2],
      [1, 0],
    ]);
    expect(found[0]?.sentence).toContain('2023 年度报告“结转下年度继续办理”为 1');
  });

  it('cannot tell without last year, or where last year is unread', () => {
    const alone = checkReport({ report: balanced('2021', outcomes) }).verdicts.filter(({ check }) => check === 'YOY-CARRY');
    expect(alone.map(({ outcome }) => outcome)).toEqual(Array(7).fill('not_assessable'));
    const unread = withCells(lastYear, { 'requests.carried_out.total': 'unread' });
    const verdict = checkReport({ report: balanced('2021', outcomes, 1, 0), lastYear: unread }).verdicts.find(
      ({ check, cells }) => check === 'YOY-CARRY' && cells.includes('requests.carried_in.total'),
    );
    expect(verdict?.outcome).toBe('not_assessable');
  });
});

describe('the likely cell', () => {
  const cellsOfTable3 = cellsOf('2021').filter((cell) => cell.startsWith('requests.'));
  const report = balanced('2021', [5, 3, 1, 7, 2, 4, 6, 9, 8, 3, 2]);
  const change = fc.record({ cell: fc.constantFrom(...cellsOfTable3), by: fc.integer({ min: -5, max: 400 }).filter((by) => by !== 0) });
  const changed = (changes: readonly { cell: CellCode; by: number }[]) =>
    changes.reduce((one, { cell, by }) => withCells(one, { [cell]: Math.max(0, Number(one.figures[cell]) + by) }), report);

  it('finds every single wrong cell of table 3 and the value it should have', () => {
    fc.assert(
      fc.property(change, ({ cell, by }) => {
        const wrong = changed([{ cell, by }]);
        fc.pre(wrong.figures[cell] !== report.figures[cell]);
        expect(likelyCell(wrong)).toMatchObject({ cell, value: report.figures[cell] });
      }),
      { numRuns: 500 },
    );
  });

  it('never points at a cell when two or three cells are wrong', () => {
    fc.assert(
      fc.property(fc.uniqueArray(change, { minLength: 2, maxLength: 3, selector: ({ cell }) => cell }), (changes) => {
        const wrong = changed(changes);
        fc.pre(changes.every(({ cell }) => wrong.figures[cell] !== report.figures[cell]));
        expect(likelyCell(wrong)).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });

  it('is named in the sentence', () => {
    const wrong = withCells(report, { 'requests.granted.enterprise': 99 });
    const { findings } = checkReport({ report: wrong });
    expect(findings).toHaveLength(2);
    for (const { sentence } of findings)
      expect(sentence).toContain(
        `最可能是「（一）予以公开」行「法人或其他组织·商业企业」列：填写 99，应为 ${report.figures['requests.granted.enterprise']}。`,
      );
  });
});

describe('an agency that was not there last year', () => {
  const half = { ...balanced('2021', outcomes, 0, 1), year: 2023 };
  const merged = (first?: Report, second?: Report) => ({
    kind: 'merged' as const,
    predecessors: [
      { name: '柳林乡', ...(first ? { lastYear: first } : {}) },
      { name: '青山乡', ...(second ? { lastYear: second } : {}) },
    ],
  });
  const carryOf = (checked: Parameters<typeof checkReport>[0]) =>
    checkReport(checked).verdicts.filter(({ check }) => check === 'YOY-CARRY');

  it('is held against the sum of those it was merged from', () => {
    const report = balanced('2021', outcomes, 2, 0);
    expect(new Set(carryOf({ report, lineage: merged(half, half) }).map(({ outcome }) => outcome))).toEqual(new Set(['holds']));
    const short = balanced('2021', outcomes, 1, 0);
    const [first] = carryOf({ report: short, lineage: merged(half, half) });
    expect(first).toMatchObject({ outcome: 'broken', expected: 2, found: 1 });
    expect((first as { sentence: string }).sentence).toContain('前身柳林乡 1 + 青山乡 1，2023 年度“结转下年度继续办理”合计 2');
  });

  it('cannot be judged where a predecessor is missing, or where it was split off', () => {
    const report = balanced('2021', outcomes, 2, 0);
    expect(carryOf({ report, lineage: merged(half) })[0]).toMatchObject({ outcome: 'not_assessable', why: '没有青山乡2023 年度的报告' });
    expect(carryOf({ report, lineage: { ...merged(half, half), kind: 'split' } })[0]?.outcome).toBe('not_assessable');
  });
});
