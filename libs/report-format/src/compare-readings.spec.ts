import { expect, it } from 'vitest';
import { cellsOf } from './cells';
import { compareReadings, firstReadings, keepSettled } from './compare-readings';
import type { Settlement } from './correction';
import type { FigureReading } from './reading';

const place = { kind: 'line', line: 1 } as const;
const number = (value: number): FigureReading => ({ state: 'number', value, printed: String(value), place });
const unclear: FigureReading = { state: 'unread', why: 'unclear', printed: '2 3', place };
const all = (cells: Record<string, FigureReading>) => ({
  ...Object.fromEntries(cellsOf('2021').map((cell) => [cell, number(0)])),
  ...cells,
});
const cell = 'requests.granted.total';
const other = 'requests.partial.total';
const settlement: Settlement = { kind: 'corrected', by: '王芳', at: '2025-01-20T08:00:00Z', reason: '对照原件', first: unclear };

it('tells what a later reader reads otherwise, against what the earlier reader said and not against what persons made of it', () => {
  const stored = { figures: all({ [cell]: number(23), [other]: number(1) }), settlements: { [cell]: settlement } };
  const after = { edition: '2021', figures: all({ [cell]: number(23), [other]: number(7) }) } as const;
  expect(compareReadings({ edition: '2021', figures: firstReadings(stored) }, after, stored.settlements)).toEqual([
    { cell, before: 'unread', after: 23, printedBefore: '2 3', printedAfter: '23', isSettled: true },
    { cell: other, before: 1, after: 7, printedBefore: '1', printedAfter: '7', isSettled: false },
  ]);
});

it('leaves what a person settled as the person left it when the new reading is taken over', () => {
  const stored = { figures: all({ [cell]: number(24), [other]: number(1) }), settlements: { [cell]: settlement } };
  const kept = keepSettled({ edition: '2021', figures: all({ [cell]: number(23), [other]: number(7) }) }, stored);
  expect([kept.figures[cell], kept.figures[other]]).toEqual([number(24), number(7)]);
  expect(kept.settlements).toEqual({ [cell]: settlement });
});
