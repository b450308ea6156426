import { expect, it } from 'vitest';
import { figureText } from './figure-wording';

const place = { kind: 'line', line: 1 } as const;

it('shows 0, blank, not applicable, unclear and not found as five different things', () => {
  const shown = [
    figureText({ state: 'number', value: 0, printed: '0', place }),
    figureText({ state: 'blank', printed: '', place }),
    figureText({ state: 'not_applicable', printed: '/', place }),
    figureText({ state: 'unread', why: 'unclear', printed: '1 2' }),
    figureText({ state: 'unread', why: 'not_found' }),
  ];
  expect(new Set(shown).size).toBe(5);
  expect(shown[0]).toBe('0');
});
