import { InjectQueue } from '@nestjs/bullmq';
import { Inject, Injectable } from '@nestjs/common';
import type { Assignment, HandedIn, Submission, SubmissionList } from '@mingshu/contracts';
import type { DocumentReading, ReportReading } from '@mingshu/report-format';
import type { ReaderPool } from '@mingshu/report-reader';
import type { Queue } from 'bullmq';
import { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { AgenciesService } from '../agencies/agencies.service';
import { matchAgency } from '../agencies/match-agency';
import { AuditService } from '../audit/audit.service';
import { Clock } from '../config/clock';
import { READERS } from '../config/provided';
import { AgencyEntity, CountyEntity, SubmissionEntity, WaitingReadingEntity } from '../database/entities';
import type { IncomingDocument } from '../documents/document-storage';
import { DocumentStore } from '../documents/document-store';
import { agencyNotFound, AppError, forbidden, submissionNotFound } from '../http/app-error';
import type { Scope } from '../identity/scope';
import { INGESTION, RECHECKS } from '../queues/queues';
import { ReportsRepository } from '../reports/reports.repository';
import { countSubmissions, listSubmissions, type SubmissionsAsked } from './submission-view';

/** A job says where to look and nothing else. */
export interface SubmissionPlace {
  readonly countyId: string;
  readonly submissionId: string;
}

const mostWaiting = 5000;
const mostCrashes = 3;

/** A document handed in: received, kept, read. */
@Injectable()
export class SubmissionsService {
  constructor(
    private readonly database: DataSource,
    private readonly documents: DocumentStore,
    private readonly reports: ReportsRepository,
    private readonly agencies: AgenciesService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    @Inject(READERS) private readonly readers: ReaderPool,
    @InjectQueue(INGESTION) private readonly ingestion: Queue,
    @InjectQueue(RECHECKS) private readonly rechecks: Queue,
  ) {}

  /** Keeps every document of a request as one batch. What is listed in `submissions` is kept for good; `refused` were not taken. */
  async receive(scope: Scope, files: readonly IncomingDocument[], named: Partial<Assignment>): Promise<HandedIn> {
    const [{ waiting }] = await this.database.query<[{ waiting: number }]>(
      `select count(*)::int as waiting from submission where county_id = $1 and status in ('received', 'reading')`,
      [scope.countyId],
    );
    if (waiting > mostWaiting) throw new AppError('queue-full', 429);
    const agencyId = scope.agencyId ?? named.agencyId ?? null;
    if (agencyId) await this.agencyOf(scope.countyId, agencyId);
    const batchId = uuid();
    const refused = files
      .filter(({ kept }) => !kept)
      .map(({ fileName }) => ({ fileName, code: 'file-too-large', sentence: '文件超过 20 MB，没有接收。请压缩其中的图片后重新导入。' }));
    const ids: string[] = [];
    for (const { fileName, kept } of files)
      if (kept) ids.push(await this.keep(scope, { fileName, ...kept, batchId, agencyId, year: named.year ?? null }));
    const submissions = await listSubmissions(this.database, scope, { batch: batchId, limit: 500 });
    await Promise.all(
      submissions
        .filter(({ status }) => status === 'received')
        .map(({ id }) => this.enqueue({ countyId: scope.countyId, submissionId: id })),
    );
    return { batchId, submissions: submissions.sort((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id)), refused };
  }

  private async keep(
    scope: Scope,
    document: { fileName: string; sha256: string; bytes: number; batchId: string; agencyId: string | null; year: number | null },
  ): Promise<string> {
    const id = uuid();
    await this.database.transaction(async (transaction) => {
      const row = {
        countyId: scope.countyId,
        id,
        ...document,
        isAssigned: document.agencyId !== null && document.year !== null,
        startedCount: 0,
        receivedBy: scope.userId,
        receivedAt: this.clock.now(),
      };
      const taken = await transaction
        .createQueryBuilder()
        .insert()
        .into(SubmissionEntity)
        .values({ ...row, status: 'received', sentence: '已收到，正在排队识读。' })
        .orIgnore()
        .returning('id')
        .execute();
      if ((taken.raw as unknown[]).length === 0) {
        const first = await transaction.query<{ id: string; fileName: string }[]>(
          `select id, file_name as "fileName" from submission where county_id = $1 and sha256 = $2 and status not in ('duplicate', 'discarded')`,
          [scope.countyId, document.sha256],
        );
        const sentence = `与已导入的“${first[0]?.fileName ?? ''}”内容完全相同，未重复计入。`;
        await transaction.insert(SubmissionEntity, {
          ...row,
          status: 'duplicate',
          reason: 'same-bytes',
          sentence,
          duplicateOf: first[0]?.id ?? null,
          finishedAt: this.clock.now(),
        });
      }
      await this.audit.write(transaction, scope, 'hand-in', { submissionId: id, fileName: document.fileName, sha256: document.sha256 });
    });
    return id;
  }

  /** Adding a job twice is adding it once: its id follows from the submission. A queue that is down is made up for by the sweeper. */
  async enqueue(place: SubmissionPlace): Promise<void> {
    await this.ingestion.add('read', place, { jobId: `submission-${place.submissionId}` }).catch(() => undefined);
  }

  /** Adds again whatever is still under way and may have lost its job. Counted by the county's truth, not the queue's. */
  async sweep(): Promise<void> {
    const waiting = await this.database.query<{ countyId: string; submissionId: string }[]>(
      `select county_id as "countyId", id as "submissionId" from submission where status in ('received', 'reading') and received_at < now() - interval '5 seconds' order by received_at limit 1000`,
    );
    for (const place of waiting) await this.enqueue(place);
  }

  /** The whole way of one document: read, matched, checked, stored. Run it twice and the second time changes nothing. */
  async ingest({ countyId, submissionId }: SubmissionPlace): Promise<void> {
    const submission = await this.begin({ countyId, submissionId });
    if (!submission) return;
    const reading = await this.readers.read({ path: this.documents.path(submission.sha256), fileName: submission.fileName });
    await this.settle(submission, reading);
  }

  /** Counts the attempt before it is made, so that a document which takes its worker down with it is put aside at the third time. */
  private async begin({ countyId, submissionId }: SubmissionPlace): Promise<SubmissionEntity | undefined> {
    const [rows] = await this.database.query<[{ startedCount: number }[], number]>(
      `update submission set status = 'reading', started_count = started_count + 1, sentence = '正在识读。' where county_id = $1 and id = $2 and status in ('received', 'reading')
       returning started_count as "startedCount"`,
      [countyId, submissionId],
    );
    const [begun] = rows;
    if (!begun) return undefined;
    if (begun.startedCount > mostCrashes) {
      await this.reports.end(countyId, submissionId, {
        status: 'quarantined',
        reason: 'crashed',
        sentence: '识读这份文件时程序多次中断，已单独存放。请另存为 Word（.docx）后重新导入，或点“重试”。',
      });
      return undefined;
    }
    return (await this.database.getRepository(SubmissionEntity).findOneBy({ countyId, id: submissionId })) ?? undefined;
  }

  private async settle(submission: SubmissionEntity, reading: DocumentReading): Promise<void> {
    const { countyId, id } = submission;
    if (reading.kind === 'unreadable')
      return void (await this.reports.end(countyId, id, { status: 'unreadable', reason: reading.reason, sentence: reading.sentence }));
    if (reading.kind === 'not-a-report')
      return void (await this.reports.end(countyId, id, { status: 'not_a_report', reason: reading.reason, sentence: reading.sentence }));
    const agency = await this.agencyFor(submission, reading);
    const year = submission.year ?? reading.year.value;
    if (!agency || year === null) return this.putAside(submission, reading, agency);
    await this.store(submission, reading, agency, year);
  }

  private async agencyFor({ countyId, agencyId }: SubmissionEntity, reading: ReportReading): Promise<AgencyEntity | undefined> {
    const agencies = await this.agencies.all({ countyId, agencyId: null });
    if (agencyId) return agencies.find(({ id }) => id === agencyId);
    const county = await this.database.getRepository(CountyEntity).findOneByOrFail({ id: countyId });
    return reading.agency.value === null ? undefined : matchAgency(reading.agency.value, agencies, county.name);
  }

  /** A report whose agency or year nobody can tell waits with its reading for a person. */
  private async putAside(submission: SubmissionEntity, reading: ReportReading, agency: AgencyEntity | undefined): Promise<void> {
    const { countyId, id } = submission;
    const [name, year] = [reading.agency.value, reading.year.value];
    const why = agency
      ? '读不出年度'
      : name === null
        ? '读不出填报单位'
        : `名册中没有与“${name}”唯一对应的单位，可能是其他县的报告或名册缺项`;
    const also = !agency && (submission.year ?? year) === null ? '，年度也读不出' : '';
    await this.database.transaction(async (transaction) => {
      await transaction.upsert(WaitingReadingEntity, { countyId, submissionId: id, reading: reading as never }, [
        'countyId',
        'submissionId',
      ]);
    });
    await this.reports.end(countyId, id, {
      status: 'unassigned',
      reason: agency ? 'year' : 'agency',
      sentence: `${why}${also}。请指定单位和年度。`,
      readAgency: name,
      readYear: year,
    });
  }

  private async store(submission: SubmissionEntity, reading: ReportReading, agency: AgencyEntity, year: number): Promise<void> {
    const { countyId, id, receivedAt, receivedBy } = submission;
    const doubts = [
      ...(submission.isAssigned && reading.year.value !== null && reading.year.value !== year
        ? [`文件中写的年度是 ${reading.year.value}`]
        : []),
      ...(submission.isAssigned &&
      reading.agency.value !== null &&
      !matchAgency(reading.agency.value, [agency], await this.countyName(countyId))
        ? [`文件中写的单位是“${reading.agency.value}”`]
        : []),
    ];
    const sentence = `已读入${agency.name} ${year} 年度报告${doubts.length > 0 ? `；注意：${doubts.join('，')}` : ''}。`;
    const isStored = await this.reports.save(
      { countyId, submissionId: id, agencyId: agency.id, year, receivedAt, userId: receivedBy },
      reading,
      sentence,
    );
    if (isStored)
      await this.rechecks
        .add('recheck', { countyId, agencyId: agency.id, year: year + 1 }, { jobId: `recheck-${agency.id}-${year + 1}-${id}` })
        .catch(() => undefined);
  }

  private async countyName(countyId: string): Promise<string> {
    return (await this.database.getRepository(CountyEntity).findOneByOrFail({ id: countyId })).name;
  }

  /** A person names agency and year; the kept reading is stored without opening the document again. */
  async assign(scope: Scope, id: string, { agencyId, year }: Assignment): Promise<Submission> {
    const submission = await this.one(scope, id);
    if (submission.status !== 'unassigned') throw new AppError('submission-not-assignable', 409, { status: submission.status });
    const agency = await this.agencyOf(scope.countyId, agencyId);
    const waiting = await this.database.getRepository(WaitingReadingEntity).findOneBy({ countyId: scope.countyId, submissionId: id });
    const entity = await this.database.getRepository(SubmissionEntity).findOneByOrFail({ countyId: scope.countyId, id });
    if (!waiting || waiting.reading.kind !== 'report') throw new AppError('submission-not-assignable', 409);
    await this.database.transaction((transaction) => this.audit.write(transaction, scope, 'assign', { submissionId: id, agencyId, year }));
    await this.store({ ...entity, agencyId, year, isAssigned: true, receivedBy: scope.userId }, waiting.reading, agency, year);
    return this.one(scope, id);
  }

  /** Reads a document once more that could not be read. */
  async retry(scope: Scope, id: string): Promise<Submission> {
    await this.one(scope, id);
    const changed = await this.database.query<[unknown[], number]>(
      `update submission set status = 'received', started_count = 0, reason = null, finished_at = null, sentence = '已收到，正在排队识读。'
        where county_id = $1 and id = $2 and status in ('unreadable', 'quarantined', 'not_a_report', 'unassigned')`,
      [scope.countyId, id],
    );
    if (changed[1] !== 1) throw new AppError('submission-not-assignable', 409);
    await this.enqueue({ countyId: scope.countyId, submissionId: id });
    return this.one(scope, id);
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
      listSubmissions(this.database, scope, asked),
      countSubmissions(this.database, scope, { batch: asked.batch, year: asked.year }),
    ]);
    const total = asked.status ? counts[asked.status] : Object.values(counts).reduce((sum, count) => sum + count, 0);
    return { submissions, total, counts };
  }

  /** @throws AppError submission-not-found, also for what the asker may not see. */
  async one(scope: Scope, id: string): Promise<Submission> {
    const [submission] = await listSubmissions(this.database, scope, { id, limit: 1 });
    if (!submission) throw submissionNotFound(id);
    return submission;
  }

  private async agencyOf(countyId: string, agencyId: string): Promise<AgencyEntity> {
    const agencies = await this.agencies.all({ countyId, agencyId: null });
    const agency = agencies.find(({ id }) => id === agencyId);
    if (!agency) throw agencyNotFound(agencyId);
    return agency;
  }

  /** What an original is called and where it lies. @throws AppError forbidden for another agency's. */
  async original(scope: Scope, id: string): Promise<{ fileName: string; sha256: string }> {
    const { fileName, sha256 } = await this.one(scope, id);
    if (!this.documents.has(sha256)) throw new AppError('original-not-found', 404);
    if (scope.role === 'township' && !scope.agencyId) throw forbidden();
    return { fileName, sha256 };
  }
}
