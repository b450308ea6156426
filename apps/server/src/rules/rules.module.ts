import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module';
import { RulesService } from './rules.service';

@Module({ imports: [AuditModule], providers: [RulesService], exports: [RulesService] })
export class RulesModule {}
