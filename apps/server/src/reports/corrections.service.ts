import { InjectQueue } from '@nestjs/bullmq';
import { Injectable } from '@nestjs/common';
import type { Correction, ManualEntry, Undoing } from '@mingshu/contracts';
import { cellsOf, figureFault, settled, type CellCode, type Figure, type FigureReading } from '@mingshu/report-format';
import type { Queue } from 'bullmq';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service';
import { Clock } from '../config/clock';
import { ReadingEntity, ReportEntity, SubmissionEntity } from '../database/entities';
import { AppError, reportNotFound } from '../http/app-error';
import type { Scope } from '../identity/scope';
import { RECHECKS } from '../queues/queues';
import { queueNextYear } from './queue-next-year';
import { ReportsRepository, type StoredVersion, type VersionContent } from './reports.repository';

interface StandingVersion {
  readonly report: ReportEntity;
  readonly content: VersionContent;
}

/** What persons do to the figures of a report. Every deed makes a version or settles cells of one; nothing that was read is overwritten. */
@Injectable()
export class CorrectionsService {
  constructor(
    private readonly database: DataSource,
    private readonly reports: ReportsRepository,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    @InjectQueue(RECHECKS) private readonly rechecks: Queue,
  ) {}

  /**
   * Corrects and confirms cells of the version that stands. Figures change by making the next version of the same document; confirming alone makes none.
   * @throws AppError version-changed where another version stands meanwhile, with its number, maker and time; figure-not-possible with the cells.
   */
  async correct(scope: Scope, agencyId: string, year: number, asked: Correction): Promise<void> {
    const made = await this.database.transaction(async (transaction) => {
      const { report, content } = await this.standing(transaction, scope, agencyId, year, asked.basedOn);
      refuseImpossible(report.edition, [...asked.changes, ...asked.confirmed.map((cell) => ({ cell, figure: 'unread' as const }))]);
      const changes = asked.changes
        .filter(({ cell, figure }) => report.figures[cell] !== figure)
        .map((change) => ({ ...change, reason: change.reason || asked.reason }));
      if (changes.some(({ reason }) => reason === '')) throw new AppError('reason-required', 400);
      // A figure typed as it stands is a confirmation of it.
      const confirmed = [
        ...asked.confirmed,
        ...asked.changes.map(({ cell }) => cell).filter((cell) => !changes.some((one) => one.cell === cell)),
      ];
      if (changes.length + confirmed.length === 0) throw new AppError('nothing-to-save', 400);
      const after = settled(content, { changes, confirmed, by: scope.userName, at: this.now() });
      const details = {
        agencyId,
        year,
        basedOn: report.version,
        changes: changes.map(({ cell, figure, reason }) => ({ cell, before: report.figures[cell], after: figure, reason })),
        confirmed,
      };
      if (changes.length === 0) {
        const unclearCount = cellsOf(report.edition).filter(
          (cell) => after.figures[cell]?.state === 'unread' && !after.settlements[cell],
        ).length;
        await transaction.update(
          ReadingEntity,
          { countyId: scope.countyId, reportId: report.id },
          { settlements: after.settlements as never, unclearCount },
        );
        await this.audit.write(transaction, scope, 'confirm-cells', details);
        return undefined;
      }
      const stored = await this.reports.addVersion(
        transaction,
        report,
        { ...content, ...after },
        { origin: 'corrected', basedOn: report.version, userId: scope.userId, reason: asked.reason },
      );
      await this.audit.write(transaction, scope, 'correct-report', { ...details, version: stored.version });
      return stored;
    });
    if (made) await this.follow(made);
  }

  /** Takes the last correction back: what it was based on stands again, as a version of its own, so that this too can be seen. */
  async undo(scope: Scope, agencyId: string, year: number, { basedOn, reason }: Undoing): Promise<void> {
    const made = await this.database.transaction(async (transaction) => {
      const { report } = await this.standing(transaction, scope, agencyId, year, basedOn);
      if (report.basedOn === null) throw new AppError('nothing-to-undo', 409);
      const before = await transaction.findOneByOrFail(ReportEntity, { countyId: scope.countyId, agencyId, year, version: report.basedOn });
      const content = await this.contentOf(transaction, before);
      const stored = await this.reports.addVersion(transaction, before, content, {
        origin: 'undone',
        basedOn: before.basedOn,
        userId: scope.userId,
        reason,
      });
      await this.audit.write(transaction, scope, 'undo-correction', {
        agencyId,
        year,
        undone: report.version,
        restored: before.version,
        version: stored.version,
        reason,
      });
      return stored;
    });
    await this.follow(made);
  }

  /** Stores a report that a person typed beside its document. @returns whether it did: only a document that no report was read from. */
  async enter(scope: Scope, submission: SubmissionEntity, entry: ManualEntry, sentence: string): Promise<boolean> {
    const { agencyId, year, edition, reason } = entry;
    refuseImpossible(edition, entry.figures);
    const made = await this.database.transaction(async (transaction) => {
      const [, count] = await transaction.query<[unknown[], number]>(
        `update submission set status = 'read', reason = null, sentence = $3, agency_id = $4, year = $5, is_assigned = true, finished_at = $6
          where county_id = $1 and id = $2 and status in ('unreadable', 'quarantined', 'not_a_report', 'unassigned')`,
        [scope.countyId, submission.id, sentence, agencyId, year, this.clock.now()],
      );
      if (count !== 1) return undefined;
      await transaction.query('delete from waiting_reading where county_id = $1 and submission_id = $2', [scope.countyId, submission.id]);
      const none = Object.fromEntries(
        cellsOf(edition).map((cell) => [cell, { state: 'unread', why: 'not_found' } satisfies FigureReading]),
      );
      const changes = entry.figures.filter(({ figure }) => figure !== 'unread').map((one) => ({ ...one, reason }));
      const after = settled({ figures: none, settlements: {} }, { changes, confirmed: [], by: scope.userName, at: this.now() });
      const content: VersionContent = {
        edition,
        readerVersion: '',
        editionPresumed: false,
        agencySigns: [],
        yearSigns: [],
        remarks: [],
        sections: {},
        extensions: [],
        acceptance: null,
        opening: null,
        headings: null,
        ...after,
      };
      const place = { countyId: scope.countyId, submissionId: submission.id, agencyId, year, receivedAt: submission.receivedAt };
      const stored = await this.reports.addVersion(transaction, place, content, {
        origin: 'entered',
        basedOn: null,
        userId: scope.userId,
        reason,
      });
      await this.audit.write(transaction, scope, 'enter-report', {
        submissionId: submission.id,
        agencyId,
        year,
        version: stored.version,
        cells: changes.length,
      });
      return stored;
    });
    if (made) await this.follow(made);
    return made !== undefined;
  }

  private async follow(made: StoredVersion): Promise<void> {
    await this.reports.settle(made);
    await queueNextYear(this.database, this.rechecks, made);
  }

  /** The version that stands, held until this transaction ends. */
  private async standing(
    transaction: EntityManager,
    { countyId }: Scope,
    agencyId: string,
    year: number,
    basedOn: number,
  ): Promise<StandingVersion> {
    await this.reports.lock(transaction, countyId, agencyId);
    const report = await transaction.findOneBy(ReportEntity, { countyId, agencyId, year, stands: true });
    if (!report) throw reportNotFound({ agencyId, year });
    if (report.version !== basedOn) {
      const [{ name } = { name: null }] = await transaction.query<{ name: string | null }[]>(
        'select name from app_user where county_id = $1 and id = $2',
        [countyId, report.madeBy],
      );
      throw new AppError('version-changed', 409, {
        version: report.version,
        by: name,
        at: (report.madeAt ?? report.receivedAt).toISOString(),
      });
    }
    return { report, content: await this.contentOf(transaction, report) };
  }

  private async contentOf(transaction: EntityManager, { countyId, id, edition }: ReportEntity): Promise<VersionContent> {
    const {
      countyId: _county,
      reportId: _report,
      unclearCount: _count,
      ...reading
    } = await transaction.findOneByOrFail(ReadingEntity, { countyId, reportId: id });
    return { edition, ...reading };
  }

  private now(): string {
    return this.clock.now().toISOString();
  }
}

/** @throws AppError figure-not-possible with every cell that is not of the edition or whose number the form does not allow. */
function refuseImpossible(edition: ReportEntity['edition'], given: readonly { cell: CellCode; figure: Figure }[]): void {
  const own = new Set<CellCode>(cellsOf(edition));
  const cells = given.flatMap(({ cell, figure }) => {
    const fault = own.has(cell) ? figureFault(cell, figure) : 'not-of-edition';
    return fault ? [{ cell, fault }] : [];
  });
  if (cells.length > 0) throw new AppError('figure-not-possible', 400, { cells });
}
