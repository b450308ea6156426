import { z } from 'zod';
import { seasonPhases, type FilingRates } from '@mingshu/statistics/season';
import { filingException, publicationSummary, recordedHandIn, reminder } from './season';
import { checkIds, type Finding, type Quote } from '@mingshu/report-checks';
import {
  agencyKinds,
  countyKind,
  figureSigns,
  isCellCode,
  versionOrigins,
  type Acceptance,
  type Applicant,
  type CellCode,
  type Extension,
  type Figure,
  type FigureReading,
  type Remark,
  type ReportReading,
  type Settlement,
  type Settlements,
} from '@mingshu/report-format';

/** The code of a cell. A refined string, so that it can be written in the description of the interface. */
export const cellCode = z.string().refine(isCellCode) as unknown as z.ZodType<CellCode, CellCode>;
const editionId = z.enum(['2019', '2021']);

const place = z.custom<Extract<FigureReading, { place: unknown }>['place']>(
  (value) => typeof value === 'object' && value !== null && 'kind' in value,
);

const withSigns = { supportedBy: z.array(z.enum(figureSigns)).optional(), contradictedBy: z.array(z.enum(figureSigns)).optional() };

export const figureReading: z.ZodType<FigureReading> = z.union([
  z.object({
    state: z.literal('number'),
    value: z.number(),
    printed: z.string(),
    place,
    unit: z.string().optional(),
    note: z.string().optional(),
    ...withSigns,
  }),
  z.object({ state: z.enum(['blank', 'not_applicable']), printed: z.string(), place, ...withSigns }),
  z.object({ state: z.literal('unread'), why: z.literal('unclear'), printed: z.string(), place: place.optional(), ...withSigns }),
  z.object({ state: z.literal('unread'), why: z.literal('not_found'), ...withSigns }),
]);

const check = z.enum(checkIds);

const quote: z.ZodType<Quote> = z.object({
  section: z.enum(['opening', '1', '2', '3', '4', '5', '6']),
  start: z.int(),
  end: z.int(),
  quote: z.string(),
});

/** A broken rule. `cells` is empty where it is about words or dates; `expected` and `found` stand where it is about a number. */
export const finding: z.ZodType<Finding> = z.object({
  check,
  severity: z.enum(['error', 'warning', 'info']),
  cells: z.array(cellCode),
  sentence: z.string(),
  expected: z.number().optional(),
  found: z.number().optional(),
  likely: z.object({ cell: cellCode, value: z.number(), how: z.string().optional() }).optional(),
  subject: z.string().optional(),
  facts: z.array(z.string()).optional(),
  claim: quote.optional(),
  passages: z.array(z.object({ own: quote, other: quote, agency: z.string(), year: z.int() })).optional(),
});

/** Tests of a rule that nobody can judge, and why; never counted as passed. */
export const untested = z.object({ check, count: z.int(), why: z.string() });

/** A rule the county switched off that would have been applied to this report. */
export const switchedOffRule = z.object({ check, name: z.string(), reason: z.string() });

const remark: z.ZodType<Remark> = z.object({ code: z.string(), text: z.string(), cells: z.array(cellCode).optional() });
const acceptance: z.ZodType<Acceptance> = z.object({ withoutPerson: z.boolean(), reasons: z.array(remark) });
const extension: z.ZodType<Extension> = z.object({
  table: z.enum(['disclosure', 'requests', 'disputes']),
  kind: z.enum(['row', 'column']),
  label: z.string(),
  values: z.array(z.object({ printed: z.string(), place, row: z.string().optional() })),
});
const signs = z.custom<ReportReading['agency']['signs']>((value) => Array.isArray(value));

export const reportVersion = z.object({
  version: z.int(),
  submissionId: z.string(),
  fileName: z.string(),
  receivedAt: z.iso.datetime(),
  stands: z.boolean(),
  errorCount: z.int(),
  origin: z.enum(versionOrigins),
  /** The version that taking this one back restores. */
  basedOn: z.int().nullable(),
  /** Name of the person who made this version by correcting or entering; `null` where it was read. */
  madeBy: z.string().nullable(),
  madeAt: z.iso.datetime().nullable(),
  reason: z.string().nullable(),
});
export type ReportVersion = z.infer<typeof reportVersion>;

export const settlement: z.ZodType<Settlement> = z.object({
  kind: z.enum(['corrected', 'confirmed']),
  by: z.string(),
  at: z.iso.datetime(),
  reason: z.string(),
  first: figureReading,
});

const figure = z.custom<Figure>(
  (value) => typeof value === 'number' || value === 'blank' || value === 'not_applicable' || value === 'unread',
);
const applicant = z.custom<Applicant>((value) => typeof value === 'string');
const linkState = z.enum(['holds', 'broken', 'unknown']);
const chainColumn = z.object({ applicant, carriedIn: figure.nullable(), carriedOut: figure.nullable() });

/** 结转衔接: what each year of the agency, and of those it came from, carried in and out; standing versions. */
export const carryOverView = z.object({
  years: z.array(
    z.object({
      year: z.int(),
      columns: z.array(chainColumn),
      parts: z.array(z.object({ agency: z.object({ id: z.string(), name: z.string() }), columns: z.array(chainColumn) })),
      missing: z.array(z.string()),
    }),
  ),
  links: z.array(
    z.object({
      fromYear: z.int(),
      toYear: z.int(),
      columns: z.array(chainColumn.extend({ state: linkState, difference: z.number().nullable() })),
      state: linkState,
      why: z.string().nullable(),
    }),
  ),
  /** Sentences on where the agency came from and what became of it. */
  lineage: z.array(z.string()),
});
export type CarryOverView = z.infer<typeof carryOverView>;

/** Everything about one version of what one agency reported for one year. */
export const reportDetail = z.object({
  agency: z.object({ id: z.string(), name: z.string(), kind: z.enum([...agencyKinds, countyKind]), code: z.string() }),
  year: z.int(),
  version: z.int(),
  stands: z.boolean(),
  edition: editionId,
  editionPresumed: z.boolean(),
  /** Every cell of the edition. */
  figures: z.record(z.string(), figureReading),
  /** What persons corrected or confirmed, by cell. */
  settlements: z.record(z.string(), settlement),
  findings: z.array(finding),
  /** How many relations were tested and hold, are broken, or could not be tested. */
  verdicts: z.object({ holds: z.int(), broken: z.int(), notAssessable: z.int() }),
  untested: z.array(untested),
  switchedOff: z.array(switchedOffRule),
  remarks: z.array(remark),
  /** Rows and columns of the document that the form does not have. */
  extensions: z.array(extension),
  /** Whether the reading can be taken over without a person; null where it was stored before this was judged. */
  acceptance: acceptance.nullable(),
  sections: z.record(z.string(), z.string()),
  agencySigns: signs,
  yearSigns: z.custom<ReportReading['year']['signs']>((value) => Array.isArray(value)),
  readerVersion: z.string(),
  versions: z.array(reportVersion),
  /** Years for which this agency has a report that stands. */
  years: z.array(z.int()),
  carryOver: carryOverView,
});
export type ReportDetail = Omit<z.infer<typeof reportDetail>, 'figures' | 'settlements'> & {
  figures: Partial<Record<CellCode, FigureReading>>;
  settlements: Settlements;
};

/** 未报, 已收, 有错待改, 已退回, 已改待核, 已核, 已发布. Derived, never clicked. */
export const reportStatuses = ['not_filed', 'received', 'has_errors', 'returned', 'corrected', 'signed', 'published'] as const;
export type ReportStatus = (typeof reportStatuses)[number];

/** What is to be done next: remind, wait, look through, return, wait for the corrected one, sign, see to its publication, nothing. */
export const nextSteps = ['remind', 'wait', 'review', 'return', 'await_corrected', 'sign', 'publish', 'none'] as const;
export type NextStep = (typeof nextSteps)[number];

const filingRates: z.ZodType<FilingRates> = z.object({
  category: z.string(),
  due: z.int(),
  filed: z.int(),
  onTime: z.int(),
  undated: z.int(),
  excused: z.int(),
  filedRate: z.number().nullable(),
  onTimeRate: z.number().nullable(),
});

/** How many had come by each day, counted in days from the on-time date. */
const arrivals = z.array(z.object({ day: z.int(), count: z.int() }));

/** A line of the 名册 of a year. `daysLate`: days handed in after the on-time date, or since it where nothing was handed in; 0 when on time. */
export const ledgerLine = z.object({
  agencyId: z.string(),
  agencyName: z.string(),
  agencyKind: z.enum(agencyKinds),
  status: z.enum(reportStatuses),
  receivedAt: z.iso.datetime().nullable(),
  daysLate: z.int(),
  /** Open errors and queries: neither corrected nor answered. */
  errorCount: z.int(),
  warningCount: z.int(),
  unclearCount: z.int(),
  version: z.int().nullable(),
  /** The kind, or what the county put in its place. */
  category: z.string(),
  /** Day of the first handing-in: the one on record, else the day of arrival; `null` also where neither says anything. */
  receivedOn: z.iso.date().nullable(),
  /** The day of handing in that a person recorded. */
  recordedHandIn: recordedHandIn.nullable(),
  dueOn: z.iso.date(),
  dueFrom: z.enum(['extension', 'category', 'round']),
  /** Days from the due date to the first handing-in, or to today where nothing came; negative is early. `null` where the day is not known or nothing is owed. */
  daysAfterDue: z.int().nullable(),
  exception: filingException.nullable(),
  contactName: z.string(),
  /** Middle hidden. */
  contactPhone: z.string(),
  nextStep: z.enum(nextSteps),
  /** Text to copy, where a report is outstanding. */
  reminderText: z.string().nullable(),
  /** Newest first. */
  reminders: z.array(reminder),
  returnedOn: z.iso.date().nullable(),
  signedOn: z.iso.date().nullable(),
  publication: publicationSummary,
});
export type LedgerLine = z.infer<typeof ledgerLine>;

export const ledger = z.object({
  year: z.int(),
  onTimeBy: z.iso.date(),
  closesOn: z.iso.date(),
  /** 应报, 已收, 有错, 已核 (those published among them), 已发布, 逾期. */
  counts: z.object({
    due: z.int(),
    received: z.int(),
    withErrors: z.int(),
    signed: z.int(),
    published: z.int(),
    overdue: z.int(),
    unassigned: z.int(),
    unreadable: z.int(),
  }),
  lines: z.array(ledgerLine),
  rates: z.object({ categories: z.array(filingRates), total: filingRates }),
  phase: z.enum(seasonPhases),
  /** Working days from today to the next due date of what is outstanding, negative once it has passed; `note` says which holidays are not known. */
  countdown: z.object({ dueOn: z.iso.date(), workingDays: z.int().nullable(), note: z.string().nullable() }),
  arrivals: z.object({ thisYear: arrivals, lastYear: arrivals }),
  today: z.iso.date(),
  /** Chinese sentences on what the numbers do not say. */
  notes: z.array(z.string()),
});
export type Ledger = z.infer<typeof ledger>;
