import pg from 'pg';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { PreparingClient } from './preparing-client';

let pool: pg.Pool;
beforeAll(() => (pool = new pg.Pool({ connectionString: inject('databaseUrl'), max: 1, Client: PreparingClient })));
afterAll(() => pool.end());

const prepared = async () => Number((await pool.query('select count(*)::int as count from pg_prepared_statements')).rows[0].count);

it('has a statement prepared that is asked again and again, with the answer of each question', async () => {
  const answers: number[] = [];
  for (let number = 1; number <= 30; number += 1) {
    if (number === 19) expect(await prepared()).toBe(0);
    answers.push((await pool.query('select $1::int + 1 as next', [number])).rows[0].next);
  }
  expect(answers).toEqual(Array.from({ length: 30 }, (_, index) => index + 2));
  expect(await prepared()).toBe(1);
});

it('goes on after a question the database refused, be it the first that was prepared', async () => {
  const client = await pool.connect();
  for (let number = 1; number <= 25; number += 1) {
    const divided = client.query('select 12 / $1::int as part', [number % 5]);
    if (number % 5 === 0) await expect(divided).rejects.toMatchObject({ code: '22012' });
    else expect((await divided).rows).toEqual([{ part: Math.floor(12 / (number % 5)) }]);
  }
  client.release();
});

it('prepares no statement that is put together for one question, and never more than 120', async () => {
  const before = await prepared();
  for (let one = 0; one < 300; one += 1) await pool.query(`select $1::int + ${one} as sum`, [1]);
  expect(await prepared()).toBe(before);
  for (let round = 0; round < 21; round += 1)
    for (let one = 0; one < 130; one += 1) expect((await pool.query(`select $1::int - ${one} as rest`, [one])).rows).toEqual([{ rest: 0 }]);
  expect(await prepared()).toBe(120);
});
