import { expect, it } from 'vitest';
import { oneAtATime } from './one-at-a-time';

it('runs one after the other, goes on after a failure, and refuses the one too many', async () => {
  const run = oneAtATime(2);
  const said: string[] = [];
  const work = (name: string) => async () => {
    said.push(`${name} begins`);
    await Promise.resolve();
    said.push(`${name} ends`);
    if (name === 'b') throw new Error('b');
    return name;
  };
  const answers = await Promise.allSettled(['a', 'b', 'c', 'd'].map((name) => run(work(name))));
  expect(said).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected']);
  expect(answers[3]).toMatchObject({ reason: { code: 'busy' } });
  expect(await run(work('e'))).toBe('e');
});
