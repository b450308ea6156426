import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createReaderPool, type ReaderPool } from './reader-pool';

/** A child that does to itself what the worst documents do to a reader. */
const child = `
process.on('message', ({ path }) => {
  if (path === 'hang') for (;;);
  if (path === 'memory') { const kept = []; for (;;) kept.push(Buffer.alloc(8 << 20, 1)); }
  if (path === 'crash') process.exit(3);
  process.send({ answer: { kind: 'unreadable', reason: 'empty', sentence: path + ' ' + Object.keys(process.env).includes('DATABASE_URL') } });
});`;

let folder: string;
let pool: ReaderPool;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingshu-pool-'));
  writeFileSync(join(folder, 'child.cjs'), child);
  process.env.DATABASE_URL = 'postgres://secret';
  pool = createReaderPool({ childEntry: join(folder, 'child.cjs'), size: 2, timeLimit: 1500, memoryLimit: 300 * 1024 * 1024 });
});
afterAll(async () => {
  delete process.env.DATABASE_URL;
  await pool.close();
  rmSync(folder, { recursive: true, force: true });
});

it('ends a hang, an explosion and a crash as answers, and neighbours go on', async () => {
  const asked = ['hang', 'one', 'memory', 'two', 'crash', 'three'];
  const answers = await Promise.all(asked.map((path) => pool.read({ path })));
  expect(answers.map((answer) => (answer.kind === 'unreadable' ? answer.reason : answer.kind))).toEqual([
    'time_limit',
    'empty',
    'memory_limit',
    'empty',
    'crashed',
    'empty',
  ]);
});

it('tells a child no secret', async () => {
  expect(await pool.read({ path: 'x' })).toMatchObject({ sentence: 'x false' });
});
