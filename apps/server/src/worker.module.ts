import { Module, type DynamicModule } from '@nestjs/common';
import { PublicationProcessor } from './publications/publication.processor';
import { PublicationSweeper } from './publications/publication.sweeper';
import { PublicationsModule } from './publications/publications.module';
import { ReportsModule } from './reports/reports.module';
import { RereadingProcessor } from './rereadings/rereading.processor';
import { RereadingSweeper } from './rereadings/rereading.sweeper';
import { RereadingsModule } from './rereadings/rereadings.module';
import { RulesModule } from './rules/rules.module';
import { IngestionProcessor } from './submissions/ingestion.processor';
import { RecheckProcessor } from './submissions/recheck.processor';
import { ScanProcessor } from './submissions/scan.processor';
import { SubmissionsModule } from './submissions/submissions.module';
import { Sweeper } from './submissions/sweeper';

/** The background role. This list of processors is everything that ever runs outside a request. */
@Module({})
export class WorkerModule {
  static on(platform: DynamicModule): DynamicModule {
    return {
      module: WorkerModule,
      imports: [platform, SubmissionsModule, RereadingsModule, ReportsModule, RulesModule, PublicationsModule],
      providers: [
        IngestionProcessor,
        RecheckProcessor,
        ScanProcessor,
        Sweeper,
        RereadingProcessor,
        RereadingSweeper,
        PublicationProcessor,
        PublicationSweeper,
      ],
    };
  }
}
