import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { Clock } from '../config/clock';
import { AuditEntryEntity } from '../database/entities';

/** Who did what when, written in the same transaction as the deed. */
@Injectable()
export class AuditService {
  constructor(private readonly clock: Clock) {}

  async write(
    transaction: EntityManager,
    { countyId, userId }: { countyId: string; userId: string | null },
    deed: string,
    details: Record<string, unknown>,
  ): Promise<void> {
    await transaction.insert(AuditEntryEntity, { countyId, id: uuid(), at: this.clock.now(), userId, deed, details: details as never });
  }
}
