import { Module } from '@nestjs/common';
import { AgenciesModule } from '../agencies/agencies.module';
import { AuditModule } from '../audit/audit.module';
import { RulesModule } from '../rules/rules.module';
import { LineageService } from './lineage.service';

@Module({ imports: [AgenciesModule, AuditModule, RulesModule], providers: [LineageService], exports: [LineageService] })
export class LineageModule {}
