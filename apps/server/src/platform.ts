import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { createReaderPool, type ReaderPool } from '@mingshu/report-reader';
import type { DataSource } from 'typeorm';
import { installation, type Settings } from './config/settings';
import { connectDatabase } from './database/connect';
import { startEmbeddedPostgres } from './database/embedded-postgres';
import { DocumentStore } from './documents/document-store';
import { connectQueueBackend, type QueueBackend } from './queues/queue-backend';

/** What both roles stand on, built before any of them and closed after all. */
export interface Platform {
  readonly settings: Settings;
  readonly database: DataSource;
  readonly databaseUrl: string;
  readonly documents: DocumentStore;
  readonly queues: QueueBackend;
  readonly readers: ReaderPool;
  readonly close: () => Promise<void>;
}

/** Starts or reaches the database, migrates it, reaches the queue's backend. Closing goes the other way round, the database last. */
export async function openPlatform(settings: Settings): Promise<Platform> {
  const embedded = settings.databaseUrl ? undefined : await startEmbeddedPostgres(settings.dataFolder);
  try {
    const databaseUrl = settings.databaseUrl ?? embedded!.url;
    const database = await connectDatabase(databaseUrl);
    const queues = await connectQueueBackend({ databaseUrl, redisUrl: settings.redisUrl });
    const readers = createReaderPool({
      childEntry: join(installation, 'apps', 'server', 'dist', 'reading-child.js'),
      size: Math.min(settings.workerConcurrency, Math.max(1, availableParallelism())),
      timeLimit: settings.readingSeconds * 1000,
      memoryLimit: settings.readingMegabytes * 1024 * 1024,
      scans: settings.scans && { timeLimit: settings.scans.pageSeconds * 1000, memoryLimit: settings.scans.megabytes * 1024 * 1024 },
    });
    const close = async () => {
      await Promise.allSettled([readers.close(), queues.close(), database.destroy()]);
      await embedded?.stop();
    };
    return {
      settings,
      database,
      databaseUrl,
      documents: new DocumentStore(join(settings.dataFolder, 'documents')),
      queues,
      readers,
      close,
    };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}
