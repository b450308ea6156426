import { BullModule } from '@nestjs/bullmq';
import { Global, Module, type DynamicModule } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from './config/clock';
import { CurrentCounty } from './config/current-county';
import { QUEUE_BACKEND, READERS, SETTINGS } from './config/provided';
import { DocumentStore } from './documents/document-store';
import type { Platform } from './platform';
import { INGESTION, jobSettings, PUBLICATIONS, RECHECKS, REREADINGS, SCANS } from './queues/queues';

/** Database, queues, documents and readers: what both roles stand on. */
@Global()
@Module({})
export class PlatformModule {
  static on({ settings, database, documents, queues, readers }: Platform, county: CurrentCounty): DynamicModule {
    const queue = (name: string) => ({ name, defaultJobOptions: jobSettings });
    const queueModules = [
      BullModule.forRoot({ connection: queues.connection as never, prefix: queues.prefix }),
      BullModule.registerQueue(queue(INGESTION), queue(RECHECKS), queue(SCANS), queue(REREADINGS), queue(PUBLICATIONS)),
    ];
    const parts = [
      // Shared by both roles, so neither may close it: the platform does, last.
      { provide: DataSource, useValue: database },
      { provide: SETTINGS, useValue: settings },
      { provide: READERS, useValue: readers },
      { provide: QUEUE_BACKEND, useValue: queues },
      { provide: DocumentStore, useValue: documents },
      { provide: CurrentCounty, useValue: county },
      Clock,
    ];
    return {
      module: PlatformModule,
      imports: queueModules,
      providers: parts,
      exports: [...parts.map((part) => (typeof part === 'function' ? part : part.provide)), ...queueModules.slice(1)],
    };
  }
}
