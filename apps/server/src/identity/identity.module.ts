import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module';
import { IdentityService } from './identity.service';
import { UsersService } from './users.service';

@Module({ imports: [AuditModule], providers: [IdentityService, UsersService], exports: [IdentityService, UsersService] })
export class IdentityModule {}
