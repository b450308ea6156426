import { BullModule } from '@nestjs/bullmq';
import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Clock } from './config/clock';
import { CurrentCounty } from './config/current-county';
import { QUEUE_BACKEND, READERS, SETTINGS } from './config/provided';
import { DocumentStore } from './documents/document-store';
import type { Platform } from './platform';
import { INGESTION, jobSettings, RECHECKS } from './queues/queues';

/** Database, queues, documents and readers: what both roles stand on. */
@Global()
@Module({})
export class PlatformModule {
  static on({ settings, database, documents, queues, readers }: Platform, county: CurrentCounty): DynamicModule {
    const queue = (name: string) => ({ name, defaultJobOptions: jobSettings });
    const queueModules = [
      BullModule.forRoot({ connection: queues.connection as never, prefix: queues.prefix }),
      BullModule.registerQueue(queue(INGESTION), queue(RECHECKS)),
    ];
    const parts = [
      { provide: SETTINGS, useValue: settings },
      { provide: READERS, useValue: readers },
      { provide: QUEUE_BACKEND, useValue: queues },
      { provide: DocumentStore, useValue: documents },
      { provide: CurrentCounty, useValue: county },
      Clock,
    ];
    return {
      module: PlatformModule,
      imports: [TypeOrmModule.forRootAsync({ useFactory: () => ({ ...database.options, manualInitialization: true }), dataSourceFactory: async () => database }), ...queueModules],
      providers: parts,
      exports: [...parts.map((part) => (typeof part === 'function' ? part : part.provide)), ...queueModules.slice(1)],
    };
  }
}
