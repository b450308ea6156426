import { InjectQueue } from '@nestjs/bullmq';
import { Injectable } from '@nestjs/common';
import type { SubmissionSource } from '@mingshu/contracts';
import type { Queue } from 'bullmq';
import { DataSource, In, type EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { AuditService } from '../audit/audit.service';
import { Clock } from '../config/clock';
import { SubmissionEntity } from '../database/entities';
import { INGESTION, SCANS } from '../queues/queues';

/** A job says where to look and nothing else. */
export interface SubmissionPlace {
  readonly countyId: string;
  readonly submissionId: string;
}

/** A document whose bytes lie in the store and that is to become a submission. */
export interface DocumentToKeep {
  readonly fileName: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly batchId: string;
  readonly agencyId: string | null;
  readonly year: number | null;
  readonly archiveId?: string;
  readonly archivePlace?: number;
  readonly source?: SubmissionSource;
}

const together = 100;
/** What a person waits for goes first; members of an archive give way. */
const urgencies = { hand: {}, bulk: { priority: 10 } };

/** Makes submissions of documents: the row first, the job after it, so that nothing accepted is ever lost. */
@Injectable()
export class SubmissionKeeper {
  constructor(
    private readonly database: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    @InjectQueue(INGESTION) private readonly ingestion: Queue,
    @InjectQueue(SCANS) private readonly scans: Queue,
  ) {}

  /** Keeps documents as one batch, in their order. The same bytes are kept once; what comes second is a duplicate that names the first. @returns their ids. */
  async keep(by: { countyId: string; userId: string | null }, documents: readonly DocumentToKeep[]): Promise<string[]> {
    const ids: string[] = [];
    for (let first = 0; first < documents.length; first += together) {
      const portion = documents.slice(first, first + together);
      ids.push(...(await this.database.transaction((transaction) => this.keepTogether(transaction, by, portion))));
    }
    return ids;
  }

  async keepTogether(
    transaction: EntityManager,
    { countyId, userId }: { countyId: string; userId: string | null },
    documents: readonly DocumentToKeep[],
  ): Promise<string[]> {
    const now = this.clock.now();
    const rows = documents.map((document) => ({
      countyId,
      id: uuid(),
      ...document,
      source: (document.source ?? null) as never,
      isAssigned: document.agencyId !== null && document.year !== null,
      startedCount: 0,
      receivedBy: userId,
      receivedAt: now,
    }));
    const taken = await transaction
      .createQueryBuilder()
      .insert()
      .into(SubmissionEntity)
      .values(rows.map((row) => ({ ...row, status: 'received' as const, sentence: '已收到，正在排队识读。' })))
      .orIgnore()
      .returning('id')
      .execute();
    const isTaken = new Set((taken.raw as { id: string }[]).map(({ id }) => id));
    const doubles = rows.filter(({ id }) => !isTaken.has(id));
    if (doubles.length > 0) await this.keepDoubles(transaction, countyId, doubles);
    const handedIn = rows
      .filter(({ archiveId }) => !archiveId)
      .map(({ id, fileName, sha256, source }) => ({ submissionId: id, fileName, sha256, ...(source ? { source } : {}) }));
    await this.audit.writeAll(transaction, { countyId, userId }, 'hand-in', handedIn);
    return rows.map(({ id }) => id);
  }

  private async keepDoubles(
    transaction: EntityManager,
    countyId: string,
    doubles: readonly (DocumentToKeep & { id: string; source: never })[],
  ): Promise<void> {
    const firsts = await transaction.getRepository(SubmissionEntity).findBy({ countyId, sha256: In(doubles.map(({ sha256 }) => sha256)) });
    const counted = firsts.filter(({ status }) => status !== 'duplicate' && status !== 'discarded');
    await transaction.insert(
      SubmissionEntity,
      doubles.map((row) => {
        const first = counted.find(({ sha256 }) => sha256 === row.sha256);
        return {
          ...row,
          status: 'duplicate' as const,
          reason: 'same-bytes',
          sentence: `与已导入的“${first?.fileName ?? ''}”内容完全相同，未重复计入。`,
          duplicateOf: first?.id ?? null,
          finishedAt: this.clock.now(),
        };
      }),
    );
  }

  /** Adding a job twice is adding it once: its id follows from the submission. A queue that is down is made up for by the sweeper. */
  async enqueue(places: readonly SubmissionPlace[], urgency: keyof typeof urgencies = 'hand'): Promise<void> {
    const jobs = places.map((data) => ({
      name: 'read',
      data,
      opts: { jobId: `submission-${data.submissionId}`, ...urgencies[urgency] },
    }));
    for (let first = 0; first < jobs.length; first += 500)
      await this.ingestion.addBulk(jobs.slice(first, first + 500)).catch(() => undefined);
  }

  /** The same for documents whose pages are pictures. */
  async enqueueScans(places: readonly SubmissionPlace[]): Promise<void> {
    const jobs = places.map((data) => ({ name: 'scan', data, opts: { jobId: `scan-${data.submissionId}` } }));
    if (jobs.length > 0) await this.scans.addBulk(jobs).catch(() => undefined);
  }
}
