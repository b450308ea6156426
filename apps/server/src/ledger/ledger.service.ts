import { Injectable } from '@nestjs/common';
import type { Ledger, LedgerLine, ReportFindings } from '@mingshu/contracts';
import {
  daysAfterDue,
  daysBetween,
  filingRates,
  maskedPhone,
  owesFor,
  reminderText,
  seasonPhase,
  workingDaysBetween,
  type WorkCalendar,
  type FilingDates,
} from '@mingshu/statistics/season';
import { DataSource } from 'typeorm';
import { AgenciesService, type ReportingAgency } from '../agencies/agencies.service';
import { Clock } from '../config/clock';
import { CountyEntity } from '../database/entities';
import { FindingsService } from '../findings/findings.service';
import type { Scope } from '../identity/scope';
import { countyCalendar } from '../rounds/county-calendar';
import { RoundsService } from '../rounds/rounds.service';
import { keptFilings, type KeptFiling } from '../filings/kept-filings';
import { publishedOn } from '../filings/kept-publications';
import { arrivals } from './arrivals';
import { filedReports, remindersOf } from './ledger-facts';
import { nextStep } from './next-step';

const chinaDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });
const dayOf = (moment: string | undefined) => (moment ? chinaDay.format(new Date(moment)) : null);
const soon = 21;

interface YearFacts {
  readonly county: CountyEntity;
  readonly year: number;
  readonly today: string;
  readonly calendar: WorkCalendar;
  readonly round: FilingDates;
  readonly filings: ReadonlyMap<string, KeptFiling>;
  readonly filed: Awaited<ReturnType<typeof filedReports>>;
  readonly reminders: Awaited<ReturnType<typeof remindersOf>>;
  readonly states: ReadonlyMap<string, ReportFindings>;
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

  /** The 名册 of a year: every agency on the roster, filed or not, the excused among them, and the counts above it. */
  async ledger(scope: Scope, year: number): Promise<Ledger> {
    const facts = await this.facts(scope, year);
    const { round, today } = facts;
    const [agencies, open, lastYear] = await Promise.all([this.agencies.all(scope), this.unfinished(scope), this.lastYear(scope, year)]);
    const lines = agencies.filter((agency) => owesFor(agency, year)).map((agency) => lineOf(agency, facts));
    const rates = filingRates(lines.map(ratedAs));
    const latest = lines.reduce((date, { dueFrom, dueOn }) => (dueFrom !== 'extension' && dueOn > date ? dueOn : date), round.onTimeBy);
    const filedDays = lines.flatMap(({ receivedOn }) => receivedOn ?? []);
    return {
      year,
      onTimeBy: round.onTimeBy,
      closesOn: round.closesOn,
      counts: {
        due: rates.total.due,
        received: rates.total.filed,
        withErrors: lines.filter(({ status }) => status === 'has_errors').length,
        signed: lines.filter(({ status }) => status === 'signed' || status === 'published').length,
        published: lines.filter(({ status }) => status === 'published').length,
        overdue: lines.filter((line) => isOutstanding(line) && line.daysLate > 0).length,
        unassigned: open('unassigned'),
        unreadable: open('unreadable') + open('quarantined'),
      },
      lines,
      rates,
      phase: seasonPhase({ onTimeBy: latest, closesOn: round.closesOn }, today),
      countdown: countdownOf(lines, round.onTimeBy, facts),
      arrivals: { thisYear: arrivals(filedDays, round.onTimeBy), lastYear },
      today,
      notes: notesOn(rates.total.undated),
    };
  }

  private async facts(scope: Scope, year: number): Promise<YearFacts> {
    const { countyId } = scope;
    const [county, round, calendar, filings, filed, reminders, states] = await Promise.all([
      this.database.getRepository(CountyEntity).findOneByOrFail({ id: countyId }),
      this.rounds.dates(scope, year),
      countyCalendar(this.database.manager, countyId),
      keptFilings(this.database.manager, { countyId, agencyId: scope.agencyId, year }),
      filedReports(this.database, countyId, year),
      remindersOf(this.database, countyId, year),
      this.findings.ofYearReports(scope, year),
    ]);
    return {
      county,
      year,
      today: this.clock.today(),
      round,
      calendar,
      filings,
      filed,
      reminders,
      states: new Map(states.map((state) => [state.agencyId, state])),
    };
  }

  private async unfinished({ countyId }: Scope): Promise<(status: string) => number> {
    const rows = await this.database.query<{ status: string; count: number }[]>(
      `select status, count(*)::int as count from submission where county_id = $1 and status in ('unassigned', 'unreadable', 'quarantined') group by status`,
      [countyId],
    );
    return (status) => rows.filter((one) => one.status === status).reduce((sum, { count }) => sum + count, 0);
  }

  private async lastYear(scope: Scope, year: number) {
    const before = { countyId: scope.countyId, agencyId: scope.agencyId, year: year - 1 };
    const [filings, { onTimeBy }, [roster]] = await Promise.all([
      keptFilings(this.database.manager, before),
      this.rounds.dates(scope, year - 1),
      this.agencies.rosters(scope, [year - 1]),
    ]);
    return arrivals(
      (roster?.agencies ?? []).flatMap(({ id }) => dayOn(filings.get(id)) ?? []),
      onTimeBy,
    );
  }
}

/** The day a report was handed in, where it is known. */
const dayOn = (filing: KeptFiling | undefined): string | null => (filing && filing.handedInOn !== 'unknown' ? filing.handedInOn : null);

const notesOn = (undated: number): string[] =>
  undated > 0 ? [`有 ${undated} 家的报告是事后补录的，没有登记报送日期，不与期限比较，也不算按时率。`] : [];

const isOutstanding = ({ status, exception }: LedgerLine) => status === 'not_filed' && exception?.kind !== 'excused';

const ratedAs = ({ category, exception, status, daysAfterDue: days }: LedgerLine) => ({
  category,
  isExcused: exception?.kind === 'excused',
  isFiled: status !== 'not_filed',
  isOnTime: status === 'not_filed' ? false : days === null ? null : days <= 0,
});

/** The publication of a report as its line shows it. */
function publicationOf({ publication, seen }: KeptFiling): LedgerLine['publication'] {
  return {
    state: publication,
    isStated: seen?.how === 'registered',
    address: seen?.address ?? null,
    publishedOn: seen ? publishedOn(seen) : null,
    seenOn: dayOf(seen?.seenAt ?? undefined),
  };
}

/** One agency's line, all of it derived. */
function lineOf({ id, name, kind, contactName, contactPhone }: ReportingAgency, facts: YearFacts): LedgerLine {
  const { county, year, today, calendar, filings, filed, reminders, states } = facts;
  const row = filed.get(id);
  const state = states.get(id);
  const status = state?.status ?? (row ? 'received' : 'not_filed');
  const filing = filings.get(id)!;
  const { category, exception, recorded } = filing;
  const isExcused = exception?.kind === 'excused';
  const { dueOn, from } = filing.due;
  const receivedOn = dayOn(filing);
  const days = isExcused || (row && receivedOn === null) ? null : daysAfterDue(dueOn, receivedOn, today);
  const left = daysBetween(today, dueOn);
  const isOwed = status === 'not_filed' && !isExcused;
  return {
    agencyId: id,
    agencyName: name,
    agencyKind: kind,
    status,
    receivedAt: row?.receivedAt ?? null,
    daysLate: Math.max(0, days ?? 0),
    errorCount: state?.open.errors ?? 0,
    warningCount: state?.open.warnings ?? 0,
    unclearCount: row?.unclearCount ?? 0,
    version: row?.version ?? null,
    category,
    receivedOn,
    recordedHandIn: recorded,
    dueOn,
    dueFrom: from,
    daysAfterDue: days,
    exception,
    contactName,
    contactPhone: maskedPhone(contactPhone),
    nextStep: nextStep(status, {
      isExcused,
      isDueSoon: left <= soon,
      openQuestions: (row?.unclearCount ?? 0) + (state?.open.warnings ?? 0),
    }),
    reminderText: isOwed
      ? reminderText({ county: county.name, year, agency: name, dueOn, today, ...workingDaysLeft(today, dueOn, calendar) })
      : null,
    reminders: reminders.get(id) ?? [],
    returnedOn: returnedOn(state),
    signedOn: state?.status === 'signed' || state?.status === 'published' ? dayOf(state.signing.signed?.at) : null,
    publication: publicationOf(filing),
  };
}

/** The day of the last return in force. */
function returnedOn(state: ReportFindings | undefined): string | null {
  const last = state?.opinions.find((opinion) => opinion.state !== 'undone');
  return last ? (last.returnedOn ?? dayOf(last.at)) : null;
}

const workingDaysLeft = (today: string, dueOn: string, calendar: WorkCalendar) => {
  const left = daysBetween(today, dueOn);
  if (left <= 0 || left > 365) return {};
  const { count, note } = workingDaysBetween(today, dueOn, calendar);
  return { workingDaysLeft: count, ...(note ? { workingDaysNote: note } : {}) };
};

/** To the next due date of what is outstanding, else to the year's on-time date; counted out to a year. */
function countdownOf(
  lines: readonly LedgerLine[],
  onTimeBy: string,
  { today, calendar }: Pick<YearFacts, 'today' | 'calendar'>,
): Ledger['countdown'] {
  const ahead = lines.filter((line) => isOutstanding(line) && line.dueOn >= today).map(({ dueOn }) => dueOn);
  const dueOn = ahead.sort()[0] ?? onTimeBy;
  if (Math.abs(daysBetween(today, dueOn)) > 365) return { dueOn, workingDays: null, note: null };
  const { count, note } = workingDaysBetween(today, dueOn, calendar);
  return { dueOn, workingDays: count, note: note ?? null };
}
