import { Injectable } from '@nestjs/common';
import type { AnswerInput, Opinion, OpinionDraft, OpinionDrafts, OpinionInput, ReportFindings } from '@mingshu/contracts';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { AuditService } from '../audit/audit.service';
import { Clock } from '../config/clock';
import { FindingAnswerEntity, OpinionEntity, SignOffEntity } from '../database/entities';
import { agencyNotFound, AppError, reportNotFound, versionChanged } from '../http/app-error';
import type { Scope } from '../identity/scope';
import { countyCalendar } from '../rounds/county-calendar';
import { FindingsService } from './findings.service';
import type { KeptFindings } from './kept-findings';
import { opinionDraftOf, reasonToLeaveOut } from './opinion-draft';
import { undoUntil } from './opinion-view';
import { lastDeed } from './report-findings';

interface Based {
  readonly version: number;
  readonly revision: string;
}

const changed = (kept: KeptFindings, key?: string) => {
  const last = lastDeed(kept, key) ?? lastDeed(kept);
  return versionChanged(last?.byName, last?.at.toISOString(), last?.deed ?? '改动了这份报告');
};

/** What people do about findings: answer, return, sign off. Each deed, its audit entry and the state it was based on are one transaction under the agency's lock. */
@Injectable()
export class FindingDeedsService {
  constructor(
    private readonly database: DataSource,
    private readonly findings: FindingsService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  private async deed<Result>(
    scope: Scope,
    agencyId: string,
    year: number,
    work: (transaction: EntityManager, now: { view: ReportFindings; kept: KeptFindings }) => Promise<Result>,
  ): Promise<Result> {
    if (!/^[0-9a-f-]{36}$/i.test(agencyId)) throw reportNotFound({ agencyId, year });
    return this.database.transaction(async (transaction) => {
      await transaction.query('select 1 from agency where county_id = $1 and id = $2 for no key update', [scope.countyId, agencyId]);
      return work(transaction, await this.findings.withKept(scope, agencyId, year, transaction));
    });
  }

  /** Explains a query, waives a finding, or takes the last answer back. @throws AppError version-changed where the finding is no longer as it was shown; not-explainable for an error. */
  async answer(scope: Scope, agencyId: string, year: number, input: AnswerInput): Promise<ReportFindings> {
    return this.deed(scope, agencyId, year, async (transaction, { view, kept }) => {
      const { key, fingerprint, kind, text } = input;
      if (view.version !== input.version) throw changed(kept);
      const stated = view.findings.find((one) => one.key === key);
      if (!stated || stated.fingerprint !== fingerprint || stated.revision !== input.revision) throw changed(kept, key);
      if (kind === 'explained' && stated.finding.severity === 'error') throw new AppError('not-explainable', 409);
      if (kind === 'withdrawn' && !stated.answer) throw changed(kept, key);
      const row = { agencyId, year, version: view.version, kind, text, key, fingerprint };
      await transaction.insert(FindingAnswerEntity, {
        ...this.stamp(scope),
        ...row,
        finding: stated.finding as never,
      });
      await this.audit.write(transaction, scope, 'answer-finding', { ...row, sentence: stated.finding.sentence, before: stated.state });
      return this.findings.ofReport(scope, agencyId, year, transaction);
    });
  }

  private stamp({ countyId, userId, userName }: Scope) {
    return { countyId, id: uuid(), byId: userId, byName: userName, at: this.clock.now() };
  }

  /** What an opinion would say about everything that is open and not yet returned. Stores nothing. */
  async draft(scope: Scope, agencyId: string, year: number): Promise<OpinionDraft> {
    const { view, kept } = await this.findings.withKept(scope, agencyId, year, this.database.manager);
    const switchedOff = await this.findings.switchedOff(scope, year);
    const number = await this.nextNumber(this.database.manager, scope.countyId, year);
    const calendar = await countyCalendar(this.database.manager, scope.countyId);
    return opinionDraftOf(view, kept.versions, { number, today: this.clock.today(), calendar, switchedOff });
  }

  /** The drafts of several agencies at once, numbered on from the next free number, and those left out with the reason. @throws AppError agency-not-found. */
  async drafts(scope: Scope, year: number, agencyIds: readonly string[]): Promise<OpinionDrafts> {
    const names = await this.database.query<{ id: string; name: string }[]>(
      'select id, name from agency where county_id = $1 and id = any($2) order by position, code',
      [scope.countyId, agencyIds],
    );
    const unknown = agencyIds.find((asked) => !names.some(({ id }) => id === asked));
    if (unknown) throw agencyNotFound(unknown);
    const { kept, views, switchedOff } = await this.findings.read(scope, scope.agencyId, year, this.database.manager);
    const today = this.clock.today();
    const calendar = await countyCalendar(this.database.manager, scope.countyId);
    const first = await this.nextNumber(this.database.manager, scope.countyId, year);
    const drafts: OpinionDraft[] = [];
    const leftOut: OpinionDrafts['leftOut'] = [];
    for (const { id: agencyId, name: agencyName } of names) {
      const view = views.find((one) => one.agencyId === agencyId);
      const reason = reasonToLeaveOut(view, year);
      if (reason !== undefined || !view) leftOut.push({ agencyId, agencyName, reason: reason ?? '' });
      else drafts.push(opinionDraftOf(view, kept.versions, { number: first + drafts.length, today, calendar, switchedOff }));
    }
    return { year, drafts, leftOut };
  }

  private async nextNumber(database: Pick<EntityManager, 'query'>, countyId: string, year: number): Promise<number> {
    const [{ number }] = await database.query<[{ number: number }]>(
      'select coalesce(max(number), 0)::int + 1 as number from opinion where county_id = $1 and year = $2',
      [countyId, year],
    );
    return number;
  }

  /** Returns the standing version with a numbered opinion. @throws AppError version-changed where anything happened to the report meanwhile. */
  async returnReport(scope: Scope, agencyId: string, year: number, input: OpinionInput): Promise<Opinion> {
    return this.deed(scope, agencyId, year, async (transaction, { view, kept }) => {
      this.expect(view, kept, input);
      const returnedOn = input.returnedOn ?? this.clock.today();
      if (returnedOn > this.clock.today() || input.dueOn < returnedOn) throw new AppError('dates-out-of-order', 400);
      const items = input.items.map(({ text, key }) => {
        const stated = key === null ? undefined : view.findings.find((one) => one.key === key);
        if (key !== null && !stated) throw changed(kept, key);
        return { text, key, fingerprint: stated?.fingerprint ?? null, finding: stated?.finding ?? null };
      });
      // Numbers of a year are given one after another.
      await transaction.query('select 1 from round where county_id = $1 and year = $2 for update', [scope.countyId, year]);
      const number = await this.nextNumber(transaction, scope.countyId, year);
      const row = {
        ...this.stamp(scope),
        agencyId,
        year,
        number,
        version: view.version,
        dueOn: input.dueOn,
        returnedOn: input.returnedOn ?? null,
        opening: input.opening,
      };
      await transaction.insert(OpinionEntity, { ...row, items: items as never });
      const points = items.map(({ text, key }) => ({ text, key }));
      await this.audit.write(transaction, scope, 'return-report', {
        agencyId,
        year,
        version: view.version,
        number,
        returnedOn,
        dueOn: input.dueOn,
        points,
      });
      return this.findings.opinion(scope, row.id, transaction);
    });
  }

  private expect(view: ReportFindings, kept: KeptFindings, { version, revision }: Based): void {
    if (view.version !== version || view.revision !== revision) throw changed(kept);
  }

  /** Takes a return back: at once without a reason for some minutes, later with one, never after a newer version came. @throws AppError opinion-closed, reason-required. */
  async takeOpinionBack(scope: Scope, id: string, reason: string): Promise<Opinion> {
    const { agencyId, year } = await this.findings.opinion(scope, id);
    return this.deed(scope, agencyId, year, async (transaction, { view, kept }) => {
      const opinion = view.opinions.find((one) => one.id === id)!;
      if (opinion.state === 'undone') throw versionChanged(opinion.undone?.byName, opinion.undone?.at, '撤回了这次退回');
      if (opinion.state === 'answered') throw new AppError('opinion-closed', 409);
      const now = this.clock.now();
      const isLate = now > undoUntil(kept.opinions.find((one) => one.id === id)!);
      if (isLate && reason.length < 2) throw new AppError('reason-required', 400);
      await transaction.update(
        OpinionEntity,
        { countyId: scope.countyId, id },
        { undoneAt: now, undoneBy: scope.userName, undoneReason: reason },
      );
      await this.audit.write(transaction, scope, 'take-opinion-back', { id, agencyId, year, number: opinion.number, reason });
      return this.findings.opinion(scope, id, transaction);
    });
  }

  /** Signs the standing version off. @throws AppError not-signable with every reason, version-changed, reason-required where the reading must be confirmed first. */
  async signOff(
    scope: Scope,
    agencyId: string,
    year: number,
    input: Based & { confirmed: boolean; text: string },
  ): Promise<ReportFindings> {
    return this.deed(scope, agencyId, year, async (transaction, { view, kept }) => {
      this.expect(view, kept, input);
      const { obstacles, toConfirm, signed, isOwn } = view.signing;
      if (signed) throw versionChanged(signed.byName, signed.at, '核定了这份报告');
      const asked = toConfirm.length > 0 && !input.confirmed ? ['请先确认已对照原件核对。'] : [];
      const reasons = [...obstacles.map(({ sentence }) => sentence), ...asked];
      if (reasons.length > 0) throw new AppError('not-signable', 409, { reasons, sentence: `还不能核定：${reasons.join('')}` });
      const row = { agencyId, year, version: view.version, text: input.text, isOwn };
      await transaction.insert(SignOffEntity, { ...this.stamp(scope), ...row, kind: 'signed' });
      await this.audit.write(transaction, scope, 'sign-off', { ...row, confirmed: input.confirmed });
      return this.findings.ofReport(scope, agencyId, year, transaction);
    });
  }

  /** Takes a sign-off back, with a reason. @throws AppError version-changed where it is no longer signed. */
  async takeSignOffBack(scope: Scope, agencyId: string, year: number, input: Based & { reason: string }): Promise<ReportFindings> {
    return this.deed(scope, agencyId, year, async (transaction, { view, kept }) => {
      this.expect(view, kept, input);
      if (!view.signing.signed) throw changed(kept);
      const row = { agencyId, year, version: view.version, text: input.reason, isOwn: false };
      await transaction.insert(SignOffEntity, { ...this.stamp(scope), ...row, kind: 'taken_back' });
      await this.audit.write(transaction, scope, 'take-sign-off-back', { ...row, before: view.signing.signed });
      return this.findings.ofReport(scope, agencyId, year, transaction);
    });
  }
}
