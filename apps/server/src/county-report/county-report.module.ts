import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module';
import { RulesModule } from '../rules/rules.module';
import { CountyReportService } from './county-report.service';

@Module({ imports: [AuditModule, RulesModule], providers: [CountyReportService], exports: [CountyReportService] })
export class CountyReportModule {}
