import { Module } from '@nestjs/common';
import { AgenciesModule } from '../agencies/agencies.module';
import { AuditModule } from '../audit/audit.module';
import { RoundsService } from './rounds.service';

@Module({ imports: [AgenciesModule, AuditModule], providers: [RoundsService], exports: [RoundsService] })
export class RoundsModule {}
