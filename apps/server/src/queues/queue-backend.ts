import { createPostgresBackend, runMigrations, setDefaultBackendFactory } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import { PreparingClient } from '../database/preparing-client';

/** What queues and workers are built on: the connection to give them, the prefix of their keys, and how to let go of both. */
export interface QueueBackend {
  readonly name: 'postgresql' | 'redis';
  readonly connection: unknown;
  readonly prefix: string;
  readonly isAlive: () => Promise<boolean>;
  readonly close: () => Promise<void>;
}

async function onRedis(url: string): Promise<QueueBackend> {
  setDefaultBackendFactory();
  const connection = new Redis(url, { maxRetriesPerRequest: null });
  connection.on('error', () => undefined);
  await connection.ping();
  return {
    name: 'redis',
    connection,
    // A cluster needs the braces; a single server does not mind them.
    prefix: '{mingshu}',
    isAlive: async () => (await connection.ping()) === 'PONG',
    close: async () => connection.disconnect(),
  };
}

/** BullMQ's own schema beside ours, over one shared pool: a pool for each queue and worker would take four times the connections. */
async function onPostgres(url: string): Promise<QueueBackend> {
  setDefaultBackendFactory(createPostgresBackend as never);
  const pool = new pg.Pool({ connectionString: url, max: 14, options: '-c search_path=bullmq', Client: PreparingClient });
  pool.on('error', () => undefined);
  // Every queue and worker listens on the pool they share.
  pool.setMaxListeners(0);
  const client = await pool.connect();
  try {
    await runMigrations(client as never);
  } finally {
    client.release();
  }
  return {
    name: 'postgresql',
    connection: pool,
    prefix: 'mingshu',
    isAlive: async () => (await pool.query('select 1')).rowCount === 1,
    close: () => pool.end(),
  };
}

/** The queue's backend: Redis where an address is given, else PostgreSQL. It answers before anything is built on it. */
export const connectQueueBackend = ({ databaseUrl, redisUrl }: { databaseUrl: string; redisUrl?: string }): Promise<QueueBackend> =>
  redisUrl ? onRedis(redisUrl) : onPostgres(databaseUrl);
