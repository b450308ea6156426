import { createHash } from 'node:crypto';
import { InjectQueue } from '@nestjs/bullmq';
import { Injectable } from '@nestjs/common';
import type { RuleBook, RuleDecision, RuleDecisionInput } from '@mingshu/contracts';
import { checkIds, reportChecks, ruleRegister, type CheckId, type RuleSettings, type SwitchedOff } from '@mingshu/report-checks';
import type { Queue } from 'bullmq';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { AuditService } from '../audit/audit.service';
import { Clock } from '../config/clock';
import { CountyEntity, RuleSettingEntity } from '../database/entities';
import { AppError, versionChanged } from '../http/app-error';
import type { Scope } from '../identity/scope';
import { RECHECKS } from '../queues/queues';

type Database = Pick<EntityManager, 'query'>;
type DecisionRow = RuleDecision & { check: CheckId };

/** Names the rules this program came with, their data and their working, so that a new program judges anew what an older one judged. */
const registerMark = createHash('sha256')
  .update(JSON.stringify([ruleRegister, reportChecks.map(({ id, judge }) => [id, String(judge)])]))
  .digest('hex')
  .slice(0, 12);

/** The rule register as the county uses it: which rules are off or graded differently, and why. */
@Injectable()
export class RulesService {
  constructor(
    private readonly database: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    @InjectQueue(RECHECKS) private readonly rechecks: Queue,
  ) {}

  /** The county's decisions in force, and a mark that changes with every one of them. */
  async inForce(database: Database, countyId: string): Promise<{ settings: RuleSettings; mark: string }> {
    const decisions = await this.decisions(database, countyId);
    const settings: Partial<Record<CheckId, RuleSettings[CheckId]>> = {};
    for (const { check, isOff, severity, reason } of decisions)
      settings[check] ??= { off: isOff, reason, ...(severity === null ? {} : { severity }) };
    return { settings, mark: `${registerMark}:${decisions[0]?.id ?? ''}` };
  }

  /** Whether a rule speaks about a fiscal year at all. */
  isFor(check: CheckId, year: number): boolean {
    const { firstYear, lastYear } = ruleRegister[check];
    return year >= firstYear && (lastYear === null || year <= lastYear);
  }

  /** The rules of one report and its filing that are off though they would speak about the year. */
  switchedOffIn(settings: RuleSettings, year: number): SwitchedOff[] {
    return checkIds.flatMap((check) => {
      const { name, kind } = ruleRegister[check];
      const setting = settings[check];
      return setting?.off && kind !== 'county' && this.isFor(check, year) ? [{ check, name, reason: setting.reason }] : [];
    });
  }

  /** Newest first. */
  private decisions(database: Database, countyId: string): Promise<DecisionRow[]> {
    return database.query<DecisionRow[]>(
      `select id, check_id as "check", is_off as "isOff", severity, reason, by_name as "byName", to_char(at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
         from rule_setting where county_id = $1 order by rule_setting.at desc, id desc`,
      [countyId],
    );
  }

  /** The register with what the county decided, and how often each rule spoke in a year (the newest with reports, unless told). */
  async book(scope: Scope, asked?: number): Promise<RuleBook> {
    const { countyId, agencyId } = scope;
    const [newest] = await this.database.query<{ year: number }[]>('select max(year) as year from report where county_id = $1', [countyId]);
    const year = asked ?? newest?.year ?? new Date(this.clock.now()).getUTCFullYear() - 1;
    const [decisions, hits, waiting, county] = await Promise.all([
      this.decisions(this.database, countyId),
      this.database.query<{ check: CheckId; findings: number; agencies: number }[]>(
        `select f.finding ->> 'check' as "check", count(*)::int as findings, count(distinct r.agency_id)::int as agencies
           from finding f join report r on r.county_id = f.county_id and r.id = f.report_id
          where f.county_id = $1 and r.year = $2 and r.stands and ($3::uuid is null or r.agency_id = $3) group by 1`,
        [countyId, year, agencyId],
      ),
      this.outdated(countyId),
      this.database.getRepository(CountyEntity).findOneByOrFail({ id: countyId }),
    ]);
    const rules = checkIds.map((check) => {
      const { severity: usualSeverity, ...rule } = ruleRegister[check];
      const own = decisions.filter((decision) => decision.check === check);
      const { findings = 0, agencies = 0 } = hits.find((hit) => hit.check === check) ?? {};
      return {
        ...rule,
        check,
        editions: [...rule.editions],
        usualSeverity,
        severity: own[0]?.severity ?? usualSeverity,
        isOff: own[0]?.isOff ?? false,
        hits: { findings, agencies },
        decisions: own.map(({ check: _, ...decision }) => decision),
      };
    });
    return { year, rules, waiting: waiting.length, ownSignOff: county.ownSignOff };
  }

  /** Switches a rule or grades it, with a reason; every standing report is judged anew. @throws AppError rule-not-found, version-changed. */
  async decide(scope: Scope, check: string, { isOff, severity, reason, basedOn }: RuleDecisionInput, year?: number): Promise<RuleBook> {
    const known = checkIds.find((id) => id === check);
    if (!known) throw new AppError('rule-not-found', 404, { check });
    await this.database.transaction(async (transaction) => {
      await transaction.query('select 1 from county where id = $1 for update', [scope.countyId]);
      const [last] = (await this.decisions(transaction, scope.countyId)).filter((decision) => decision.check === known);
      if ((last?.id ?? null) !== basedOn) throw versionChanged(last?.byName, last?.at, '修改了这条规则的设置');
      await transaction.insert(RuleSettingEntity, {
        countyId: scope.countyId,
        id: uuid(),
        check: known,
        isOff,
        severity: severity === ruleRegister[known].severity ? null : severity,
        reason,
        byId: scope.userId,
        byName: scope.userName,
        at: this.clock.now(),
      });
      await this.audit.write(transaction, scope, 'decide-rule', { check, isOff, severity, reason, before: last ?? null });
    });
    await this.recheckOutdated();
    return this.book(scope, year);
  }

  async saveOwnSignOff(scope: Scope, ownSignOff: 'refuse' | 'warn', year?: number): Promise<RuleBook> {
    await this.database.transaction(async (transaction) => {
      await transaction.update(CountyEntity, { id: scope.countyId }, { ownSignOff });
      await this.audit.write(transaction, scope, 'set-own-sign-off', { ownSignOff });
    });
    return this.book(scope, year);
  }

  /**
   * Asks for a fresh judgement of every standing report whose findings come from an earlier state of the rules or know nothing of the agency's
   * standing report of the year before. A lost queue loses none: the sweeper asks again.
   */
  async recheckOutdated(): Promise<void> {
    const counties = await this.database.query<{ id: string }[]>('select id from county');
    for (const { id: countyId } of counties) {
      const { mark } = await this.inForce(this.database, countyId);
      const jobs = (await this.outdated(countyId, mark)).map(({ agencyId, year, unseen }) => ({
        name: 'recheck',
        data: { countyId, agencyId, year },
        opts: { jobId: unseen ? `recheck-${agencyId}-${year}-${unseen}` : `rules-${agencyId}-${year}-${mark.replace(':', '-')}` },
      }));
      if (jobs.length > 0) await this.rechecks.addBulk(jobs).catch(() => undefined);
    }
  }

  /** `unseen`: last year's standing report that a judgement does not know. */
  private async outdated(countyId: string, known?: string): Promise<{ agencyId: string; year: number; unseen: string | null }[]> {
    const mark = known ?? (await this.inForce(this.database, countyId)).mark;
    return this.database.query(
      `select r.agency_id as "agencyId", r.year, p.id as unseen
         from report r
         left join report p on p.county_id = r.county_id and p.agency_id = r.agency_id and p.year = r.year - 1 and p.stands and not p.id = any(r.judged_with)
        where r.county_id = $1 and r.stands and (r.judged_under is distinct from $2 or p.id is not null)
        order by r.year desc limit 2000`,
      [countyId, mark],
    );
  }
}
