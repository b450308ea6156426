import { Injectable } from '@nestjs/common';
import type {
  AddressRule,
  PublicationLine,
  PublicationLook,
  PublicationLookInput,
  Publications,
  publicationRegistration,
  ReportFindings,
} from '@mingshu/contracts';
import { comparePublished } from '@mingshu/report-checks';
import { daysBetween, owesFor } from '@mingshu/statistics/season';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { z } from 'zod';
import { AddressesService } from '../addresses/addresses.service';
import { AgenciesService } from '../agencies/agencies.service';
import { AuditService } from '../audit/audit.service';
import { Clock } from '../config/clock';
import { PublicationEntity } from '../database/entities';
import type { IncomingDocument } from '../documents/document-storage';
import { keptFilings, type KeptFiling } from '../filings/kept-filings';
import { publishedOn, type KeptPublication } from '../filings/kept-publications';
import { FindingsService } from '../findings/findings.service';
import { agencyNotFound, AppError, forbidden } from '../http/app-error';
import type { Scope } from '../identity/scope';
import { LookService } from './look.service';

/** Days after which a page that was fetched is looked at again by itself. */
const daysBetweenLooks = 7;
/** Who asks where no person does. */
const byItself = { agencyId: null, userId: null, userName: '定期核对' };
type Asking = Pick<Scope, 'countyId' | 'agencyId' | 'userName'> & { userId: string | null };

const isUnderWay = ({ state, withdrawnAt }: KeptPublication) => state === 'waiting' && withdrawnAt === null;

/** Where reports are public, who saw it when, and whether it is the accepted version. */
@Injectable()
export class PublicationsService {
  constructor(
    private readonly database: DataSource,
    private readonly agencies: AgenciesService,
    private readonly findings: FindingsService,
    private readonly addresses: AddressesService,
    private readonly looks: LookService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** 发布核对 of a year: every agency on its roster that is not excused. Everything but the looks themselves is derived. */
  async list(scope: Scope, year: number): Promise<Publications> {
    const [agencies, filings, states, { isOn }] = await Promise.all([
      this.agencies.all(scope),
      keptFilings(this.database.manager, { ...scope, year }),
      this.findings.ofYearReports(scope, year),
      this.addresses.rule(scope),
    ]);
    const owing = agencies.filter((agency) => owesFor(agency, year)).map(({ id }) => filings.get(id)!);
    const lines = owing
      .filter(({ exception }) => exception?.kind !== 'excused')
      .map((filing) =>
        lineOf(
          filing,
          states.find(({ agencyId }) => agencyId === filing.agencyId),
        ),
      );
    return { year, today: this.clock.today(), lines, fetching: { isOn }, progress: progressOf(owing.flatMap(({ looks }) => looks)) };
  }

  /** Has an address looked at in the background. @throws AppError address-import-off, publication-checking, agency-not-found, date-ahead. */
  async look(scope: Scope, year: number, { agencyId, address, statedOn }: PublicationLookInput): Promise<Publications> {
    const rule = await this.addresses.rule(scope);
    if (!rule.isOn) throw new AppError('address-import-off', 409);
    await this.add(scope, year, [{ agencyId, address, statedOn: statedOn ?? null }], 'look-at-publication', null);
    return this.list(scope, year);
  }

  /** Looks again at every known address the server may ask, or those of some agencies. Agencies under way are left out. */
  async recheck(scope: Scope, year: number, agencyIds: readonly string[] | undefined): Promise<Publications> {
    const rule = await this.addresses.rule(scope);
    if (!rule.isOn) throw new AppError('address-import-off', 409);
    const isAsked = ({ agencyId }: KeptFiling) => !agencyIds || agencyIds.includes(agencyId);
    await this.lookAgain(scope, year, rule, isAsked, 'recheck-publications');
    return this.list(scope, year);
  }

  /**
   * Pages change after they were compared: those that were fetched are looked at again a week after the last look, in the newest year that has any. Only
   * where fetching is on.
   */
  async watch(): Promise<void> {
    const counties = await this.database.query<{ countyId: string; year: number }[]>(
      `select r.county_id as "countyId", max(p.year)::int as year from address_rule r join publication p on p.county_id = r.county_id
        where r.is_on and p.how = 'fetched' group by r.county_id`,
    );
    const before = new Date(this.clock.now().getTime() - daysBetweenLooks * 86_400_000).toISOString();
    const isDue = ({ seen, looks }: KeptFiling) => seen?.how === 'fetched' && looks.every(({ at }) => at < before);
    for (const { countyId, year } of counties) {
      const asking = { ...byItself, countyId };
      await this.lookAgain(asking, year, await this.addresses.rule(asking), isDue, 'watch-publications').catch((error: unknown) => {
        // Another program was quicker.
        if (!(error instanceof AppError && error.code === 'publication-checking')) throw error;
      });
    }
  }

  private async lookAgain(
    asking: Asking,
    year: number,
    rule: AddressRule,
    isAsked: (filing: KeptFiling) => boolean,
    deed: string,
  ): Promise<void> {
    const filings = [...(await keptFilings(this.database.manager, { ...asking, year })).values()];
    const asked = filings
      .filter((filing) => isAsked(filing) && !filing.looks.some(isUnderWay))
      .flatMap(({ agencyId, looks, seen }) => {
        const last = seen ?? looks.findLast(({ withdrawnAt }) => withdrawnAt === null);
        return last && this.addresses.isAllowed(last.address, rule) ? [{ agencyId, address: last.address, statedOn: last.statedOn }] : [];
      });
    if (asked.length > 0) await this.add(asking, year, asked, deed, uuid());
  }

  private async add(
    scope: Asking,
    year: number,
    asked: readonly { agencyId: string; address: string; statedOn: string | null }[],
    deed: string,
    batchId: string | null,
  ): Promise<void> {
    if (asked.some(({ statedOn }) => statedOn !== null && statedOn > this.clock.today())) throw new AppError('date-ahead', 400);
    await this.database.transaction(async (transaction) => {
      // In one order, so that no two wait for each other.
      for (const one of asked.toSorted((a, b) => a.agencyId.localeCompare(b.agencyId))) {
        await this.hold(transaction, scope, one.agencyId);
        const [waiting] = await transaction.query<unknown[]>(
          `select 1 from publication where county_id = $1 and agency_id = $2 and year = $3 and state = 'waiting' and withdrawn_at is null limit 1`,
          [scope.countyId, one.agencyId, year],
        );
        if (waiting) throw new AppError('publication-checking', 409);
        await transaction.insert(PublicationEntity, { ...this.row(scope, year), ...one, how: 'fetched', state: 'waiting', batchId });
      }
      await this.audit.write(transaction, scope, deed, { year, looks: asked.map(({ agencyId, address }) => ({ agencyId, address })) });
    });
    await this.looks.sweep();
  }

  private row({ countyId, userId, userName }: Asking, year: number) {
    return {
      ...{ countyId, id: uuid(), year, byId: userId, byName: userName, at: this.clock.now() },
      ...{ printedAs: '', note: '', sentence: '', startedCount: 0 },
    };
  }

  /** Whoever changes an agency's records waits here. @throws AppError agency-not-found. */
  private async hold(transaction: EntityManager, { countyId }: Pick<Scope, 'countyId'>, agencyId: string): Promise<void> {
    const [found] = await transaction.query<unknown[]>('select 1 from agency where county_id = $1 and id = $2 for no key update', [
      countyId,
      agencyId,
    ]);
    if (!found) throw agencyNotFound(agencyId);
  }

  /** Records a publication by hand; a file saved from the site is read and compared in the background. @throws AppError agency-not-found, date-ahead, file-too-large. */
  async register(
    scope: Scope,
    year: number,
    { agencyId, address, statedOn, note }: z.output<typeof publicationRegistration>,
    file: IncomingDocument | undefined,
  ): Promise<Publications> {
    if (file && !file.kept) throw new AppError('file-too-large', 413);
    if (statedOn && statedOn > this.clock.today()) throw new AppError('date-ahead', 400);
    await this.database.transaction(async (transaction) => {
      await this.hold(transaction, scope, agencyId);
      const row = { ...this.row(scope, year), agencyId, address, statedOn: statedOn ?? null, note, how: 'registered' as const };
      const kept = file?.kept;
      await transaction.insert(PublicationEntity, {
        ...row,
        ...(kept
          ? { state: 'waiting' as const, fileName: file.fileName, sha256: kept.sha256 }
          : { state: 'stated' as const, seenAt: row.at }),
      });
      await this.audit.write(transaction, scope, 'register-publication', {
        ...{ id: row.id, agencyId, year, address, statedOn, note },
        fileName: file?.fileName,
        sha256: kept?.sha256,
      });
    });
    await this.looks.sweep();
    return this.list(scope, year);
  }

  /** Withdraws a record with a reason; it stays to be seen, and the one before it counts again. @throws AppError publication-not-found, publication-withdrawn. */
  async withdraw(scope: Scope, year: number, id: string, reason: string): Promise<Publications> {
    await this.database.transaction(async (transaction) => {
      const row = await transaction.findOne(PublicationEntity, {
        where: { countyId: scope.countyId, year, id },
        lock: { mode: 'pessimistic_write' },
      });
      if (!row) throw new AppError('publication-not-found', 404, { id });
      if (row.withdrawnAt) throw new AppError('publication-withdrawn', 409);
      await transaction.update(
        PublicationEntity,
        { countyId: scope.countyId, id },
        { withdrawnAt: this.clock.now(), withdrawnBy: scope.userName, withdrawnReason: reason },
      );
      const { agencyId, address, how, sentence } = row;
      await this.audit.write(transaction, scope, 'withdraw-publication', { id, agencyId, year, address, how, sentence, reason });
    });
    return this.list(scope, year);
  }

  /** What was seen, as it came. @throws AppError publication-not-found; forbidden for another agency's. */
  async original(scope: Scope, year: number, id: string): Promise<{ fileName: string; sha256: string }> {
    const row = await this.database.getRepository(PublicationEntity).findOneBy({ countyId: scope.countyId, year, id });
    if (!row?.sha256) throw new AppError('publication-not-found', 404, { id });
    if (scope.agencyId && scope.agencyId !== row.agencyId) throw forbidden();
    return { fileName: row.fileName ?? `${id}.html`, sha256: row.sha256 };
  }
}

const lookOf = ({ withdrawnAt, withdrawnBy, withdrawnReason, byName, ...look }: KeptPublication): PublicationLook => {
  const { id, how, state, address, fileAddress, fileName, sha256, printedOn, printedAs, statedOn, note, sentence, at, seenAt } = look;
  return {
    ...{ id, how, state, address, fileAddress, fileName, sha256, printedOn, printedAs, statedOn, note, sentence, at, seenAt },
    by: byName,
    withdrawn: withdrawnAt ? { by: withdrawnBy ?? '', at: withdrawnAt, reason: withdrawnReason ?? '' } : null,
  };
};

function lineOf(filing: KeptFiling, state: ReportFindings | undefined): PublicationLine {
  const { agencyId, agencyName, category, publishBy, looks, seen, filed, publication } = filing;
  const day = seen ? publishedOn(seen) : null;
  const compared = filed && seen?.published ? comparePublished(filed, seen.published) : undefined;
  return {
    ...{ agencyId, agencyName, category, publishBy, publishedOn: day, state: publication },
    status: state?.status ?? 'not_filed',
    version: state?.version ?? null,
    isSigned: state?.signing.signed != null,
    daysAfterDue: day === null ? null : daysBetween(publishBy, day),
    seen: seen ? lookOf(seen) : null,
    looks: looks.map(lookOf).reverse(),
    another: compared?.another ?? null,
    differences: [...(compared?.differences ?? [])],
    same: compared?.same ?? 0,
    unread: compared?.unread ?? 0,
    isChecking: looks.some(isUnderWay),
  };
}

/** How far the last re-check is, while it is under way. */
function progressOf(looks: readonly KeptPublication[]): Publications['progress'] {
  const batch = looks.findLast((look) => look.batchId !== null && isUnderWay(look))?.batchId;
  if (!batch) return null;
  const own = looks.filter(({ batchId }) => batchId === batch);
  return { done: own.filter((look) => !isUnderWay(look)).length, total: own.length };
}
