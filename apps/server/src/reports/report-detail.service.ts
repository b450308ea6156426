import { Injectable } from '@nestjs/common';
import { checkReport } from '@mingshu/report-checks';
import type { ReportDetail } from '@mingshu/contracts';
import { DataSource } from 'typeorm';
import { AgencyEntity, FindingEntity, ReadingEntity, ReportEntity } from '../database/entities';
import { forbidden, reportNotFound } from '../http/app-error';
import type { Scope } from '../identity/scope';
import { RulesService } from '../rules/rules.service';
import { carryOver } from './carry-over';
import { checkedWithCopies } from './checked-report';

/** Everything about one agency's report of one year. */
@Injectable()
export class ReportDetailService {
  constructor(
    private readonly database: DataSource,
    private readonly rules: RulesService,
  ) {}

  /** @throws AppError report-not-found; forbidden for a township that asks for another's. */
  async detail({ countyId, agencyId: own }: Scope, agencyId: string, year: number, version?: number): Promise<ReportDetail> {
    if (own && own !== agencyId) throw forbidden();
    const where = { countyId, agencyId, year, ...(version === undefined ? { stands: true } : { version }) };
    const isId = /^[0-9a-f-]{36}$/i.test(agencyId);
    const report = isId ? await this.database.getRepository(ReportEntity).findOneBy(where) : null;
    if (!report) throw reportNotFound({ agencyId, year });
    const [agency, reading, findings, versions, years] = await Promise.all([
      this.database.getRepository(AgencyEntity).findOneByOrFail({ countyId, id: agencyId }),
      this.database.getRepository(ReadingEntity).findOneByOrFail({ countyId, reportId: report.id }),
      this.database.getRepository(FindingEntity).find({ where: { countyId, reportId: report.id }, order: { place: 'ASC' } }),
      this.versions(countyId, agencyId, year),
      this.database.query<{ year: number }[]>('select year from report where county_id = $1 and agency_id = $2 and stands order by year', [
        countyId,
        agencyId,
      ]),
    ]);
    const { settings } = await this.rules.inForce(this.database.manager, countyId);
    const { checked } = await checkedWithCopies(this.database.manager, countyId, agencyId, report, reading);
    const { verdicts, untested, switchedOff } = checkReport(checked, settings);
    const count = (outcome: string) => verdicts.filter((verdict) => verdict.outcome === outcome).length;
    return {
      agency: { id: agency.id, name: agency.name, kind: agency.kind, code: agency.code },
      year,
      version: report.version,
      stands: report.stands,
      edition: report.edition,
      editionPresumed: reading.editionPresumed,
      figures: reading.figures,
      settlements: reading.settlements,
      findings: findings.map(({ finding }) => finding),
      verdicts: { holds: count('holds'), broken: count('broken'), notAssessable: count('not_assessable') },
      untested: [...untested],
      switchedOff: [...switchedOff],
      remarks: [...reading.remarks],
      extensions: [...reading.extensions],
      acceptance: reading.acceptance,
      sections: { ...(reading.sections as Record<string, string>), ...(reading.opening === null ? {} : { opening: reading.opening }) },
      agencySigns: reading.agencySigns,
      yearSigns: reading.yearSigns,
      readerVersion: reading.readerVersion,
      versions,
      years: years.map((one) => one.year),
      carryOver: await carryOver(this.database, countyId, agencyId),
    };
  }

  private versions(countyId: string, agencyId: string, year: number): Promise<ReportDetail['versions']> {
    return this.database.query(
      `select r.version, r.submission_id as "submissionId", s.file_name as "fileName", to_char(r.received_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "receivedAt", r.stands,
              r.origin, r.based_on as "basedOn", u.name as "madeBy", to_char(r.made_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "madeAt", r.reason,
              (select count(*)::int from finding f where f.county_id = r.county_id and f.report_id = r.id and f.severity = 'error') as "errorCount"
         from report r join submission s on s.county_id = r.county_id and s.id = r.submission_id left join app_user u on u.county_id = r.county_id and u.id = r.made_by
        where r.county_id = $1 and r.agency_id = $2 and r.year = $3 order by r.version desc`,
      [countyId, agencyId, year],
    );
  }
}
