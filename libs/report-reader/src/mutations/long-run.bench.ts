import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readDocument } from '../read-document';
import { judged } from './judged';
import { draw, plans } from './plan';

const documents = Number(process.env.MUTATIONS ?? 20_000);
const longest = 5_000;

/** Reads many damaged documents and prints what came of it. Ten different seeds, so that a run can be repeated in part. */
it(`reads ${documents} damaged documents`, async () => {
  const count = { documents: 0, crashes: 0, hangs: 0, silentlyWrong: 0, contradicted: 0 };
  let [knowable, right] = [0, 0];
  for (const plan of fc.sample(plans, { numRuns: documents, seed: Number(process.env.SEED ?? 1) })) {
    const { text, truth } = draw(plan);
    const begun = performance.now();
    const reading = await readDocument(new TextEncoder().encode(text)).catch((error: unknown) => error as Error);
    count.documents += 1;
    if (performance.now() - begun > longest) count.hangs += 1;
    if (reading instanceof Error) {
      count.crashes += 1;
      console.log('crash', JSON.stringify(plan), reading.message);
      continue;
    }
    const result = judged(reading, plan.edition, truth);
    knowable += result.knowable;
    right += result.right;
    if (result.contradicted.length > 0) count.contradicted += 1;
    if (result.wrong.length > 0) {
      count.silentlyWrong += 1;
      console.log('wrong', JSON.stringify(plan), result.wrong.slice(0, 3).join('; '));
    }
  }
  console.log(
    `${count.documents} documents: ${count.crashes} crashes, ${count.hangs} hangs, ${count.silentlyWrong} silently wrong, ${count.contradicted} wrong but contradicted; ${((100 * right) / knowable).toFixed(2)} % of what can be told is right`,
  );
  expect([count.crashes, count.hangs, count.silentlyWrong]).toEqual([0, 0, 0]);
});
