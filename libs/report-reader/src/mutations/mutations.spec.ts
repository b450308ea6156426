import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../read-document';
import { judged } from './judged';
import { draw, plans } from './plan';

/** The long form of this is `npm run bench:mutations`. */
describe('a document damaged at random', () => {
  it('gives no figure that it does not print, and nearly all that it does', async () => {
    let [knowable, right] = [0, 0];
    await fc.assert(
      fc.asyncProperty(plans, async (plan) => {
        const { text, truth } = draw(plan);
        const result = judged(await readDocument(new TextEncoder().encode(text)), plan.edition, truth);
        knowable += result.knowable;
        right += result.right;
        expect(result.wrong).toEqual([]);
      }),
      { numRuns: 300, seed: 2024 },
    );
    expect(right / knowable).toBeGreaterThan(0.97);
  }, 120_000);
});
