import { NestFactory } from '@nestjs/core';
import { CurrentCounty } from './config/current-county';
import type { Platform } from './platform';
import { PlatformModule } from './platform.module';
import { PublicationProcessor } from './publications/publication.processor';
import { RereadingProcessor } from './rereadings/rereading.processor';
import { IngestionProcessor } from './submissions/ingestion.processor';
import { RecheckProcessor } from './submissions/recheck.processor';
import { ScanProcessor } from './submissions/scan.processor';
import { WorkerModule } from './worker.module';

/** The background program under way. Closing lets the documents in hand be finished while queues and database are still there. */
export interface RunningWorker {
  readonly close: () => Promise<void>;
}

/** Builds the background program. A worker whose first connection failed never recovers, so none runs before all are ready. */
export async function createWorker(platform: Platform, countyId: string): Promise<RunningWorker> {
  const app = await NestFactory.createApplicationContext(WorkerModule.on(PlatformModule.on(platform, new CurrentCounty(countyId))), {
    logger: ['error'],
    abortOnError: false,
  });
  const workers = [
    app.get(IngestionProcessor).worker,
    app.get(RecheckProcessor).worker,
    app.get(ScanProcessor).worker,
    app.get(RereadingProcessor).worker,
    app.get(PublicationProcessor).worker,
  ];
  // Twice as many under way as are read at once: while one is stored the next is already being read.
  workers[0]!.concurrency = platform.settings.workerConcurrency * 2;
  for (const worker of workers) worker.on('error', () => undefined);
  await Promise.all(workers.map((worker) => worker.waitUntilReady()));
  for (const worker of workers) void worker.run();
  return {
    close: async () => {
      await Promise.all(workers.map((worker) => worker.close()));
      await app.close();
    },
  };
}
