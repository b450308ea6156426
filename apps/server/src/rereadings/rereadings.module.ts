import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module';
import { ReportsModule } from '../reports/reports.module';
import { AdoptionService } from './adoption.service';
import { RereadingsService } from './rereadings.service';

@Module({
  imports: [AuditModule, ReportsModule],
  providers: [RereadingsService, AdoptionService],
  exports: [RereadingsService, AdoptionService],
})
export class RereadingsModule {}
