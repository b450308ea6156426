import { InjectQueue } from '@nestjs/bullmq';
import { Inject, Injectable } from '@nestjs/common';
import type { DocumentReading, ReportReading } from '@mingshu/report-format';
import { writtenName, type AgencyMatch, type OddSign, type PreparedRoster, type ReaderPool } from '@mingshu/report-reader';
import type { Queue } from 'bullmq';
import { DataSource } from 'typeorm';
import { AgenciesService } from '../agencies/agencies.service';
import { READERS } from '../config/provided';
import { SubmissionEntity, WaitingReadingEntity } from '../database/entities';
import { DocumentStore } from '../documents/document-store';
import { RECHECKS } from '../queues/queues';
import { queueNextYear } from '../reports/queue-next-year';
import { ReportsRepository } from '../reports/reports.repository';
import { ArchivesService } from './archives.service';
import { SubmissionKeeper, type SubmissionPlace } from './submission-keeper';
import { doubtsOf, waitingSentence, whoseReport, yearOf } from './who-it-may-be';

const mostCrashes = 3;

/** The way of a document from the queue to a stored report. */
@Injectable()
export class IngestionService {
  constructor(
    private readonly database: DataSource,
    private readonly documents: DocumentStore,
    private readonly reports: ReportsRepository,
    private readonly agencies: AgenciesService,
    private readonly keeper: SubmissionKeeper,
    private readonly archives: ArchivesService,
    @Inject(READERS) private readonly readers: ReaderPool,
    @InjectQueue(RECHECKS) private readonly rechecks: Queue,
  ) {}

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

  /** Stores a reading as the report of an agency's year, and has next year judged anew. */
  async store(
    submission: SubmissionEntity,
    reading: ReportReading,
    { agencyId, name, year, odd }: { agencyId: string; name: string; year: number; odd: readonly OddSign[] },
    roster: PreparedRoster,
  ): Promise<void> {
    const { countyId, id, receivedAt, receivedBy } = submission;
    const doubts = doubtsOf(submission, reading, { agencyId, year, odd }, roster);
    const sentence = `已读入${name} ${year} 年度报告${doubts.length > 0 ? `；注意：${doubts.join('，')}` : ''}。`;
    const stored = await this.reports.save(
      { countyId, submissionId: id, agencyId, year, receivedAt, userId: receivedBy },
      reading,
      sentence,
    );
    if (stored) await queueNextYear(this.database, this.rechecks, stored);
  }
}
