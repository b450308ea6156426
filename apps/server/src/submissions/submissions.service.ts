import { Injectable } from '@nestjs/common';
import type { Assignment, HandedIn, Submission, SubmissionList, SubmissionSource, SubmissionStatus } from '@mingshu/contracts';
import { writtenName } from '@mingshu/report-reader';
import { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { AgenciesService } from '../agencies/agencies.service';
import { AuditService } from '../audit/audit.service';
import { Clock } from '../config/clock';
import { SubmissionEntity, WaitingReadingEntity } from '../database/entities';
import type { IncomingDocument } from '../documents/document-storage';
import { DocumentStore } from '../documents/document-store';
import { AppError, forbidden, submissionNotFound } from '../http/app-error';
import type { Scope } from '../identity/scope';
import { IngestionService } from './ingestion.service';
import { SubmissionKeeper, type SubmissionPlace } from './submission-keeper';
import { countSubmissions, listSubmissions, type SubmissionsAsked } from './submission-view';

const mostWaiting = 5000;
/** What was put away may come back, unless it was a duplicate or its bytes came again meanwhile. */
const mayComeBack = `(status <> 'discarded' or (duplicate_of is null and not exists (select 1 from submission other
  where other.county_id = $1 and other.sha256 = submission.sha256 and other.status not in ('duplicate', 'discarded'))))`;

/** Documents handed in: received, kept, listed, and what persons decide about them. */
@Injectable()
export class SubmissionsService {
  constructor(
    private readonly database: DataSource,
    private readonly documents: DocumentStore,
    private readonly agencies: AgenciesService,
    private readonly keeper: SubmissionKeeper,
    private readonly ingestion: IngestionService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /**
   * Keeps every document of a request as one batch. What is listed in `submissions` is kept for good; `refused` were not taken.
   * `batchId` adds to a batch the same person began.
   */
  async receive(
    scope: Scope,
    files: readonly IncomingDocument[],
    { agencyId: named, year, batchId: begun, source }: Partial<Assignment> & { batchId?: string; source?: SubmissionSource },
  ): Promise<HandedIn> {
    await this.refuseWhenFull(scope.countyId);
    const agencyId = scope.agencyId ?? named ?? null;
    if (agencyId) await this.agencies.filer(scope.countyId, agencyId);
    const batchId = await this.batch(scope, begun);
    const refused = files
      .filter(({ kept }) => !kept)
      .map(({ fileName }) => ({ fileName, code: 'file-too-large', sentence: '文件超过 20 MB，没有接收。请压缩其中的图片后重新导入。' }));
    const documents = files.flatMap(({ fileName, kept }) =>
      kept ? [{ fileName, ...kept, batchId, agencyId, year: year ?? null, source }] : [],
    );
    const ids = await this.keeper.keep(scope, documents);
    const listed = await listSubmissions(this.database, scope, { ids, limit: ids.length });
    const submissions = listed.sort((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id));
    await this.keeper.enqueue(
      submissions.filter(({ status }) => status === 'received').map(({ id }) => ({ countyId: scope.countyId, submissionId: id })),
    );
    return { batchId, submissions, refused };
  }

  /** @throws AppError queue-full where so much waits already that more would only wait. */
  async refuseWhenFull(countyId: string): Promise<void> {
    const [{ waiting }] = await this.database.query<[{ waiting: number }]>(
      `select count(*)::int as waiting from submission where county_id = $1 and status in ('received', 'reading')`,
      [countyId],
    );
    if (waiting > mostWaiting) throw new AppError('queue-full', 429);
  }

  /** A new batch, or the one asked for where it is the same person's. */
  async batch({ countyId, userId }: Scope, begun: string | undefined): Promise<string> {
    if (begun === undefined) return uuid();
    const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(begun);
    const [own] = isId
      ? await this.database.query<unknown[]>(
          'select 1 from submission where county_id = $1 and batch_id = $2 and received_by = $3 limit 1',
          [countyId, begun, userId],
        )
      : [];
    return own ? begun : uuid();
  }

  /** Adds again whatever is still under way and may have lost its job. Counted by the county's truth, not the queue's. */
  async sweep(): Promise<void> {
    const waiting = await this.database.query<(SubmissionPlace & { isScan: boolean })[]>(
      `select county_id as "countyId", id as "submissionId", reason is not distinct from 'scanned' as "isScan" from submission where status in ('received', 'reading') and received_at < now() - interval '5 seconds' order by received_at limit 1000`,
    );
    const places = (isScan: boolean) =>
      waiting.filter((one) => one.isScan === isScan).map(({ countyId, submissionId }) => ({ countyId, submissionId }));
    await Promise.all([this.keeper.enqueue(places(false)), this.keeper.enqueueScans(places(true))]);
  }

  /** A person names agency and year; the kept reading is stored without opening the document again. */
  async assign(scope: Scope, id: string, { agencyId, year, remember }: Assignment): Promise<Submission> {
    const submission = await this.one(scope, id);
    if (submission.status !== 'unassigned') throw new AppError('submission-not-assignable', 409, { status: submission.status });
    const agency = await this.agencies.filer(scope.countyId, agencyId);
    const waiting = await this.database.getRepository(WaitingReadingEntity).findOneBy({ countyId: scope.countyId, submissionId: id });
    const entity = await this.database.getRepository(SubmissionEntity).findOneByOrFail({ countyId: scope.countyId, id });
    if (!waiting || waiting.reading.kind !== 'report') throw new AppError('submission-not-assignable', 409);
    const name = remember ? writtenName(waiting.reading.agency) : null;
    const isRemembered = await this.database.transaction(async (transaction) => {
      await this.audit.write(transaction, scope, 'assign', { submissionId: id, agencyId, year });
      return name !== null && (await this.agencies.remember(transaction, scope, agencyId, name));
    });
    const roster = await this.agencies.prepared(scope.countyId);
    await this.ingestion.store(
      { ...entity, agencyId, year, isAssigned: true, receivedBy: scope.userId },
      waiting.reading,
      { agencyId, name: agency.name, year, odd: [] },
      roster,
    );
    if (isRemembered && name !== null) await this.readAgain(scope, `status = 'unassigned' and read_agency = $2`, name);
    return this.one(scope, id);
  }

  /** Reads a document once more that could not be read, or brings back one that was put away, unless its bytes came again meanwhile. */
  async retry(scope: Scope, id: string): Promise<Submission> {
    await this.one(scope, id);
    if ((await this.readAgain(scope, `id = $2 and ${mayComeBack}`, id)) !== 1) throw new AppError('submission-not-assignable', 409);
    return this.one(scope, id);
  }

  /** Reads once more whatever of a batch or status could not be used, with the roster as it is now. @returns how many. */
  async retryAll(scope: Scope, { batch, status }: { batch?: string; status?: SubmissionStatus }): Promise<{ count: number }> {
    const count = await this.readAgain(
      scope,
      "($2::text is null or batch_id::text = $2) and ($3::text is null or status = $3) and status <> 'discarded'",
      batch ?? null,
      status ?? null,
    );
    return { count };
  }

  private async readAgain({ countyId, userId }: Scope, which: string, ...values: readonly (string | null)[]): Promise<number> {
    const ids = await this.database.transaction(async (transaction) => {
      const [rows] = await transaction.query<[{ id: string }[], number]>(
        `update submission set status = 'received', started_count = 0, reason = null, finished_at = null, sentence = '已收到，正在排队识读。'
          where county_id = $1 and ${which} and status in ('unreadable', 'quarantined', 'not_a_report', 'unassigned', 'discarded') returning id`,
        [countyId, ...values],
      );
      if (rows.length > 0)
        await this.audit.write(transaction, { countyId, userId }, 'read-again', { submissionIds: rows.map(({ id }) => id) });
      return rows.map(({ id }) => id);
    });
    await this.keeper.enqueue(ids.map((submissionId) => ({ countyId, submissionId })));
    return ids.length;
  }

  /** Puts a document away that is no report. A document whose report is stored stays: it is evidence. */
  async discard(scope: Scope, id: string): Promise<Submission> {
    const submission = await this.one(scope, id);
    await this.database.transaction(async (transaction) => {
      const changed = await transaction.query<[unknown[], number]>(
        `update submission set status = 'discarded', sentence = '已由人工移除。', finished_at = $3 where county_id = $1 and id = $2 and status not in ('read', 'reading', 'discarded')`,
        [scope.countyId, id, this.clock.now()],
      );
      if (changed[1] !== 1) throw new AppError('submission-not-assignable', 409, { status: submission.status });
      await transaction.delete(WaitingReadingEntity, { countyId: scope.countyId, submissionId: id });
      await this.audit.write(transaction, scope, 'discard', { submissionId: id, fileName: submission.fileName });
    });
    return this.one(scope, id);
  }

  async list(scope: Scope, asked: SubmissionsAsked): Promise<SubmissionList> {
    const [submissions, counts] = await Promise.all([
      listSubmissions(this.database, scope, asked, () => this.agencies.prepared(scope.countyId)),
      countSubmissions(this.database, scope, { batch: asked.batch, year: asked.year }),
    ]);
    const total = asked.status ? counts[asked.status] : Object.values(counts).reduce((sum, count) => sum + count, 0);
    return { submissions, total, counts };
  }

  /** @throws AppError submission-not-found, also for what the asker may not see. */
  async one(scope: Scope, id: string): Promise<Submission> {
    const [submission] = await listSubmissions(this.database, scope, { ids: [id], limit: 1 }, () => this.agencies.prepared(scope.countyId));
    if (!submission) throw submissionNotFound(id);
    return submission;
  }

  /** What an original is called and where it lies. @throws AppError forbidden for another agency's. */
  async original(scope: Scope, id: string): Promise<{ fileName: string; sha256: string }> {
    const { fileName, sha256 } = await this.one(scope, id);
    if (!this.documents.has(sha256)) throw new AppError('original-not-found', 404);
    if (scope.role === 'township' && !scope.agencyId) throw forbidden();
    return { fileName, sha256 };
  }
}
