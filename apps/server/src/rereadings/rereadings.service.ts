import { InjectQueue } from '@nestjs/bullmq';
import { Inject, Injectable } from '@nestjs/common';
import type { Rereading, RereadDocument, RereadingDetail, RereadingInput, RereadingList, RereadState } from '@mingshu/contracts';
import { compareReadings, firstReadings, type DocumentReading } from '@mingshu/report-format';
import { READER_VERSION, type ReaderPool } from '@mingshu/report-reader';
import type { Queue } from 'bullmq';
import { DataSource, QueryFailedError } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { AuditService } from '../audit/audit.service';
import { Clock } from '../config/clock';
import { READERS } from '../config/provided';
import { ReadingEntity, RereadDocumentEntity, RereadingEntity, ReportEntity, SubmissionEntity } from '../database/entities';
import { DocumentStore } from '../documents/document-store';
import { AppError } from '../http/app-error';
import type { Scope } from '../identity/scope';
import { REREADINGS } from '../queues/queues';
import { isTouchedByPerson } from './touched-by-person';

/** A document of a reading anew. */
export interface RereadPlace {
  readonly countyId: string;
  readonly rereadingId: string;
  readonly submissionId: string;
}

type Outcome = Pick<RereadDocumentEntity, 'state' | 'sentence'> & Partial<Pick<RereadDocumentEntity, 'reportId' | 'changes' | 'reading'>>;

const mostCrashes = 3;
const none: Record<RereadState, number> = { waiting: 0, same: 0, changed: 0, settled: 0, superseded: 0, readable: 0, failed: 0, taken: 0 };
const iso = (column: string) => `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

/** Reads kept documents again with the present reader and says what it reads otherwise. It changes no report. */
@Injectable()
export class RereadingsService {
  constructor(
    private readonly database: DataSource,
    private readonly documents: DocumentStore,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    @Inject(READERS) private readonly readers: ReaderPool,
    @InjectQueue(REREADINGS) private readonly queue: Queue,
  ) {}

  /** Begins to read all documents anew, or those of one year. @throws AppError rereading-running while another one is under way. */
  async start(scope: Scope, { year }: RereadingInput): Promise<Rereading> {
    const id = uuid();
    const { countyId } = scope;
    try {
      await this.database.transaction(async (transaction) => {
        const row = {
          countyId,
          id,
          year: year ?? null,
          readerVersion: READER_VERSION,
          startedBy: scope.userId,
          startedAt: this.clock.now(),
        };
        await transaction.insert(RereadingEntity, { ...row, state: 'running', finishedAt: null });
        await transaction.query(
          `insert into reread_document (county_id, rereading_id, submission_id, state, sentence, started_count, changes)
           select county_id, $2, id, 'waiting', '', 0, '[]' from submission
            where county_id = $1 and status in ('read', 'unreadable', 'not_a_report') and ($3::int is null or year = $3)`,
          [countyId, id, year ?? null],
        );
        await this.audit.write(transaction, scope, 'start-rereading', {
          rereadingId: id,
          year: year ?? null,
          readerVersion: READER_VERSION,
        });
      });
    } catch (error) {
      if (error instanceof QueryFailedError && String(error.message).includes('rereading_running'))
        throw new AppError('rereading-running', 409);
      throw error;
    }
    await this.sweep();
    await this.finish(countyId, id);
    return this.one(scope, id);
  }

  /** Stops what still waits; what has been read stays to be looked at. */
  async cancel(scope: Scope, id: string): Promise<Rereading> {
    await this.one(scope, id);
    await this.database.transaction(async (transaction) => {
      const { affected } = await transaction.update(
        RereadingEntity,
        { countyId: scope.countyId, id, state: 'running' },
        { state: 'cancelled', finishedAt: this.clock.now() },
      );
      if (affected === 1) await this.audit.write(transaction, scope, 'cancel-rereading', { rereadingId: id });
    });
    return this.one(scope, id);
  }

  /** Adds a job for every document that waits; twice is once. */
  async sweep(): Promise<void> {
    const waiting = await this.database.query<RereadPlace[]>(
      `select d.county_id as "countyId", d.rereading_id as "rereadingId", d.submission_id as "submissionId"
         from reread_document d join rereading r on r.county_id = d.county_id and r.id = d.rereading_id
        where d.state = 'waiting' and r.state = 'running' limit 2000`,
    );
    if (waiting.length === 0) return;
    await this.queue
      .addBulk(waiting.map((data) => ({ name: 'reread', data, opts: { jobId: `reread-${data.rereadingId}-${data.submissionId}` } })))
      .catch(() => undefined);
  }

  /** Reads one document anew and writes down what differs. Run it twice and the second time changes nothing. */
  async readAnew(place: RereadPlace): Promise<void> {
    const { countyId, rereadingId, submissionId } = place;
    const [rows] = await this.database.query<[{ startedCount: number }[], number]>(
      `update reread_document d set started_count = d.started_count + 1 from rereading r
        where d.county_id = $1 and d.rereading_id = $2 and d.submission_id = $3 and d.state = 'waiting' and r.county_id = d.county_id and r.id = d.rereading_id and r.state = 'running'
       returning d.started_count as "startedCount"`,
      [countyId, rereadingId, submissionId],
    );
    const [begun] = rows;
    if (!begun) return;
    const outcome: Outcome =
      begun.startedCount > mostCrashes
        ? { state: 'failed', sentence: '重新识读这份文件时程序多次中断，原来的结果不变。' }
        : await this.outcomeOf(countyId, submissionId);
    await this.database
      .getRepository(RereadDocumentEntity)
      .update({ countyId, rereadingId, submissionId, state: 'waiting' }, outcome as never);
    await this.finish(countyId, rereadingId);
  }

  private async outcomeOf(countyId: string, submissionId: string): Promise<Outcome> {
    const submission = await this.database.getRepository(SubmissionEntity).findOneByOrFail({ countyId, id: submissionId });
    if (!this.documents.has(submission.sha256)) return { state: 'failed', sentence: '原件已不在存储中，原来的结果不变。' };
    const reading = await this.readers.read({ path: this.documents.path(submission.sha256), fileName: submission.fileName });
    const [report] = await this.database
      .getRepository(ReportEntity)
      .find({ where: { countyId, submissionId }, order: { version: 'DESC' }, take: 1 });
    return report ? this.against(report, reading) : this.unreadBefore(reading);
  }

  private unreadBefore(reading: DocumentReading): Outcome {
    if (reading.kind !== 'report') return { state: 'same', sentence: '仍然不能识读为年度报告。' };
    return { state: 'readable', sentence: '现在可以识读了，请到“导入”对这份文件点“重试”。' };
  }

  /** Holds a new reading against what the reader had said before; what persons made of it is not compared. */
  private async against(report: ReportEntity, reading: DocumentReading): Promise<Outcome> {
    const reportId = report.id;
    if (reading.kind !== 'report')
      return { state: 'failed', reportId, sentence: `这次没有读出年度报告，原来的结果不变。${reading.sentence}` };
    const stored = await this.database.getRepository(ReadingEntity).findOneByOrFail({ countyId: report.countyId, reportId });
    const changes = compareReadings({ edition: report.edition, figures: firstReadings(stored) }, reading, stored.settlements);
    if (changes.length === 0) return { state: 'same', reportId, sentence: '与原来的识读完全相同。' };
    const found = { reportId, changes, reading };
    if (!report.stands) return { ...found, state: 'superseded', sentence: `有 ${changes.length} 格不同，但这份文件已不是现行版本。` };
    const isTouched = await isTouchedByPerson(this.database.manager, report.countyId, reportId);
    return isTouched
      ? { ...found, state: 'settled', sentence: `有 ${changes.length} 格不同；这份报告经人工处理过，不会自动改动。` }
      : { ...found, state: 'changed', sentence: `有 ${changes.length} 格不同。` };
  }

  private async finish(countyId: string, id: string): Promise<void> {
    await this.database.query(
      `update rereading set state = 'done', finished_at = $3 where county_id = $1 and id = $2 and state = 'running'
          and not exists (select 1 from reread_document d where d.county_id = $1 and d.rereading_id = $2 and d.state = 'waiting')`,
      [countyId, id, this.clock.now()],
    );
  }

  async list(scope: Scope): Promise<RereadingList> {
    const [{ outdated, standing }] = await this.database.query<[{ outdated: number; standing: number }]>(
      `select count(*) filter (where g.reader_version <> $2 and g.reader_version <> '')::int as outdated, count(*)::int as standing
         from report r join reading g on g.county_id = r.county_id and g.report_id = r.id where r.county_id = $1 and r.stands`,
      [scope.countyId, READER_VERSION],
    );
    return { readerVersion: READER_VERSION, outdated, standing, rereadings: await this.rows(scope.countyId) };
  }

  /** @throws AppError rereading-not-found */
  async one({ countyId }: Scope, id: string): Promise<Rereading> {
    const [found] = await this.rows(countyId, id);
    if (!found) throw new AppError('rereading-not-found', 404, { id });
    return found;
  }

  /** A reading anew with every document in which something is to be seen. */
  async detail(scope: Scope, id: string): Promise<RereadingDetail> {
    const documents = await this.database.query<RereadDocument[]>(
      `select d.submission_id as "submissionId", s.file_name as "fileName", d.state, d.sentence, coalesce(r.agency_id, s.agency_id) as "agencyId", a.name as "agencyName",
              coalesce(r.year, s.year) as year, r.version, g.reader_version as "readerBefore", d.changes
         from reread_document d join submission s on s.county_id = d.county_id and s.id = d.submission_id
         left join report r on r.county_id = d.county_id and r.id = d.report_id left join reading g on g.county_id = d.county_id and g.report_id = d.report_id
         left join agency a on a.county_id = d.county_id and a.id = coalesce(r.agency_id, s.agency_id)
        where d.county_id = $1 and d.rereading_id = $2 and d.state not in ('waiting', 'same') order by year desc, a.position, s.file_name limit 500`,
      [scope.countyId, id],
    );
    return { ...(await this.one(scope, id)), documents };
  }

  private async rows(countyId: string, id?: string): Promise<Rereading[]> {
    const rows = await this.database.query<
      (Omit<Rereading, 'counts' | 'total'> & { counts: Partial<Record<RereadState, number>> | null })[]
    >(
      `select r.id, r.year, r.state, r.reader_version as "readerVersion", u.name as by, ${iso('r.started_at')} as "startedAt", ${iso('r.finished_at')} as "finishedAt",
              (select jsonb_object_agg(c.state, c.count) from (select state, count(*)::int from reread_document d where d.county_id = r.county_id and d.rereading_id = r.id group by state) as c) as counts
         from rereading r left join app_user u on u.county_id = r.county_id and u.id = r.started_by
        where r.county_id = $1 and ($2::uuid is null or r.id = $2) order by r.started_at desc limit 20`,
      [countyId, id ?? null],
    );
    return rows.map((row) => {
      const counts = { ...none, ...row.counts };
      return { ...row, counts, total: Object.values(counts).reduce((sum, count) => sum + count, 0) };
    });
  }
}
