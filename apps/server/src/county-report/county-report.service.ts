import { Injectable } from '@nestjs/common';
import type { CountyParts, CountyReportAnswer, CountyReportQuestion } from '@mingshu/contracts';
import { checkCounty, partedIn, partsOf, type CheckOutcome, type RuleSettings, type Scope as CountyScope } from '@mingshu/report-checks';
import { cellsIn, type CellCode, type Figure, type Figures } from '@mingshu/report-format';
import { writeStatWorkbook } from '@mingshu/report-writer';
import { officialSums } from '@mingshu/statistics';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service';
import { Clock } from '../config/clock';
import { RoundEntity } from '../database/entities';
import { AppError, versionChanged } from '../http/app-error';
import type { Scope } from '../identity/scope';
import { RulesService } from '../rules/rules.service';
import { checkedCountyYear, keptCountyYear, type KeptCountyYear } from './county-year';
import { reconciledTables } from './reconciled-tables';

/** The county's own report against its agencies: cell by cell for people, and as findings of the county. */
@Injectable()
export class CountyReportService {
  constructor(
    private readonly database: DataSource,
    private readonly rules: RulesService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  async answer({ countyId }: Scope, year: number, question: CountyReportQuestion): Promise<CountyReportAnswer> {
    const kept = await keptCountyYear(this.database.manager, countyId, year);
    const { settings } = await this.rules.inForce(this.database.manager, countyId);
    const scope = question.scope ?? kept.statedScope;
    const { findings, untested, switchedOff } = this.judge(kept, settings);
    const { own } = kept;
    return {
      year,
      scope,
      statedScope: kept.statedScope,
      of: question.of,
      report:
        own && own.version !== null
          ? { agencyId: own.agencyId, name: own.name, version: own.version, receivedAt: own.receivedAt!, isSigned: own.isSigned }
          : null,
      ...membersOf(kept, scope, question.of),
      ...reconciledTables(checkedCountyYear(kept, question.of), scope),
      findings: [...findings],
      untested: [...untested],
      switchedOff: [...switchedOff],
    };
  }

  /** The table as a file: what differs first, then what nobody can tell, then what agrees. */
  async file(scope: Scope, year: number, question: CountyReportQuestion): Promise<{ bytes: Uint8Array; fileName: string }> {
    const answer = await this.answer(scope, year, question);
    const { countyName } = await keptCountyYear(this.database.manager, scope.countyId, year);
    const title = `${countyName}${year}年度县级报告核对（${answer.scope}口径）`;
    const bytes = await writeStatWorkbook([answer.differs, answer.notAssessable, answer.agrees], {
      title,
      lead: answer.differs.notes[0] ?? '',
    });
    return { bytes, fileName: `${title}_${this.clock.today().replaceAll('-', '')}.xlsx` };
  }

  /** What each agency of the scope says to a cell. */
  async parts({ countyId }: Scope, year: number, { cell, scope, of }: CountyReportQuestion & { cell: CellCode }): Promise<CountyParts> {
    const kept = await keptCountyYear(this.database.manager, countyId, year);
    const county = checkedCountyYear(kept, of);
    const signed = new Set(kept.members.filter(({ isSigned }) => isSigned).map(({ agencyId }) => agencyId));
    return partsOf(county, scope ?? kept.statedScope, cell).map(({ member: { agencyId, name, report }, figure }) => ({
      agencyId,
      agencyName: name,
      value: figure ?? (report ? 'not_comparable' : 'not_filed'),
      cells: report ? [...(report.edition === county.edition ? [cell] : (cellsIn(report.edition, [cell]) ?? []))] : [],
      isSigned: signed.has(agencyId),
    }));
  }

  /** Records the scope the county's report states. @throws AppError round-not-found; version-changed where someone else has changed it meanwhile. */
  async saveScope(
    scope: Scope,
    year: number,
    { scope: stated, basedOn }: { scope: CountyScope; basedOn: CountyScope },
  ): Promise<CountyReportAnswer> {
    const { countyId } = scope;
    await this.database.transaction(async (transaction) => {
      const round = await transaction.findOne(RoundEntity, { where: { countyId, year }, lock: { mode: 'pessimistic_write' } });
      if (!round) throw new AppError('round-not-found', 404, { year });
      if (round.countyScope !== basedOn) throw versionChanged(null, undefined, '修改了县级报告的口径');
      await transaction.update(RoundEntity, { countyId, year }, { countyScope: stated });
      await this.audit.write(transaction, scope, 'set-county-scope', { year, scope: stated, before: basedOn });
    });
    return this.answer(scope, year, { of: 'all' });
  }

  /** What the rules in force say about the county's year: totals, coverage, and its own report where there is one. */
  async outcome(
    database: Pick<EntityManager, 'query'>,
    countyId: string,
    year: number,
    settings: RuleSettings,
  ): Promise<CheckOutcome & { readonly own: { readonly version: number; readonly figures: Figures } | undefined }> {
    const kept = await keptCountyYear(database, countyId, year);
    const { version = null, figures = null } = kept.own ?? {};
    return { ...this.judge(kept, settings), own: version !== null && figures ? { version, figures } : undefined };
  }

  /** Sums are the ones every screen and file shows, held against the reports once more. */
  private judge(kept: KeptCountyYear, settings: RuleSettings): CheckOutcome {
    const county = checkedCountyYear(kept, 'all');
    const reports = county.members.flatMap(({ agencyId, report }) => (report ? [{ agencyId, ...report }] : []));
    if (county.members.length === 0) return { verdicts: [], findings: [], untested: [], switchedOff: [] };
    const sums = Object.entries(officialSums(reports, county.edition, county.members.length));
    const totals = Object.fromEntries(sums.map(([cell, { value }]) => [cell, isFigure(value) ? value : 'unread'])) as Figures;
    return checkCounty(reports.length > 0 ? { ...county, totals } : county, settings);
  }
}

const isFigure = (value: unknown): value is Figure =>
  typeof value === 'number' || value === 'blank' || value === 'not_applicable' || value === 'unread';

/** Who is counted in a scope, and who is not and why. */
function membersOf(kept: KeptCountyYear, scope: CountyScope, of: 'all' | 'signed') {
  const county = checkedCountyYear(kept, of);
  const { counted, missing, excused } = partedIn(county.members, scope);
  const row = (id: string) => kept.members.find(({ agencyId }) => agencyId === id)!;
  const named = ({ agencyId, name }: { agencyId: string; name: string }) => ({ id: agencyId, name });
  const unreadIn = (figures: Figures) => Object.values(figures).filter((figure) => figure === 'unread').length;
  return {
    counted: counted.map(named),
    missing: missing.map(named),
    unsigned: counted.filter(({ agencyId }) => !row(agencyId).isSigned).map(named),
    excused: excused.map((member) => ({ ...named(member), reason: member.excused ?? '' })),
    unclear: counted.flatMap(({ report, ...member }) =>
      report && unreadIn(report.figures) > 0 ? [{ ...named(member), cells: unreadIn(report.figures) }] : [],
    ),
  };
}
