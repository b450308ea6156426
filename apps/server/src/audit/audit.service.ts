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
    await this.writeAll(transaction, { countyId, userId }, deed, [details]);
  }

  /** The same deed done to many things at once: one entry for each. */
  async writeAll(
    transaction: EntityManager,
    { countyId, userId }: { countyId: string; userId: string | null },
    deed: string,
    each: readonly Record<string, unknown>[],
  ): Promise<void> {
    const at = this.clock.now();
    if (each.length > 0)
      await transaction.insert(
        AuditEntryEntity,
        each.map((details) => ({ countyId, id: uuid(), at, userId, deed, details: details as never })),
      );
  }
}
