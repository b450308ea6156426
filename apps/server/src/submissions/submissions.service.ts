import { InjectQueue } from '@nestjs/bullmq';
import { Inject, Injectable } from '@nestjs/common';
import type { Assignment, HandedIn, Submission, SubmissionList, SubmissionSource, SubmissionStatus } from '@mingshu/contracts';
import type { DocumentReading, ReportReading } from '@mingshu/report-format';
import { writtenName, type AgencyMatch, type OddSign, type PreparedRoster, type ReaderPool } from '@mingshu/report-reader';
import type { Queue } from 'bullmq';
import { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { AgenciesService } from '../agencies/agencies.service';
import { AuditService } from '../audit/audit.service';
import { Clock } from '../config/clock';
import { READERS } from '../config/provided';
import { SubmissionEntity, WaitingReadingEntity } from '../database/entities';
import type { IncomingDocument } from '../documents/document-storage';
import { DocumentStore } from '../documents/document-store';
import { AppError, forbidden, submissionNotFound } from '../http/app-error';
import type { Scope } from '../identity/scope';
import { RECHECKS } from '../queues/queues';
import { queueNextYear } from '../reports/queue-next-year';
import { ReportsRepository } from '../reports/reports.repository';
import { ArchivesService } from './archives.service';
import { SubmissionKeeper, type SubmissionPlace } from './submission-keeper';
import { countSubmissions, listSubmissions, type SubmissionsAsked } from './submission-view';
import { doubtsOf, waitingSentence, whoseReport, yearOf } from './who-it-may-be';

const mostWaiting = 5000;
const mostCrashes = 3;
/** What was put away may come back, unless it was a duplicate or its bytes came again meanwhile. */
const mayComeBack = `(status <> 'discarded' or (duplicate_of is null and not exists (select 1 from submission other
  where other.county_id = $1 and other.sha256 = submission.sha256 and other.status not in ('duplicate', 'discarded'))))`;

/** A document handed in: received, kept, read. */
@Injectable()
export class SubmissionsService {
  constructor(
    private readonly database: DataSource,
    private readonly documents: DocumentStore,
    private readonly reports: ReportsRepository,
    private readonly agencies: AgenciesService,
    private readonly keeper: SubmissionKeeper,
    private readonly archives: ArchivesService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    @Inject(READERS) private readonly readers: ReaderPool,
    @InjectQueue(RECHECKS) private readonly rechecks: Queue,
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

  /** The whole way of one document: read, matched, checked, stored. Run it twice and the second time changes nothing. */
  async ingest(place: SubmissionPlace): Promise<void> {
    const submission = await this.begin(place);
    if (!submission) return;
    const path = this.documents.path(submission.sha256);
    const reading = await this.readers.read({ path, fileName: submission.fileName, leavesScans: true });
    await this.unlessCutOff(place, async () => {
      if (reading.kind === 'unreadable' && reading.reason === 'archive') await this.archives.expand(submission);
      else if (reading.kind === 'unreadable' && reading.reason === 'scanned' && this.readers.scans === 'on') await this.leaveToScans(place);
      else await this.settle(submission, reading);
    });
  }

  /** An attempt the database cut off (a deadlock, a restart, a lost connection) says nothing against the document and is not counted. */
  private async unlessCutOff({ countyId, submissionId }: SubmissionPlace, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (/^(?:08|40|53|57)/.test(String((error as { code?: unknown }).code)))
        await this.database
          .query(`update submission set started_count = started_count - 1 where county_id = $1 and id = $2 and status = 'reading'`, [
            countyId,
            submissionId,
          ])
          .catch(() => undefined);
      throw error;
    }
  }

  /** Pages that are pictures take seconds each and have a queue of their own. The row remembers where the document waits. */
  private async leaveToScans({ countyId, submissionId }: SubmissionPlace): Promise<void> {
    await this.database.query(
      `update submission set reason = 'scanned', sentence = '这是扫描件或图片，正在排队识别文字。' where county_id = $1 and id = $2 and status = 'reading'`,
      [countyId, submissionId],
    );
    await this.keeper.enqueueScans([{ countyId, submissionId }]);
  }

  /** The way of a document whose pages are pictures, from where `ingest` left it. */
  async readScan({ countyId, submissionId }: SubmissionPlace): Promise<void> {
    const submission = await this.begin({ countyId, submissionId }, '正在识别扫描件。');
    if (!submission) return;
    const path = this.documents.path(submission.sha256);
    const reading = await this.readers.readScan({ path, fileName: submission.fileName });
    await this.unlessCutOff({ countyId, submissionId }, () => this.settle(submission, reading));
  }

  /** Counts the attempt before it is made, so that a document which takes its worker down with it is put aside at the third time. */
  private async begin({ countyId, submissionId }: SubmissionPlace, sentence = '正在识读。'): Promise<SubmissionEntity | undefined> {
    const columns = this.database
      .getMetadata(SubmissionEntity)
      .columns.map(({ databaseName, propertyName }) => `${databaseName} as "${propertyName}"`);
    const [[begun]] = await this.database.query<[SubmissionEntity[], number]>(
      `update submission set status = 'reading', started_count = started_count + 1, sentence = $3 where county_id = $1 and id = $2 and status in ('received', 'reading')
       returning ${columns.join(', ')}`,
      [countyId, submissionId, sentence],
    );
    if (!begun) return undefined;
    if (begun.startedCount > mostCrashes) {
      await this.reports.end(countyId, submissionId, {
        status: 'quarantined',
        reason: 'crashed',
        sentence: '识读这份文件时程序多次中断，已单独存放。请另存为 Word（.docx）后重新导入，或点“重试”。',
      });
      return undefined;
    }
    return begun;
  }

  private async settle(submission: SubmissionEntity, reading: DocumentReading): Promise<void> {
    const { countyId, id } = submission;
    if (reading.kind === 'unreadable')
      return void (await this.reports.end(countyId, id, { status: 'unreadable', reason: reading.reason, sentence: reading.sentence }));
    if (reading.kind === 'not-a-report')
      return void (await this.reports.end(countyId, id, { status: 'not_a_report', reason: reading.reason, sentence: reading.sentence }));
    const roster = await this.agencies.prepared(countyId);
    const year = submission.year ?? yearOf(reading, submission.fileName);
    const match = this.matchOf(submission, reading, roster, year);
    if (match.kind !== 'matched' || year === null) return this.putAside(submission, reading, match, year);
    await this.store(submission, reading, { agencyId: match.agencyId, name: match.name, year, odd: match.odd }, roster);
  }

  /** Whose report it is: named by a person, else by its signs. */
  private matchOf(
    { agencyId, fileName }: SubmissionEntity,
    reading: ReportReading,
    roster: PreparedRoster,
    year: number | null,
  ): AgencyMatch {
    const named = agencyId && roster.byId.get(agencyId);
    if (named) return { kind: 'matched', agencyId: named.id, name: named.name, why: '由人指定', odd: [] };
    return whoseReport(reading, fileName, year, roster);
  }

  /** A report whose agency or year nobody can tell waits with its reading for a person. */
  private async putAside(submission: SubmissionEntity, reading: ReportReading, match: AgencyMatch, year: number | null): Promise<void> {
    const { countyId, id } = submission;
    await this.database.transaction(async (transaction) => {
      await transaction.upsert(WaitingReadingEntity, { countyId, submissionId: id, reading: reading as never }, [
        'countyId',
        'submissionId',
      ]);
    });
    await this.reports.end(countyId, id, {
      status: 'unassigned',
      reason: match.kind === 'matched' ? 'year' : 'agency',
      sentence: waitingSentence(match, writtenName(reading.agency), year),
      readAgency: writtenName(reading.agency),
      readYear: reading.year.value,
    });
  }

  private async store(
    submission: SubmissionEntity,
    reading: ReportReading,
    { agencyId, name, year, odd }: { agencyId: string; name: string; year: number; odd: readonly OddSign[] },
    roster: PreparedRoster,
  ): Promise<void> {
    const { countyId, id, receivedAt, receivedBy } = submission;
    const doubts = doubtsOf(submission, reading, { agencyId, year, odd }, roster);
    const sentence = `已读入${name} ${year} 年度报告${doubts.length > 0 ? `；注意：${doubts.join('，')}` : ''}。`;
    const isStored = await this.reports.save(
      { countyId, submissionId: id, agencyId, year, receivedAt, userId: receivedBy },
      reading,
      sentence,
    );
    if (isStored) await queueNextYear(this.database, this.rechecks, { countyId, agencyId, year, id });
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
    await this.store(
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
