import { Module } from '@nestjs/common';
import { AgenciesModule } from '../agencies/agencies.module';
import { FindingsModule } from '../findings/findings.module';
import { RoundsModule } from '../rounds/rounds.module';
import { LedgerService } from './ledger.service';

@Module({ imports: [AgenciesModule, RoundsModule, FindingsModule], providers: [LedgerService], exports: [LedgerService] })
export class LedgerModule {}
