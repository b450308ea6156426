import { Module } from '@nestjs/common';
import { AgenciesModule } from '../agencies/agencies.module';
import { AuditModule } from '../audit/audit.module';
import { ReportsModule } from '../reports/reports.module';
import { ArchivesService } from './archives.service';
import { IngestionService } from './ingestion.service';
import { OriginalsService } from './originals.service';
import { ProgressService } from './progress.service';
import { SubmissionKeeper } from './submission-keeper';
import { SubmissionsService } from './submissions.service';

@Module({
  imports: [AgenciesModule, AuditModule, ReportsModule],
  providers: [SubmissionKeeper, ArchivesService, IngestionService, SubmissionsService, OriginalsService, ProgressService],
  exports: [IngestionService, SubmissionsService, OriginalsService, ProgressService],
})
export class SubmissionsModule {}
