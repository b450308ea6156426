import { Module } from '@nestjs/common';
import { AgenciesModule } from '../agencies/agencies.module';
import { RoundsModule } from '../rounds/rounds.module';
import { LedgerService } from './ledger.service';

@Module({ imports: [AgenciesModule, RoundsModule], providers: [LedgerService], exports: [LedgerService] })
export class LedgerModule {}
