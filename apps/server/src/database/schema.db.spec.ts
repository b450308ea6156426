import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testDatabase } from './test-database';

let database: DataSource;
beforeAll(async () => (database = await testDatabase()));
afterAll(() => database.destroy());

it('has county_id first in every primary key, unique key and foreign key', async () => {
  const keys = await database.query<{ table: string; name: string; first: string }[]>(
    `select t.relname as table, i.relname as name, a.attname as first
       from pg_index x join pg_class t on t.oid = x.indrelid join pg_class i on i.oid = x.indexrelid join pg_namespace n on n.oid = t.relnamespace
       join pg_attribute a on a.attrelid = t.oid and a.attnum = x.indkey[0]
      where n.nspname = 'public' and (x.indisprimary or x.indisunique) and t.relname not in ('county', 'migrations')`,
  );
  expect(keys.length).toBeGreaterThan(10);
  expect(keys.filter(({ first }) => first !== 'county_id')).toEqual([]);
  const foreign = await database.query<{ name: string; first: string }[]>(
    `select c.conname as name, a.attname as first from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1] where c.contype = 'f'`,
  );
  expect(foreign.filter(({ first }) => first !== 'county_id')).toEqual([]);
});

it('has in its migrations every column its entities name', async () => {
  const columns = await database.query<{ table: string; column: string }[]>(
    `select table_name as table, column_name as column from information_schema.columns where table_schema = 'public'`,
  );
  const there = new Set(columns.map(({ table, column }) => `${table}.${column}`));
  const named = database.entityMetadatas.flatMap(({ tableName, columns: own }) =>
    own.map(({ databaseName }) => `${tableName}.${databaseName}`),
  );
  expect(named.filter((name) => !there.has(name))).toEqual([]);
  expect([...there].filter((name) => !name.startsWith('migrations.') && !named.includes(name))).toEqual([]);
});
