import { Injectable } from '@nestjs/common';
import { checkReport, findingFingerprint, findingKey, type Finding, type TextSketch } from '@mingshu/report-checks';
import { figureGaps, figuresOf, type CellCode, type Report, type ReportReading, type VersionOrigin } from '@mingshu/report-format';
import { READER_VERSION } from '@mingshu/report-reader';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { AuditService } from '../audit/audit.service';
import { Clock } from '../config/clock';
import { FindingEntity, ReadingEntity, ReportEntity, SubmissionEntity } from '../database/entities';
import { RoundsService } from '../rounds/rounds.service';
import { RulesService } from '../rules/rules.service';
import { checkedWithCopies, standingReport, type KeptReading } from './checked-report';
import { keepSketch, settleCopies, type SketchedReport } from './possible-copies';

/** A submission whose document says what an agency reports for a year. */
export interface ReportPlace {
  readonly countyId: string;
  readonly submissionId: string;
  readonly agencyId: string;
  readonly year: number;
  readonly receivedAt: Date;
  readonly userId: string | null;
}

/** What a version holds besides its place: edition, readings of all cells, and what is known of their reading. */
export type VersionContent = Pick<ReportEntity, 'edition'> & Omit<ReadingEntity, 'countyId' | 'reportId' | 'unclearCount'>;

/** How a version comes to be, who makes it and why, and which version taking it back would restore. */
export interface VersionDeed {
  readonly origin: VersionOrigin;
  readonly basedOn: number | null;
  readonly userId: string | null;
  readonly reason?: string | null;
}

/**
 * What was judged and by what: `lookedAt` names this year's reports of others, `judgedWith` last year's reports it was held against, `mark` the state of
 * the rules, `pending` this very judgement until it is final.
 */
export interface Judgement {
  readonly findings: readonly { readonly finding: Finding; readonly key: string; readonly fingerprint: string }[];
  readonly sketch: TextSketch;
  readonly lookedAt: readonly string[];
  readonly judgedWith: readonly string[];
  readonly pending: string;
  readonly mark: string;
}

/** A version just stored, to be settled once its transaction is through. */
export interface StoredVersion {
  readonly countyId: string;
  readonly agencyId: string;
  readonly year: number;
  readonly id: string;
  readonly version: number;
  readonly judgement: Judgement;
}

/** A reading as the content of a version that no person has touched. */
export const readContent = (reading: ReportReading): VersionContent => ({
  edition: reading.edition,
  readerVersion: READER_VERSION,
  editionPresumed: reading.editionPresumed,
  figures: reading.figures,
  agencySigns: reading.agency.signs,
  yearSigns: reading.year.signs,
  remarks: reading.remarks,
  sections: reading.sections,
  extensions: reading.extensions ?? [],
  acceptance: reading.acceptance ?? null,
  opening: reading.opening ?? null,
  headings: reading.headings ?? null,
  settlements: {},
});

/** How many cells say nothing and no person has confirmed that. */
const unclearIn = ({ figures, settlements }: Pick<VersionContent, 'figures' | 'settlements'>): number =>
  Object.entries(figures).filter(([cell, { state }]) => state === 'unread' && !settlements[cell as CellCode]).length;

/** What was read: versions, readings, findings. */
@Injectable()
export class ReportsRepository {
  constructor(
    private readonly database: DataSource,
    private readonly rounds: RoundsService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly rules: RulesService,
  ) {}

  /**
   * All of a report or nothing: version, reading, findings, status, audit. The fence comes first: whoever comes second finds the submission no longer
   * under way and leaves everything as it is. @returns what this call stored, if anything.
   */
  async save(place: ReportPlace, reading: ReportReading, sentence: string): Promise<StoredVersion | undefined> {
    const { countyId, submissionId, agencyId, year } = place;
    const stored = await this.database.transaction(async (transaction) => {
      const fence = await transaction.query<[unknown[], number]>(
        `with waiting as (delete from waiting_reading where county_id = $1 and submission_id = $2)
         update submission set status = 'read', reason = null, sentence = $3, agency_id = $4, year = $5, read_agency = $6, read_year = $7, finished_at = $8
          where county_id = $1 and id = $2 and status in ('received', 'reading', 'unassigned')`,
        [countyId, submissionId, sentence, agencyId, year, reading.agency.value, reading.year.value, this.clock.now()],
      );
      if (fence[1] !== 1) return undefined;
      const made = await this.addVersion(transaction, place, readContent(reading), { origin: 'read', basedOn: null, userId: null });
      const { version } = made;
      await this.audit.write(transaction, { countyId, userId: place.userId }, 'store-report', { submissionId, agencyId, year, version });
      return made;
    });
    if (stored) await this.settle(stored);
    return stored;
  }

  /** The next version of an agency's year, which stands from now on, judged; `settle` it after the transaction. Versions of one agency and year are counted one after another. */
  async addVersion(
    transaction: EntityManager,
    { countyId, agencyId, year, submissionId, receivedAt }: Omit<ReportPlace, 'userId'>,
    content: VersionContent,
    { origin, basedOn, userId, reason = null }: VersionDeed,
  ): Promise<StoredVersion> {
    const figures = figuresOf(content);
    const gaps = figureGaps(content.edition, figures);
    if (gaps.missing.length > 0 || gaps.foreign.length > 0)
      throw new Error(`figures of ${submissionId} are not those of edition ${content.edition}`);
    await this.lock(transaction, countyId, agencyId);
    const [{ version }] = await transaction.query<[{ version: number }]>(
      'select coalesce(max(version), 0)::int + 1 as version from report where county_id = $1 and agency_id = $2 and year = $3',
      [countyId, agencyId, year],
    );
    if (version > 1)
      await transaction.query('update report set stands = false where county_id = $1 and agency_id = $2 and year = $3 and stands', [
        countyId,
        agencyId,
        year,
      ]);
    await this.rounds.ensure(transaction, countyId, year);
    const id = uuid();
    const { edition, ...reading } = content;
    const judgement = await this.judge(transaction, countyId, agencyId, { id, year, edition, figures }, reading);
    await transaction.insert(ReportEntity, {
      ...{ countyId, id, agencyId, year, version, stands: true, submissionId, edition, receivedAt, origin, basedOn, reason },
      ...{ judgedUnder: judgement.pending, judgedWith: [...judgement.judgedWith] },
      figures: figures as never,
      madeBy: userId,
      madeAt: origin === 'read' ? null : this.clock.now(),
    });
    await transaction.insert(ReadingEntity, { countyId, reportId: id, ...reading, unclearCount: unclearIn(content) } as never);
    await this.keep(transaction, { countyId, agencyId, year, reportId: id }, judgement);
    return { countyId, agencyId, year, id, version, judgement };
  }

  /**
   * Whoever changes an agency's reports waits here for whoever came before. Not `for update`: rows that name the agency hold its key meanwhile, and two
   * documents of one agency would wait for each other for ever.
   */
  async lock(transaction: EntityManager, countyId: string, agencyId: string): Promise<void> {
    await transaction.query('select 1 from agency where county_id = $1 and id = $2 for no key update', [countyId, agencyId]);
  }

  /** Judges the standing report of a year again, after something it is judged by changed. Doing it twice changes nothing. */
  async recheck(countyId: string, agencyId: string, year: number): Promise<void> {
    const judged = await this.database.transaction(async (transaction) => {
      await this.lock(transaction, countyId, agencyId);
      const report = await standingReport(transaction, countyId, agencyId, year);
      if (!report) return undefined;
      const { reading, ...bare } = report;
      const judgement = await this.judge(transaction, countyId, agencyId, bare, reading);
      await transaction.delete(FindingEntity, { countyId, reportId: report.id });
      await transaction.update(
        ReportEntity,
        { countyId, id: report.id },
        { judgedUnder: judgement.pending, judgedWith: [...judgement.judgedWith] },
      );
      await this.keep(transaction, { countyId, agencyId, year, reportId: report.id }, judgement);
      return { id: report.id, judgement };
    });
    if (judged) await this.settle({ countyId, agencyId, year, ...judged });
  }

  /**
   * Calls a judgement final once it is stored. Two reports judged at the same moment do not see each other; whoever is stored second finds the first here
   * and is judged once more. A judgement that was never called final, because the program ended before, is made again by the sweeper.
   */
  async settle({ countyId, agencyId, year, id, judgement }: Omit<StoredVersion, 'version'>): Promise<void> {
    const isSettled = await settleCopies(this.database, { countyId, agencyId, year, reportId: id }, judgement);
    if (!isSettled) await this.recheck(countyId, agencyId, year);
  }

  private async judge(
    transaction: EntityManager,
    countyId: string,
    agencyId: string,
    report: Report & { id: string },
    reading: KeptReading,
  ): Promise<Judgement> {
    const { settings, mark } = await this.rules.inForce(transaction, countyId);
    const { checked, sketch, lookedAt, judgedWith } = await checkedWithCopies(transaction, countyId, agencyId, report, reading);
    const { findings } = checkReport(checked, settings);
    const kept = findings.map((finding) => ({
      finding,
      key: findingKey(finding),
      fingerprint: findingFingerprint(finding, report.figures),
    }));
    return { findings: kept, sketch, lookedAt, judgedWith, pending: `pending:${uuid()}`, mark };
  }

  /** Puts the findings and the sketch of a judgement beside its report. */
  private async keep(transaction: EntityManager, place: SketchedReport, { findings, sketch }: Judgement): Promise<void> {
    await keepSketch(transaction, place, sketch);
    if (findings.length === 0) return;
    const { countyId, reportId } = place;
    await transaction.insert(
      FindingEntity,
      findings.map(({ finding, key, fingerprint }, at) => ({
        ...{ countyId, reportId, place: at, severity: finding.severity, key, fingerprint },
        finding: finding as never,
      })),
    );
  }

  /** A submission is given up its place among the waiting, for a reason people are told. Only one that is still under way. */
  async end(countyId: string, submissionId: string, change: Partial<SubmissionEntity>): Promise<boolean> {
    const { affected } = await this.database
      .createQueryBuilder()
      .update(SubmissionEntity)
      .set({ ...change, finishedAt: this.clock.now() })
      .where(`county_id = :countyId and id = :submissionId and status in ('received', 'reading')`, { countyId, submissionId })
      .execute();
    return affected === 1;
  }
}
