import { DataSource } from 'typeorm';
import { entities } from './entities';
import { migrations } from './migrations';
import { PreparingClient } from './preparing-client';

const migrationLock = 731_001;

/** Waits until the server answers: one that is just starting refuses for a while. */
async function connectPatiently(source: DataSource): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await source.initialize();
      return;
    } catch (error) {
      if (attempt >= 60) throw error;
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }
}

/** Connects and runs what migrations are pending; of several programs that start together exactly one runs them. */
export async function connectDatabase(url: string): Promise<DataSource> {
  const source = new DataSource({
    type: 'postgres',
    url,
    entities,
    migrations,
    synchronize: false,
    poolSize: 12,
    extra: { application_name: 'mingshu', Client: PreparingClient },
  });
  await connectPatiently(source);
  const runner = source.createQueryRunner();
  try {
    await runner.query('select pg_advisory_lock($1)', [migrationLock]);
    await source.runMigrations();
  } finally {
    await runner.query('select pg_advisory_unlock($1)', [migrationLock]);
    await runner.release();
  }
  return source;
}
