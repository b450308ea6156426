import { Injectable } from '@nestjs/common';
import {
  checkReport,
  findingFingerprint,
  findingKey,
  type CheckedReport,
  type EarlierReport,
  type ReadingSigns,
  type ReportText,
  type TextSketch,
} from '@mingshu/report-checks';
import { figureGaps, figuresOf, type CellCode, type Report, type ReportReading, type VersionOrigin } from '@mingshu/report-format';
import { READER_VERSION } from '@mingshu/report-reader';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { AuditService } from '../audit/audit.service';
import { Clock } from '../config/clock';
import { FindingEntity, ReadingEntity, ReportEntity, SubmissionEntity, WaitingReadingEntity } from '../database/entities';
import { RoundsService } from '../rounds/rounds.service';
import { RulesService } from '../rules/rules.service';
import { lineageOfReport } from './lineage-of-report';
import { askCopiesAgain, keepSketch, possibleCopies, sketchOf } from './possible-copies';

type CheckedAgencyRow = NonNullable<CheckedReport['agency']> & { aliases: string[] };
type KeptReading = Omit<ReadingEntity, 'countyId' | 'reportId' | 'readerVersion' | 'unclearCount' | 'settlements'>;

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

/** What a version holds besides its place: edition, readings of all cells, and what is known of their reading. */
export type VersionContent = Pick<ReportEntity, 'edition'> & Omit<ReadingEntity, 'countyId' | 'reportId' | 'unclearCount'>;

/** How a version comes to be, who makes it and why, and which version taking it back would restore. */
export interface VersionDeed {
  readonly origin: VersionOrigin;
  readonly basedOn: number | null;
  readonly userId: string | null;
  readonly reason?: string | null;
}

/** What a report was judged by: `lookedAt` names the reports of others, `mark` the state of the rules, `pending` this very judgement until it is final. */
export interface Judgement {
  readonly sketch: TextSketch;
  readonly lookedAt: readonly string[];
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
    const { countyId, submissionId, agencyId, year } = place;
    const stored = await this.database.transaction(async (transaction) => {
      const fence = await transaction.query<[unknown[], number]>(
        `update submission set status = 'read', reason = null, sentence = $3, agency_id = $4, year = $5, read_agency = $6, read_year = $7, finished_at = $8
          where county_id = $1 and id = $2 and status in ('received', 'reading', 'unassigned')`,
        [countyId, submissionId, sentence, agencyId, year, reading.agency.value, reading.year.value, this.clock.now()],
      );
      if (fence[1] !== 1) return undefined;
      const made = await this.addVersion(transaction, place, readContent(reading), { origin: 'read', basedOn: null, userId: null });
      await transaction.delete(WaitingReadingEntity, { countyId, submissionId });
      const { version } = made;
      await this.audit.write(transaction, { countyId, userId: place.userId }, 'store-report', { submissionId, agencyId, year, version });
      return made;
    });
    if (stored) await this.settle(stored);
    return stored !== undefined;
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
    await transaction.query('update report set stands = false where county_id = $1 and agency_id = $2 and year = $3 and stands', [
      countyId,
      agencyId,
      year,
    ]);
    await this.rounds.ensure(transaction, countyId, year);
    const id = uuid();
    const { edition, ...reading } = content;
    await transaction.insert(ReportEntity, {
      ...{ countyId, id, agencyId, year, version, stands: true, submissionId, edition, receivedAt, origin, basedOn, reason },
      figures: figures as never,
      madeBy: userId,
      madeAt: origin === 'read' ? null : this.clock.now(),
    });
    await transaction.insert(ReadingEntity, { countyId, reportId: id, ...reading, unclearCount: unclearIn(content) } as never);
    const judgement = await this.judge(transaction, countyId, agencyId, { id, year, edition, figures });
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
      const report = await this.standing(transaction, countyId, agencyId, year);
      return report && { id: report.id, judgement: await this.judge(transaction, countyId, agencyId, report) };
    });
    if (judged) await this.settle({ countyId, agencyId, year, ...judged });
  }

  /**
   * Calls a judgement final once it is stored. Two reports judged at the same moment do not see each other; whoever is stored second finds the first here
   * and is judged once more. A judgement that was never called final, because the program ended before, is made again by the sweeper.
   */
  async settle({ countyId, agencyId, year, id, judgement }: Omit<StoredVersion, 'version'>): Promise<void> {
    const { sketch, lookedAt, pending, mark } = judgement;
    const meanwhile = await possibleCopies(this.database, { countyId, agencyId, year }, sketch, lookedAt);
    if (meanwhile.copies.length > 0) return this.recheck(countyId, agencyId, year);
    await this.database.query('update report set judged_under = $4 where county_id = $1 and id = $2 and judged_under = $3', [
      countyId,
      id,
      pending,
      mark,
    ]);
    await askCopiesAgain(this.database, countyId, agencyId, year);
  }

  /** All that checks may look at: the report, who files it, its prose and what reading noticed, last year's report with its prose. */
  async checked(
    database: Pick<EntityManager, 'query'>,
    countyId: string,
    agencyId: string,
    report: Report & { id: string },
  ): Promise<CheckedReport> {
    const agencies = await database.query<(CheckedAgencyRow & { id: string; firstYear: number | null; lastYear: number | null })[]>(
      `select a.id, a.name, a.kind, a.aliases, a.first_year as "firstYear", a.last_year as "lastYear", c.name as county from agency a join county c on c.id = a.county_id where a.county_id = $1`,
      [countyId],
    );
    const agency = agencies.find(({ id }) => id === agencyId);
    const reading = await this.readingOf(database, countyId, report.id);
    const yearBefore = (id: string) => this.earlier(database, countyId, id, report.year - 1);
    const earlier = await yearBefore(agencyId);
    const lineage = await lineageOfReport(database, countyId, { agencyId, year: report.year }, agencies, yearBefore);
    return {
      report,
      ...(earlier ? { lastYear: earlier } : {}),
      ...(lineage ? { lineage } : {}),
      ...(agency ? { agency } : {}),
      ...(reading ? { text: textOf(reading), reading: signsOf(reading) } : {}),
      otherAgencies: agencies.filter(({ id }) => id !== agencyId).flatMap(({ name, aliases }) => [name, ...aliases]),
    };
  }

  /** The same with the texts of this year's reports that may be copies. */
  async checkedWithCopies(
    database: Pick<EntityManager, 'query'>,
    countyId: string,
    agencyId: string,
    report: Report & { id: string },
  ): Promise<{ checked: CheckedReport; sketch: TextSketch; lookedAt: readonly string[] }> {
    const checked = await this.checked(database, countyId, agencyId, report);
    const sketch = sketchOf(checked);
    const { copies, reportIds } = await possibleCopies(database, { countyId, agencyId, year: report.year }, sketch);
    return { checked: { ...checked, possibleCopies: copies }, sketch, lookedAt: reportIds };
  }

  private async earlier(
    database: Pick<EntityManager, 'query'>,
    countyId: string,
    agencyId: string,
    year: number,
  ): Promise<EarlierReport | undefined> {
    const report = await this.standing(database, countyId, agencyId, year);
    const reading = report && (await this.readingOf(database, countyId, report.id));
    return report && { ...report, ...(reading ? { text: textOf(reading) } : {}) };
  }

  private async readingOf(database: Pick<EntityManager, 'query'>, countyId: string, reportId: string): Promise<KeptReading | undefined> {
    const [found] = await database.query<KeptReading[]>(
      `select edition_presumed as "editionPresumed", figures, agency_signs as "agencySigns", year_signs as "yearSigns", remarks, sections, opening, headings
         from reading where county_id = $1 and report_id = $2`,
      [countyId, reportId],
    );
    return found;
  }

  private async judge(transaction: EntityManager, countyId: string, agencyId: string, report: Report & { id: string }): Promise<Judgement> {
    const { settings, mark } = await this.rules.inForce(transaction, countyId);
    const { checked, sketch, lookedAt } = await this.checkedWithCopies(transaction, countyId, agencyId, report);
    await keepSketch(transaction, { countyId, agencyId, year: report.year, reportId: report.id }, sketch);
    const { findings } = checkReport(checked, settings);
    await transaction.delete(FindingEntity, { countyId, reportId: report.id });
    if (findings.length > 0) {
      await transaction.insert(
        FindingEntity,
        findings.map((finding, place) => ({
          countyId,
          reportId: report.id,
          place,
          severity: finding.severity,
          finding: finding as never,
          key: findingKey(finding),
          fingerprint: findingFingerprint(finding, report.figures),
        })),
      );
    }
    const pending = `pending:${uuid()}`;
    await transaction.update(ReportEntity, { countyId, id: report.id }, { judgedUnder: pending });
    return { sketch, lookedAt, pending, mark };
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
