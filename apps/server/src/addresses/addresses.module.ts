import { Module } from '@nestjs/common';
import { AgenciesModule } from '../agencies/agencies.module';
import { AuditModule } from '../audit/audit.module';
import { SubmissionsModule } from '../submissions/submissions.module';
import { AddressesService } from './addresses.service';

@Module({ imports: [AgenciesModule, AuditModule, SubmissionsModule], providers: [AddressesService], exports: [AddressesService] })
export class AddressesModule {}
