import { Injectable } from '@nestjs/common';
import type { CellChangeRecord, Review } from '@mingshu/contracts';
import { cellsOf, figureAt, type Figures } from '@mingshu/report-format';
import { DataSource } from 'typeorm';
import { ReadingEntity, ReportEntity } from '../database/entities';
import type { Scope } from '../identity/scope';
import { checkedReport } from './checked-report';
import { ReportDetailService } from './report-detail.service';

interface VersionRow extends Pick<CellChangeRecord, 'version' | 'origin' | 'by' | 'at'> {
  readonly figures: Figures;
  readonly reason: string | null;
  readonly edition: '2019' | '2021';
  readonly reasons: Record<string, string>;
}

const yearsBack = 5;

/** What a person needs to hold a report against its original. */
@Injectable()
export class ReviewService {
  constructor(
    private readonly database: DataSource,
    private readonly details: ReportDetailService,
  ) {}

  /** @throws AppError report-not-found; forbidden for a township that asks for another's. */
  async review(scope: Scope, agencyId: string, year: number, version?: number): Promise<Review> {
    const report = await this.details.detail(scope, agencyId, year, version);
    const own = report.versions.find((one) => one.version === report.version)!;
    const [past, changes, checked] = await Promise.all([
      this.past(scope, agencyId, year),
      this.changes(scope, agencyId, year),
      this.checked(scope, agencyId, year, report.version),
    ]);
    return { report, document: { submissionId: own.submissionId, fileName: own.fileName }, past, changes, checked };
  }

  private past({ countyId }: Scope, agencyId: string, year: number): Promise<Review['past']> {
    return this.database.query(
      'select year, edition, version, figures from report where county_id = $1 and agency_id = $2 and year between $3 and $4 and stands order by year',
      [countyId, agencyId, year - yearsBack, year - 1],
    );
  }

  private async checked({ countyId }: Scope, agencyId: string, year: number, version: number): Promise<Review['checked']> {
    const found = await this.database.getRepository(ReportEntity).findOneByOrFail({ countyId, agencyId, year, version });
    const reading = await this.database.getRepository(ReadingEntity).findOneByOrFail({ countyId, reportId: found.id });
    const { report: _report, ...around } = (await checkedReport(this.database.manager, countyId, agencyId, found, reading)).checked;
    return around;
  }

  /** Every cell that differs between a version and the one before it, newest first. */
  private async changes({ countyId }: Scope, agencyId: string, year: number): Promise<CellChangeRecord[]> {
    const rows = await this.database.query<VersionRow[]>(
      `select r.version, r.origin, r.edition, r.figures, r.reason, u.name as by,
              to_char(coalesce(r.made_at, r.received_at) at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at,
              (select coalesce(jsonb_object_agg(key, value -> 'reason'), '{}') from jsonb_each(g.settlements)) as reasons
         from report r join reading g on g.county_id = r.county_id and g.report_id = r.id left join app_user u on u.county_id = r.county_id and u.id = r.made_by
        where r.county_id = $1 and r.agency_id = $2 and r.year = $3 order by r.version`,
      [countyId, agencyId, year],
    );
    return rows
      .flatMap((row, place) => {
        const before = rows[place - 1];
        if (!before || before.edition !== row.edition) return [];
        return cellsOf(row.edition).flatMap((cell): CellChangeRecord[] => {
          const [was, is] = [figureAt(before.figures, cell), figureAt(row.figures, cell)];
          if (was === is) return [];
          const reason = (row.origin === 'corrected' ? row.reasons[cell] : undefined) ?? row.reason ?? '';
          return [{ version: row.version, cell, before: was, after: is, origin: row.origin, by: row.by, at: row.at, reason }];
        });
      })
      .reverse();
  }
}
