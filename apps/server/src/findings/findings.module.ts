import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module';
import { CountyReportModule } from '../county-report/county-report.module';
import { RulesModule } from '../rules/rules.module';
import { FindingDeedsService } from './finding-deeds.service';
import { FindingsService } from './findings.service';
import { GroupedReturnService } from './grouped-return.service';

@Module({
  imports: [AuditModule, CountyReportModule, RulesModule],
  providers: [FindingsService, FindingDeedsService, GroupedReturnService],
  exports: [FindingsService, FindingDeedsService, GroupedReturnService, RulesModule],
})
export class FindingsModule {}
