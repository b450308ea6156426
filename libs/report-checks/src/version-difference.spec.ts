import { cellsOf, type CellCode, type Figure, type Report } from '@mingshu/report-format';
import { expect, it } from 'vitest';
import { figureChanges, textChanges } from './version-difference';

const report = (figures: Partial<Record<CellCode, Figure>>): Report => ({
  year: 2024,
  edition: '2021',
  figures: { ...Object.fromEntries(cellsOf('2021').map((cell) => [cell, 0])), ...figures },
});

it('names the cells that differ, and holds a blank apart from a 0', () => {
  const { changes, compared } = figureChanges(
    report({ 'requests.granted.total': 22, 'requests.partial.total': 0 }),
    report({ 'requests.granted.total': 23, 'requests.partial.total': 'blank' }),
  );
  expect(compared).toBe(200);
  expect(changes).toEqual([
    { cell: 'requests.granted.total', before: 22, after: 23 },
    { cell: 'requests.partial.total', before: 0, after: 'blank' },
  ]);
});

it('shows which sentences went and which came, and nothing where the text is the same', () => {
  expect(textChanges('甲。乙。丙。', '甲。丁。丙。')).toEqual([
    { kind: 'same', text: '甲。' },
    { kind: 'gone', text: '乙。' },
    { kind: 'new', text: '丁。' },
    { kind: 'same', text: '丙。' },
  ]);
  expect(textChanges('甲。 乙。', '甲。乙。')).toEqual([]);
});
