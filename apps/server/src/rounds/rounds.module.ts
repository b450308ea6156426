import { Module } from '@nestjs/common';
import { AgenciesModule } from '../agencies/agencies.module';
import { AuditModule } from '../audit/audit.module';
import { HolidaysService } from './holidays.service';
import { PreparationService } from './preparation.service';
import { RoundsService } from './rounds.service';

@Module({
  imports: [AgenciesModule, AuditModule],
  providers: [RoundsService, PreparationService, HolidaysService],
  exports: [RoundsService, PreparationService, HolidaysService],
})
export class RoundsModule {}
