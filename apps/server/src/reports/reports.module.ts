import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module';
import { RoundsModule } from '../rounds/rounds.module';
import { CorrectionsService } from './corrections.service';
import { RulesModule } from '../rules/rules.module';
import { ReportDetailService } from './report-detail.service';
import { ReportsRepository } from './reports.repository';
import { ReviewService } from './review.service';

@Module({
  imports: [AuditModule, RoundsModule, RulesModule],
  providers: [ReportsRepository, ReportDetailService, ReviewService, CorrectionsService],
  exports: [ReportsRepository, ReportDetailService, ReviewService, CorrectionsService],
})
export class ReportsModule {}
