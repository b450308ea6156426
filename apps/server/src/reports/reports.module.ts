import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module';
import { RoundsModule } from '../rounds/rounds.module';
import { ReportDetailService } from './report-detail.service';
import { ReportsRepository } from './reports.repository';

@Module({
  imports: [AuditModule, RoundsModule],
  providers: [ReportsRepository, ReportDetailService],
  exports: [ReportsRepository, ReportDetailService],
})
export class ReportsModule {}
