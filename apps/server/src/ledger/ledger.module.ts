import { Module } from '@nestjs/common';
import { AgenciesModule } from '../agencies/agencies.module';
import { AuditModule } from '../audit/audit.module';
import { FindingsModule } from '../findings/findings.module';
import { RoundsModule } from '../rounds/rounds.module';
import { LedgerService } from './ledger.service';
import { SeasonDeedsService } from './season-deeds.service';

@Module({
  imports: [AgenciesModule, RoundsModule, FindingsModule, AuditModule],
  providers: [LedgerService, SeasonDeedsService],
  exports: [LedgerService, SeasonDeedsService],
})
export class LedgerModule {}
