import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module';
import { AgenciesService } from './agencies.service';

@Module({ imports: [AuditModule], providers: [AgenciesService], exports: [AgenciesService] })
export class AgenciesModule {}
