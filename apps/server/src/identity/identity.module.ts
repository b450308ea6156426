import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module';
import { IdentityService } from './identity.service';

@Module({ imports: [AuditModule], providers: [IdentityService], exports: [IdentityService] })
export class IdentityModule {}
