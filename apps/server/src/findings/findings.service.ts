import { Injectable } from '@nestjs/common';
import type { FindingsQuestion, Opinion, ReportFindings, VersionDifference, YearFindings } from '@mingshu/contracts';
import {
  checkIds,
  figureChanges,
  findingChanges,
  findingStates,
  isOpen,
  ruleRegister,
  textChanges,
  type Finding,
  type SwitchedOff,
} from '@mingshu/report-checks';
import { countyKind, type Report } from '@mingshu/report-format';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../config/clock';
import { AppError, forbidden, reportNotFound } from '../http/app-error';
import type { Scope } from '../identity/scope';
import { CountyReportService } from '../county-report/county-report.service';
import { RulesService } from '../rules/rules.service';
import { outstandingFindings } from './filing-findings';
import { keptFindings, withCounty, type CountyOutcome, type KeptFindings } from './kept-findings';
import { opinionView } from './opinion-view';
import { reportFindings } from './report-findings';

type Database = Pick<EntityManager, 'query'>;
type KeptReport = Report & { version: number; stands: boolean; findings: Finding[]; sections: Record<string, string> };

const isId = (word: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(word);
const countOf = <Word extends string>(words: readonly Word[], of: (word: Word) => number) =>
  Object.fromEntries(words.map((word) => [word, of(word)])) as Record<Word, number>;

/** Findings with their states: of one report, of a year, and of one version against another. Nothing here changes anything. */
@Injectable()
export class FindingsService {
  constructor(
    private readonly database: DataSource,
    private readonly rules: RulesService,
    private readonly clock: Clock,
    private readonly countyReport: CountyReportService,
  ) {}

  /** @throws AppError report-not-found; forbidden for a township that asks for another's. */
  async ofReport(scope: Scope, agencyId: string, year: number, database: Database = this.database.manager): Promise<ReportFindings> {
    return (await this.withKept(scope, agencyId, year, database)).view;
  }

  /** The same with what it follows from, for whoever is about to change it. */
  async withKept(scope: Scope, agencyId: string, year: number, database: Database): Promise<{ view: ReportFindings; kept: KeptFindings }> {
    if (scope.agencyId && scope.agencyId !== agencyId) throw forbidden();
    if (!isId(agencyId)) throw reportNotFound({ agencyId, year });
    const { kept, views } = await this.read(scope, agencyId, year, database);
    const [view] = views;
    if (!view) throw reportNotFound({ agencyId, year });
    return { view, kept };
  }

  /**
   * What is kept of a year and what follows from it: of one agency or of all. `county`: what was found about the county's year as a whole; it stands among
   * the findings of the county's own report.
   */
  async read(scope: Scope, agencyId: string | null, year: number, database: Database, county?: CountyOutcome) {
    const { settings } = await this.rules.inForce(database, scope.countyId);
    const asked = await keptFindings(database, { countyId: scope.countyId, agencyId, year, settings, today: this.clock.today() });
    const outcome = agencyId === scope.countyId ? await this.countyReport.outcome(database, scope.countyId, year, settings) : county;
    const kept = outcome ? withCounty(asked, scope.countyId, outcome) : asked;
    const switchedOff = this.rules.switchedOffIn(settings, year);
    const views = kept.agencies.map((agency) => reportFindings(kept, agency, { userId: scope.userId, switchedOff }));
    return { kept, views, switchedOff };
  }

  /** The state of every report of a year, in the order of the roster. */
  async ofYearReports(scope: Scope, year: number): Promise<ReportFindings[]> {
    return (await this.read(scope, scope.agencyId, year, this.database.manager)).views;
  }

  /** A year's findings by agency, those the question asks for; the counts are over all. Agencies without any such finding are left out. */
  async ofYear(scope: Scope, year: number, question: FindingsQuestion): Promise<YearFindings> {
    const { settings } = await this.rules.inForce(this.database.manager, scope.countyId);
    const county = scope.agencyId ? undefined : await this.countyReport.outcome(this.database.manager, scope.countyId, year, settings);
    const { kept, views, switchedOff } = await this.read(scope, scope.agencyId, year, this.database.manager, county);
    const agencies = views.filter(({ agencyKind }) => agencyKind !== countyKind);
    const all = views.flatMap(({ findings, resolved }) => [...findings, ...resolved]);
    const standing = views.flatMap(({ findings }) => findings);
    const isAsked = ({ finding, state, isRepeated }: Pick<ReportFindings['findings'][number], 'finding' | 'state' | 'isRepeated'>) =>
      (!question.severity || finding.severity === question.severity) &&
      (!question.check || finding.check === question.check) &&
      (!question.state || (question.state === 'unsettled' ? isOpen({ state }) : state === question.state)) &&
      (!question.repeated || isRepeated === (question.repeated === 'repeated'));
    const off = new Set(switchedOff.map(({ check }) => check));
    return {
      year,
      counts: {
        reports: agencies.length,
        clean: agencies.filter(({ open, unclearCells }) => open.errors + open.warnings + open.returned + open.filing + unclearCells === 0)
          .length,
        severities: countOf(
          ['error', 'warning', 'info'] as const,
          (severity) => standing.filter((one) => one.finding.severity === severity).length,
        ),
        states: countOf(findingStates, (state) => all.filter((one) => one.state === state).length),
        checks: countOf(checkIds, (check) => standing.filter((one) => one.finding.check === check).length),
      },
      agencies: views
        .filter(({ agencyId }) => !question.agency || agencyId === question.agency)
        .map((view) => ({ ...view, findings: view.findings.filter(isAsked), resolved: view.resolved.filter(isAsked) }))
        .filter(({ findings, resolved }) => findings.length + (question.state === 'resolved' ? resolved.length : 0) > 0),
      outstanding: outstandingFindings(kept).filter(
        ({ agencyId, ...one }) => (!question.agency || agencyId === question.agency) && isAsked({ ...one, state: 'open' }),
      ),
      names: views.map(({ agencyId: id, agencyName: name }) => ({ id, name })),
      switchedOff,
      rules: checkIds.filter((check) => ruleRegister[check].kind !== 'county' && this.rules.isFor(check, year) && !off.has(check)).length,
      county: county
        ? {
            hasReport: county.own !== undefined,
            findings: [...county.findings],
            untested: [...county.untested],
            switchedOff: [...county.switchedOff],
          }
        : null,
    };
  }

  async switchedOff({ countyId }: Scope, year: number): Promise<SwitchedOff[]> {
    return this.rules.switchedOffIn((await this.rules.inForce(this.database.manager, countyId)).settings, year);
  }

  async opinions(scope: Scope, year: number): Promise<Opinion[]> {
    return (await this.ofYearReports(scope, year)).flatMap(({ opinions }) => opinions).sort((one, other) => other.number - one.number);
  }

  /** @throws AppError opinion-not-found, also for what the asker may not see. */
  async opinion(scope: Scope, id: string, database: Database = this.database.manager): Promise<Opinion> {
    const [found] = isId(id)
      ? await database.query<{ agencyId: string; year: number }[]>(
          `select agency_id as "agencyId", year from opinion where county_id = $1 and id = $2 and ($3::uuid is null or agency_id = $3)`,
          [scope.countyId, id, scope.agencyId],
        )
      : [];
    if (!found) throw new AppError('opinion-not-found', 404, { id });
    const { kept, switchedOff } = await this.read(scope, found.agencyId, found.year, database);
    const opinion = kept.opinions.find((one) => one.id === id)!;
    return opinionView(opinion, kept.agencies[0]?.name ?? '', kept.versions, switchedOff);
  }

  /** The newer version against the older: by default the standing one against the one before it. @throws AppError report-not-found. */
  async difference(scope: Scope, agencyId: string, year: number, asked: { from?: number; to?: number }): Promise<VersionDifference> {
    if (scope.agencyId && scope.agencyId !== agencyId) throw forbidden();
    const reports = isId(agencyId) ? await this.versions(scope.countyId, agencyId, year) : [];
    const standing = reports.find(({ stands }) => stands);
    const after = asked.to === undefined ? standing : reports.find(({ version }) => version === asked.to);
    const before =
      asked.from === undefined
        ? reports.filter(({ version }) => version < (after?.version ?? 0)).at(-1)
        : reports.find(({ version }) => version === asked.from);
    if (!after || !before) throw reportNotFound({ agencyId, year, ...asked });
    const [agency] = await this.database.query<{ name: string }[]>('select name from agency where county_id = $1 and id = $2', [
      scope.countyId,
      agencyId,
    ]);
    const { changes, compared } = figureChanges(before, after);
    return {
      agencyName: agency?.name ?? '',
      year,
      from: before.version,
      to: after.version,
      editions: { from: before.edition, to: after.edition },
      cells: changes,
      compared,
      ...findingChanges(before.findings, after.findings),
      sections: ['1', '2', '3', '4', '5', '6']
        .map((section) => ({ section, changes: textChanges(before.sections[section] ?? '', after.sections[section] ?? '') }))
        .filter(({ changes: some }) => some.length > 0),
    };
  }

  private versions(countyId: string, agencyId: string, year: number): Promise<KeptReport[]> {
    return this.database.query<KeptReport[]>(
      `select r.version, r.stands, r.year, r.edition, r.figures, g.sections,
              coalesce((select jsonb_agg(f.finding order by f.place) from finding f where f.county_id = r.county_id and f.report_id = r.id), '[]') as findings
         from report r join reading g on g.county_id = r.county_id and g.report_id = r.id
        where r.county_id = $1 and r.agency_id = $2 and r.year = $3 order by r.version`,
      [countyId, agencyId, year],
    );
  }
}
