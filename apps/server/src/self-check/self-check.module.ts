import { Module } from '@nestjs/common';
import { AgenciesModule } from '../agencies/agencies.module';
import { AuditModule } from '../audit/audit.module';
import { RulesModule } from '../rules/rules.module';
import { SelfCheckGate } from './self-check-gate';
import { SelfCheckService } from './self-check.service';

@Module({
  imports: [AgenciesModule, AuditModule, RulesModule],
  providers: [SelfCheckService, SelfCheckGate],
  exports: [SelfCheckService, SelfCheckGate],
})
export class SelfCheckModule {}
