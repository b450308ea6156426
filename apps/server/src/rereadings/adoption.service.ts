import { InjectQueue } from '@nestjs/bullmq';
import { Injectable } from '@nestjs/common';
import type { Adopted, Adoption } from '@mingshu/contracts';
import { keepSettled } from '@mingshu/report-format';
import type { Queue } from 'bullmq';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service';
import { ReadingEntity, RereadDocumentEntity, ReportEntity } from '../database/entities';
import { AppError } from '../http/app-error';
import type { Scope } from '../identity/scope';
import { RECHECKS } from '../queues/queues';
import { queueNextYear } from '../reports/queue-next-year';
import { readContent, ReportsRepository } from '../reports/reports.repository';
import { isTouchedByPerson } from './touched-by-person';

/** Takes new readings over, each as a version of its own. Cells that a person has settled stay as they are. */
@Injectable()
export class AdoptionService {
  constructor(
    private readonly database: DataSource,
    private readonly reports: ReportsRepository,
    private readonly audit: AuditService,
    @InjectQueue(RECHECKS) private readonly rechecks: Queue,
  ) {}

  /**
   * One document's new reading, or those of all reports no person has touched. `left`: reports that changed since they were compared.
   * @throws AppError rereading-not-adoptable where the one asked for can no longer be taken over.
   */
  async adopt(scope: Scope, rereadingId: string, { submissionId }: Adoption): Promise<Adopted> {
    const { countyId } = scope;
    const asked = await this.database.getRepository(RereadDocumentEntity).find({
      select: { submissionId: true },
      where: { countyId, rereadingId, ...(submissionId ? { submissionId } : { state: 'changed' as const }) },
    });
    let taken = 0;
    for (const one of asked) if (await this.adoptOne(scope, rereadingId, one.submissionId, submissionId !== undefined)) taken += 1;
    if (submissionId && taken === 0) throw new AppError('rereading-not-adoptable', 409);
    return { taken, left: asked.length - taken };
  }

  private async adoptOne(scope: Scope, rereadingId: string, submissionId: string, isAskedFor: boolean): Promise<boolean> {
    const { countyId } = scope;
    const made = await this.database.transaction(async (transaction) => {
      const row = await transaction.findOne(RereadDocumentEntity, {
        where: { countyId, rereadingId, submissionId },
        lock: { mode: 'pessimistic_write' },
      });
      if (!row?.reading || !row.reportId || !['changed', ...(isAskedFor ? ['settled'] : [])].includes(row.state)) return undefined;
      const first = await transaction.findOneByOrFail(ReportEntity, { countyId, id: row.reportId });
      await this.reports.lock(transaction, countyId, first.agencyId);
      const report = await transaction.findOneByOrFail(ReportEntity, { countyId, id: row.reportId });
      const isFree = report.stands && (isAskedFor || !(await isTouchedByPerson(transaction, countyId, report.id)));
      if (!isFree) {
        await this.mark(transaction, row, report.stands ? 'settled' : 'superseded', '比较之后这份报告又有变化，没有采用。');
        return undefined;
      }
      const stored = await transaction.findOneByOrFail(ReadingEntity, { countyId, reportId: report.id });
      const content = { ...readContent(row.reading), ...keepSettled(row.reading, stored) };
      const reason = `采用新版识读程序的结果（${row.changes.length} 格不同）`;
      const version = await this.reports.addVersion(transaction, report, content, {
        origin: 'reread',
        basedOn: report.version,
        userId: scope.userId,
        reason,
      });
      await this.mark(transaction, row, 'taken', `已采用，形成第 ${version.version} 版。`);
      const { agencyId, year } = report;
      await this.audit.write(transaction, scope, 'adopt-reading', { rereadingId, submissionId, agencyId, year, version: version.version });
      return version;
    });
    if (!made) return false;
    await this.reports.settle(made);
    await queueNextYear(this.database, this.rechecks, made);
    return true;
  }

  private async mark(
    transaction: EntityManager,
    { countyId, rereadingId, submissionId }: RereadDocumentEntity,
    state: RereadDocumentEntity['state'],
    sentence: string,
  ): Promise<void> {
    await transaction.update(RereadDocumentEntity, { countyId, rereadingId, submissionId }, { state, sentence });
  }
}
