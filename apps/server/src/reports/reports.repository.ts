import { Injectable } from '@nestjs/common';
import {
  checkReport,
  type CheckedReport,
  type EarlierReport,
  type Finding,
  type ReadingSigns,
  type ReportText,
} from '@mingshu/report-checks';
import { figureGaps, figuresOf, type Report, type ReportReading } from '@mingshu/report-format';
import { READER_VERSION } from '@mingshu/report-reader';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { AuditService } from '../audit/audit.service';
import { Clock } from '../config/clock';
import { FindingEntity, ReadingEntity, ReportEntity, SubmissionEntity, WaitingReadingEntity } from '../database/entities';
import { RoundsService } from '../rounds/rounds.service';

type CheckedAgencyRow = NonNullable<CheckedReport['agency']> & { aliases: string[] };
type KeptReading = Omit<ReadingEntity, 'countyId' | 'reportId' | 'readerVersion' | 'unclearCount'>;

/** A stored reading's prose, as checks need it. */
const textOf = ({ sections, opening, headings }: KeptReading): ReportText => ({
  parts: { ...sections, ...(opening === null ? {} : { opening }) },
  ...(headings ? { headings } : {}),
});

const signsOf = ({ editionPresumed, figures, agencySigns, yearSigns, remarks }: KeptReading): ReadingSigns => ({
  editionPresumed,
  figures,
  agency: agencySigns,
  year: yearSigns,
  remarks,
});

/** A submission whose document says what an agency reports for a year. */
export interface ReportPlace {
  readonly countyId: string;
  readonly submissionId: string;
  readonly agencyId: string;
  readonly year: number;
  readonly receivedAt: Date;
  readonly userId: string | null;
}

/** What was read: versions, readings, findings. */
@Injectable()
export class ReportsRepository {
  constructor(
    private readonly database: DataSource,
    private readonly rounds: RoundsService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** The standing report of an agency for a year, as checks need it. */
  async standing(
    database: Pick<EntityManager, 'query'>,
    countyId: string,
    agencyId: string,
    year: number,
  ): Promise<(Report & { id: string }) | undefined> {
    const [found] = await database.query<(Report & { id: string })[]>(
      'select id, year, edition, figures from report where county_id = $1 and agency_id = $2 and year = $3 and stands',
      [countyId, agencyId, year],
    );
    return found;
  }

  /**
   * All of a report or nothing: version, reading, findings, status, audit. The fence comes first: whoever comes second finds the submission no longer
   * under way and leaves everything as it is. @returns whether this call stored it.
   */
  async save(place: ReportPlace, reading: ReportReading, sentence: string): Promise<boolean> {
    const { countyId, submissionId, agencyId, year, receivedAt } = place;
    const figures = figuresOf(reading);
    const gaps = figureGaps(reading.edition, figures);
    if (gaps.missing.length > 0 || gaps.foreign.length > 0)
      throw new Error(`figures of ${submissionId} are not those of edition ${reading.edition}`);
    return this.database.transaction(async (transaction) => {
      const fence = await transaction.query<[unknown[], number]>(
        `update submission set status = 'read', reason = null, sentence = $3, agency_id = $4, year = $5, read_agency = $6, read_year = $7, finished_at = $8
          where county_id = $1 and id = $2 and status in ('received', 'reading', 'unassigned')`,
        [countyId, submissionId, sentence, agencyId, year, reading.agency.value, reading.year.value, this.clock.now()],
      );
      if (fence[1] !== 1) return false;
      // Versions of one agency and year are counted one after another.
      await transaction.query('select 1 from agency where county_id = $1 and id = $2 for update', [countyId, agencyId]);
      const [{ version }] = await transaction.query<[{ version: number }]>(
        'select coalesce(max(version), 0)::int + 1 as version from report where county_id = $1 and agency_id = $2 and year = $3',
        [countyId, agencyId, year],
      );
      await transaction.query('update report set stands = false where county_id = $1 and agency_id = $2 and year = $3 and stands', [
        countyId,
        agencyId,
        year,
      ]);
      await this.rounds.ensure(transaction, countyId, year);
      const id = uuid();
      await transaction.insert(ReportEntity, {
        countyId,
        id,
        agencyId,
        year,
        version,
        stands: true,
        submissionId,
        edition: reading.edition,
        figures: figures as never,
        receivedAt,
      });
      await transaction.insert(ReadingEntity, {
        countyId,
        reportId: id,
        readerVersion: READER_VERSION,
        editionPresumed: reading.editionPresumed,
        figures: reading.figures as never,
        agencySigns: reading.agency.signs as never,
        yearSigns: reading.year.signs as never,
        remarks: reading.remarks as never,
        sections: reading.sections as never,
        extensions: (reading.extensions ?? []) as never,
        acceptance: (reading.acceptance ?? null) as never,
        opening: reading.opening ?? null,
        headings: (reading.headings ?? null) as never,
        unclearCount: Object.values(reading.figures).filter((figure) => figure.state === 'unread').length,
      });
      await this.judge(transaction, countyId, agencyId, { id, year, edition: reading.edition, figures });
      await transaction.delete(WaitingReadingEntity, { countyId, submissionId });
      await this.audit.write(transaction, { countyId, userId: place.userId }, 'store-report', { submissionId, agencyId, year, version });
      return true;
    });
  }

  /** Judges the standing report of a year again, after last year's changed. Doing it twice changes nothing. */
  async recheck(countyId: string, agencyId: string, year: number): Promise<void> {
    await this.database.transaction(async (transaction) => {
      await transaction.query('select 1 from agency where county_id = $1 and id = $2 for update', [countyId, agencyId]);
      const report = await this.standing(transaction, countyId, agencyId, year);
      if (report) await this.judge(transaction, countyId, agencyId, report);
    });
  }

  /** All that checks may look at: the report, who files it, its prose and what reading noticed, last year's report with its prose. */
  async checked(
    database: Pick<EntityManager, 'query'>,
    countyId: string,
    agencyId: string,
    report: Report & { id: string },
  ): Promise<CheckedReport> {
    const agencies = await database.query<(CheckedAgencyRow & { id: string })[]>(
      `select a.id, a.name, a.kind, a.aliases, c.name as county from agency a join county c on c.id = a.county_id where a.county_id = $1`,
      [countyId],
    );
    const agency = agencies.find(({ id }) => id === agencyId);
    const reading = await this.readingOf(database, countyId, report.id);
    const lastYear = await this.standing(database, countyId, agencyId, report.year - 1);
    const lastText = lastYear && (await this.readingOf(database, countyId, lastYear.id));
    const earlier: EarlierReport | undefined = lastYear && { ...lastYear, ...(lastText ? { text: textOf(lastText) } : {}) };
    return {
      report,
      ...(earlier ? { lastYear: earlier } : {}),
      ...(agency ? { agency } : {}),
      ...(reading ? { text: textOf(reading), reading: signsOf(reading) } : {}),
      otherAgencies: agencies.filter(({ id }) => id !== agencyId).flatMap(({ name, aliases }) => [name, ...aliases]),
    };
  }

  private async readingOf(database: Pick<EntityManager, 'query'>, countyId: string, reportId: string): Promise<KeptReading | undefined> {
    const [found] = await database.query<KeptReading[]>(
      `select edition_presumed as "editionPresumed", figures, agency_signs as "agencySigns", year_signs as "yearSigns", remarks, sections, opening, headings
         from reading where county_id = $1 and report_id = $2`,
      [countyId, reportId],
    );
    return found;
  }

  private async judge(
    transaction: EntityManager,
    countyId: string,
    agencyId: string,
    report: Report & { id: string },
  ): Promise<readonly Finding[]> {
    const { findings } = checkReport(await this.checked(transaction, countyId, agencyId, report));
    await transaction.delete(FindingEntity, { countyId, reportId: report.id });
    if (findings.length > 0) {
      await transaction.insert(
        FindingEntity,
        findings.map((finding, place) => ({ countyId, reportId: report.id, place, severity: finding.severity, finding: finding as never })),
      );
    }
    return findings;
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
