import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module';
import { RulesModule } from '../rules/rules.module';
import { FindingDeedsService } from './finding-deeds.service';
import { FindingsService } from './findings.service';

@Module({
  imports: [AuditModule, RulesModule],
  providers: [FindingsService, FindingDeedsService],
  exports: [FindingsService, FindingDeedsService, RulesModule],
})
export class FindingsModule {}
