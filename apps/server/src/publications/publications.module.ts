import { Module } from '@nestjs/common';
import { AddressesModule } from '../addresses/addresses.module';
import { AgenciesModule } from '../agencies/agencies.module';
import { AuditModule } from '../audit/audit.module';
import { FindingsModule } from '../findings/findings.module';
import { LookService } from './look.service';
import { PublicationsService } from './publications.service';

@Module({
  imports: [AgenciesModule, AuditModule, FindingsModule, AddressesModule],
  providers: [PublicationsService, LookService],
  exports: [PublicationsService, LookService],
})
export class PublicationsModule {}
