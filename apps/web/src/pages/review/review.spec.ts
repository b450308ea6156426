import { cellsOf, type CellCode, type Figure, type FigureReading } from '@mingshu/report-format';
import { expect, it } from 'vitest';
import { editedReport, stepTo, type ReportUnderReview } from './edited-report';
import { effectSentence } from './effect-sentence';
import { neighbour } from './figure-rows';
import { pastedBlock } from './pasted-block';
import { typedFigure } from './typed-figure';

const total = 'requests.granted.total';
const place = { kind: 'line', line: 1 } as const;
const reading = (figure: Figure): FigureReading =>
  typeof figure === 'number'
    ? { state: 'number', value: figure, printed: String(figure), place }
    : figure === 'unread'
      ? { state: 'unread', why: 'unclear', printed: '2 3', place }
      : { state: figure, printed: '', place };
const sums: Partial<Record<CellCode, Figure>> = {
  'requests.new_received.natural_person': 24,
  'requests.new_received.total': 24,
  'requests.granted.natural_person': 24,
  'requests.granted.total': 24,
  'requests.settled.natural_person': 24,
  'requests.settled.total': 24,
};
const report = (cells: Partial<Record<CellCode, Figure>>): ReportUnderReview => ({
  year: 2023,
  edition: '2021',
  figures: Object.fromEntries(cellsOf('2021').map((cell) => [cell, reading({ ...sums, ...cells }[cell] ?? 0)])),
  settlements: {},
  checked: {},
  switchedOff: [],
});
const none = { figures: new Map<CellCode, Figure>(), confirmed: new Set<CellCode>() };
const typed = (cell: CellCode, figure: Figure) => ({ ...none, figures: new Map([[cell, figure]]) });

it('takes nothing, a stroke, a question mark and a number for four things, and says what cannot be', () => {
  expect(['', '/', '?', '0', '１，２３４', ' 12 '].map((text) => typedFigure(text, total))).toEqual(
    ['blank', 'not_applicable', 'unread', 0, 1234, 12].map((figure) => ({ figure })),
  );
  expect(['-1', '1.5', 'abc', '1,23', '1e3'].map((text) => 'fault' in typedFigure(text, total))).toEqual([true, true, true, true, true]);
  expect(typedFigure('1.25', 'disclosure.a20_8.admin_fee.fee_amount')).toEqual({ figure: 1.25 });
});

it('lays a block from a sheet over the table; a blank field stays blank and what lies outside is said', () => {
  const block = pastedBlock('1\t2\t\r\n3\t/\t5\r\n', '2021', 'requests.new_received.natural_person');
  expect(block.cells.map(({ cell, figure }) => [cell, figure])).toEqual([
    ['requests.new_received.natural_person', 1],
    ['requests.new_received.enterprise', 2],
    ['requests.new_received.research', 'blank'],
    ['requests.carried_in.natural_person', 3],
    ['requests.carried_in.enterprise', 'not_applicable'],
    ['requests.carried_in.research', 5],
  ]);
  expect(block.misfit).toBeUndefined();
  expect(pastedBlock('1\t2', '2021', 'requests.new_received.total').misfit).toContain('1 个值超出');
  expect(pastedBlock('1\t2\n3', '2021', 'requests.new_received.natural_person').misfit).toContain('列数不同');
});

it('judges what is typed at once and says which sum it mended', () => {
  const wrong = report({ [total]: 23 });
  const [before, after] = [editedReport(wrong, none), editedReport(wrong, typed(total, 24))];
  expect([before.broken, before.open]).toEqual([[total], [total]]);
  expect([after.broken, after.marks.get(total)]).toEqual([[], 'edited']);
  expect(effectSentence({ cell: total, before: 23, after: 24 }, before.findings, after.findings)).toBe(
    '「（一）予以公开·总计」23 → 24，「总计」列合计、「（一）予以公开」行已平。',
  );
});

it('goes through unclear cells first, then broken ones, and leaves out what a person has confirmed', () => {
  const cells = { [total]: 23, 'requests.partial.research': 'unread', 'disputes.review.upheld': 'blank' } as const;
  const edited = editedReport(report(cells), none);
  expect(edited.open).toEqual(['requests.partial.research', total]);
  expect(edited.blank).toEqual(['disputes.review.upheld']);
  expect(stepTo(edited.open, '2021', undefined, 1)).toBe('requests.partial.research');
  expect(stepTo(edited.open, '2021', total, 1)).toBe('requests.partial.research');
  expect(stepTo(edited.open, '2021', 'requests.granted.research', -1)).toBe(total);
  const confirmed = editedReport(report(cells), { ...none, confirmed: new Set<CellCode>(['requests.partial.research']) });
  expect([confirmed.unclear, confirmed.marks.get('requests.partial.research')]).toEqual([[], 'confirmed']);
});

it('moves from cell to cell as on paper, over the end of a table into the next', () => {
  expect(neighbour('2021', 'requests.new_received.natural_person', [1, 0])).toBe('requests.carried_in.natural_person');
  expect(neighbour('2021', 'requests.new_received.total', [0, 1])).toBeUndefined();
  expect(neighbour('2021', 'requests.carried_out.total', [1, 0])).toMatch(/^disputes\./);
});
