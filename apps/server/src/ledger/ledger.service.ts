import { Injectable } from '@nestjs/common';
import type { Ledger, LedgerLine } from '@mingshu/contracts';
import type { StatTable } from '@mingshu/statistics';
import { DataSource } from 'typeorm';
import { AgenciesService } from '../agencies/agencies.service';
import { Clock } from '../config/clock';
import { CountyEntity } from '../database/entities';
import { FindingsService } from '../findings/findings.service';
import { daysLate } from '../findings/status-of';
import type { Scope } from '../identity/scope';
import { RoundsService } from '../rounds/rounds.service';

interface FiledRow {
  agencyId: string;
  receivedAt: string;
  receivedOn: string;
  version: number;
  unclearCount: number;
}

/** Who is where in a year's round. */
@Injectable()
export class LedgerService {
  constructor(
    private readonly database: DataSource,
    private readonly agencies: AgenciesService,
    private readonly rounds: RoundsService,
    private readonly findings: FindingsService,
    private readonly clock: Clock,
  ) {}

  /** The 名册 of a year: every agency that owes a report, filed or not, and the counts above it. */
  async ledger(scope: Scope, year: number): Promise<Ledger> {
    const [[roster], { onTimeBy, closesOn }, filed, states, open, county] = await Promise.all([
      this.agencies.rosters(scope, [year]),
      this.rounds.dates(scope, year),
      this.filed(scope.countyId, year),
      this.findings.ofYearReports(scope, year),
      this.database.query<{ status: string; count: number }[]>(
        `select status, count(*)::int as count from submission where county_id = $1 and status in ('unassigned', 'unreadable', 'quarantined') group by status`,
        [scope.countyId],
      ),
      this.database.getRepository(CountyEntity).findOneByOrFail({ id: scope.countyId }),
    ]);
    // What a sample county handed in a moment ago was not late by years.
    const isSample = county.sample !== 'absent';
    const today = this.clock.today();
    const lines = (roster?.agencies ?? []).map(({ id, name, kind }): LedgerLine => {
      const row = filed.get(id);
      const state = states.find(({ agencyId }) => agencyId === id);
      return {
        agencyId: id,
        agencyName: name,
        agencyKind: kind,
        status: state?.status ?? 'not_filed',
        receivedAt: row?.receivedAt ?? null,
        daysLate: isSample && row ? 0 : daysLate(row?.receivedOn ?? null, onTimeBy, today),
        errorCount: state?.open.errors ?? 0,
        warningCount: state?.open.warnings ?? 0,
        unclearCount: row?.unclearCount ?? 0,
        version: row?.version ?? null,
      };
    });
    const opened = (status: string) => open.filter((one) => one.status === status).reduce((sum, { count }) => sum + count, 0);
    return {
      year,
      onTimeBy,
      closesOn,
      counts: {
        due: lines.length,
        received: lines.filter(({ status }) => status !== 'not_filed').length,
        withErrors: lines.filter(({ status }) => status === 'has_errors').length,
        overdue: lines.filter((line) => line.status === 'not_filed' && line.daysLate > 0).length,
        unassigned: opened('unassigned'),
        unreadable: opened('unreadable') + opened('quarantined'),
      },
      lines,
    };
  }

  private async filed(countyId: string, year: number): Promise<Map<string, FiledRow>> {
    const rows = await this.database.query<FiledRow[]>(
      `select r.agency_id as "agencyId", to_char(r.received_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "receivedAt",
              (select to_char(min(e.received_at) at time zone 'Asia/Shanghai', 'YYYY-MM-DD') from report e where e.county_id = r.county_id and e.agency_id = r.agency_id and e.year = r.year) as "receivedOn",
              r.version, g.unclear_count as "unclearCount"
         from report r join reading g on g.county_id = r.county_id and g.report_id = r.id
        where r.county_id = $1 and r.year = $2 and r.stands`,
      [countyId, year],
    );
    return new Map(rows.map((row) => [row.agencyId, row]));
  }

  /** The ledger as a table of numbers, for the file: errors, unclear cells and days late of every agency. */
  async table(scope: Scope, year: number): Promise<StatTable> {
    const { lines, counts, onTimeBy } = await this.ledger(scope, year);
    const words = {
      not_filed: '未报',
      received: '已收',
      has_errors: '有错待改',
      returned: '已退回',
      corrected: '已改待核',
      signed: '已核',
    } as const;
    return {
      title: `${year} 年度报送名册`,
      rowHeading: '单位',
      columns: [
        { code: 'errors', heading: '错误', unit: '处' },
        { code: 'warnings', heading: '疑问', unit: '处' },
        { code: 'unclear', heading: '未读到', unit: '格' },
        { code: 'late', heading: '逾期', unit: '天' },
      ],
      rows: lines.map((line) => {
        const isFiled = line.status !== 'not_filed';
        const cell = (value: number) => ({ value: isFiled ? value : ('not_filed' as const), given: isFiled ? 1 : 0, due: 1 });
        return {
          code: line.agencyId,
          heading: `${line.agencyName}（${words[line.status]}）`,
          cells: [cell(line.errorCount), cell(line.warningCount), cell(line.unclearCount), { value: line.daysLate, given: 1, due: 1 }],
          filed: isFiled ? 1 : 0,
          due: 1,
          missing: isFiled ? [] : [line.agencyName],
        };
      }),
      notes: [
        `应报 ${counts.due} 家，已收 ${counts.received} 家，有错 ${counts.withErrors} 家，逾期未报 ${counts.overdue} 家；按时报送截止 ${onTimeBy}。`,
      ],
    };
  }
}
