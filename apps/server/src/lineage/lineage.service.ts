import { Injectable } from '@nestjs/common';
import type { Agency, LineageInput } from '@mingshu/contracts';
import { comesFromItself } from '@mingshu/report-checks';
import { DataSource, type EntityManager } from 'typeorm';
import { AgenciesService } from '../agencies/agencies.service';
import { AuditService } from '../audit/audit.service';
import { Clock } from '../config/clock';
import { agenciesOnly } from '../database/county-row';
import { AgencyEntity, AgencyPredecessorEntity } from '../database/entities';
import { AppError, agencyNotFound, versionChanged } from '../http/app-error';
import type { Scope } from '../identity/scope';
import { RulesService } from '../rules/rules.service';
import { recordedLineages, type RecordedLineage } from './recorded-lineages';

const notPossible = (sentence: string) => new AppError('lineage-not-possible', 422, { sentence });

/** 沿革: which agencies an agency was merged from, renamed from or split off. */
@Injectable()
export class LineageService {
  constructor(
    private readonly database: DataSource,
    private readonly agencies: AgenciesService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly rules: RulesService,
  ) {}

  /**
   * Records an agency's origin in place of what was recorded, and has the reports judged again that look over the change. What stood before is in the
   * audit trail. @throws AppError agency-not-found, lineage-not-possible with a sentence, version-changed.
   */
  async save(scope: Scope, agencyId: string, asked: LineageInput): Promise<Agency> {
    const { countyId } = scope;
    await this.database.transaction(async (transaction) => {
      // One change of origins at a time, or two could come from each other. The roster's own rows stay free.
      await transaction.query('select 1 from county where id = $1 for no key update', [countyId]);
      const recorded = await recordedLineages(transaction, countyId);
      const before = recorded.find((one) => one.agencyId === agencyId);
      const agencies = await transaction.findBy(AgencyEntity, { countyId, ...agenciesOnly });
      const lineage = refuseImpossible(agencyId, asked, agencies, recorded);
      if ((before?.at ?? null) !== asked.basedOn) throw versionChanged(before?.by, before?.at, '修改了这个单位的沿革');
      await transaction.delete(AgencyPredecessorEntity, { countyId, agencyId });
      const { kind, sinceYear, predecessorIds } = lineage;
      const row = { countyId, agencyId, kind, sinceYear, byName: scope.userName, at: this.clock.now() };
      if (predecessorIds.length > 0)
        await transaction.insert(
          AgencyPredecessorEntity,
          predecessorIds.map((predecessorId) => ({ ...row, predecessorId })),
        );
      await this.audit.write(transaction, scope, 'set-lineage', { ...lineage, before: before ?? null });
      await forgetJudgements(transaction, countyId, [lineage, ...(before ? [before] : [])]);
    });
    await this.rules.recheckOutdated();
    return (await this.agencies.list(scope)).find(({ id }) => id === agencyId)!;
  }
}

function refuseImpossible(
  agencyId: string,
  { kind, sinceYear, predecessorIds: asked }: LineageInput,
  agencies: readonly AgencyEntity[],
  recorded: readonly RecordedLineage[],
) {
  const name = (id: string) => agencies.find((one) => one.id === id)?.name;
  const predecessorIds = [...new Set(asked)];
  const missing = [agencyId, ...predecessorIds].find((id) => !name(id));
  if (missing) throw agencyNotFound(missing);
  if (predecessorIds.includes(agencyId)) throw notPossible('单位不能由自己而来，请另选前身单位。');
  if (kind === 'renamed' && predecessorIds.length > 1) throw notPossible('更名只能有一个前身；由几个单位合并的，请选“合并”。');
  if (kind === 'split' && predecessorIds.length > 1) throw notPossible('分设只能由一个单位而来；由几个单位合并的，请选“合并”。');
  const lineage = { agencyId, kind, sinceYear, predecessorIds };
  if (comesFromItself(lineage, recorded))
    throw notPossible(`${predecessorIds.map(name).join('、')}的沿革中已有${name(agencyId)}，不能互为前身。`);
  return lineage;
}

/**
 * Reports of the years of change, of the agency and of those it came from, count as not yet judged: the sweeper finds them even where the queue lost them.
 * A judgement under way ends first, for it holds its agency's row.
 */
async function forgetJudgements(
  transaction: EntityManager,
  countyId: string,
  lineages: readonly { agencyId: string; sinceYear: number; predecessorIds: readonly string[] }[],
): Promise<void> {
  const ids = [...new Set(lineages.flatMap(({ agencyId, predecessorIds }) => [agencyId, ...predecessorIds]))];
  const years = lineages.map(({ sinceYear }) => sinceYear);
  await transaction.query('select 1 from agency where county_id = $1 and id = any($2) order by id for no key update', [countyId, ids]);
  await transaction.query(
    'update report set judged_under = null where county_id = $1 and agency_id = any($2) and year = any($3) and stands',
    [countyId, ids, years],
  );
}
