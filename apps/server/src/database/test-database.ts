import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { inject } from 'vitest';
import { entities } from './entities';
import { migrations } from './migrations';

/** A database of its own for one file of tests, copied from the migrated template. */
export async function testDatabase(): Promise<DataSource> {
  const template = new URL(inject('databaseUrl'));
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client({ connectionString: template.href.replace(/\/[^/]*$/, '/postgres') });
  await client.connect();
  await client.query(`create database ${name} template ${template.pathname.slice(1)}`);
  await client.end();
  const source = new DataSource({
    type: 'postgres',
    url: template.href.replace(/\/[^/]*$/, `/${name}`),
    entities,
    migrations,
    synchronize: false,
    poolSize: 8,
  });
  return source.initialize();
}
