import { expect, it } from 'vitest';
import { figureFault, settled, type Settlements } from './correction';
import type { FigureReading } from './reading';

const place = { kind: 'grid', table: 1, row: 4, column: 2 } as const;
const unclear: FigureReading = { state: 'unread', why: 'unclear', printed: '2 3', place };
const cell = 'requests.granted.total';
const deed = { confirmed: [], by: '王芳', at: '2025-01-20T08:00:00Z' } as const;

it('keeps print, place and first reading of a cell through two corrections', () => {
  const once = settled({ figures: { [cell]: unclear }, settlements: {} }, { ...deed, changes: [{ cell, figure: 23, reason: '对照原件' }] });
  expect(once.figures[cell]).toEqual({ state: 'number', value: 23, printed: '2 3', place });
  const twice = settled(once, { ...deed, by: '李强', changes: [{ cell, figure: 'blank', reason: '原件为空' }] });
  expect(twice.figures[cell]).toEqual({ state: 'blank', printed: '2 3', place });
  expect(twice.settlements[cell]).toEqual({ kind: 'corrected', by: '李强', at: deed.at, reason: '原件为空', first: unclear });
});

it('gives the first reading again when a figure is put back, as confirmed by a person', () => {
  const read: FigureReading = { state: 'number', value: 5, printed: '5件', place, unit: '件' };
  const once = settled({ figures: { [cell]: read }, settlements: {} }, { ...deed, changes: [{ cell, figure: 6, reason: 'x' }] });
  const back = settled(once, { ...deed, changes: [{ cell, figure: 5, reason: '原件确为 5' }] });
  expect(back.figures[cell]).toBe(read);
  expect(back.settlements[cell]).toMatchObject({ kind: 'confirmed', first: read });
});

it('confirms what stands without changing it, and no confirmation hides a correction', () => {
  const corrected: Settlements = { [cell]: { kind: 'corrected', by: '李强', at: deed.at, reason: 'x', first: unclear } };
  const other = 'requests.granted.enterprise';
  const after = settled(
    { figures: { [cell]: { state: 'number', value: 1, printed: '', place }, [other]: unclear }, settlements: corrected },
    { ...deed, changes: [], confirmed: [cell, other] },
  );
  expect([after.settlements[cell]?.kind, after.settlements[other]?.kind, after.figures[other]]).toEqual([
    'corrected',
    'confirmed',
    unclear,
  ]);
});

it('invents no 0 for a cell nobody found, and says a cell may be unread again', () => {
  const none: FigureReading = { state: 'unread', why: 'not_found' };
  const changes = [{ cell, figure: 'unread', reason: '' }] as const;
  expect(
    settled({ figures: { [cell]: { state: 'blank', printed: '', place } }, settlements: {} }, { ...deed, changes }).figures[cell],
  ).toEqual(none);
});

it('takes whole numbers for counts, signs for 本年增/减 and six decimals for money', () => {
  expect(figureFault(cell, 1.5)).toBe('fraction');
  expect(figureFault(cell, -1)).toBe('negative');
  expect(figureFault(cell, 'blank')).toBeUndefined();
  expect(figureFault('disclosure.a20_8.admin_fee.fee_amount', 12.345678)).toBeUndefined();
  expect(figureFault('disclosure.a20_8.admin_fee.fee_amount', 12.3456789)).toBe('fraction');
});
