import { Module } from '@nestjs/common';
import { AgenciesModule } from '../agencies/agencies.module';
import { AuditModule } from '../audit/audit.module';
import { PreparationService } from './preparation.service';
import { RoundsService } from './rounds.service';

@Module({
  imports: [AgenciesModule, AuditModule],
  providers: [RoundsService, PreparationService],
  exports: [RoundsService, PreparationService],
})
export class RoundsModule {}
