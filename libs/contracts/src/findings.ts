import { z } from 'zod';
import { agencyKinds, countyKind, type CellCode, type Figure } from '@mingshu/report-format';
import { checkIds, findingStates, type SigningObstacle, type TextChange } from '@mingshu/report-checks';
import { problem } from './problems';
import { cellCode, finding, reportStatuses, switchedOffRule, untested } from './reports';

/** Something that happened to a finding, oldest first. `found`, `reopened` and `resolved` happen by themselves, so nobody is named. */
export const findingEvent = z.object({
  kind: z.enum(['found', 'explained', 'waived', 'withdrawn', 'returned', 'return_undone', 'reopened', 'resolved']),
  version: z.int(),
  text: z.string(),
  byName: z.string().nullable(),
  at: z.iso.datetime(),
});
export type FindingEvent = z.infer<typeof findingEvent>;

/** A finding with its state and history. `revision` names the state it was seen in; `answer`: the explanation or waiver in force. */
export const statedFinding = z.object({
  key: z.string(),
  fingerprint: z.string(),
  finding,
  state: z.enum(findingStates),
  returnedFor: z.int(),
  /** The same rule was broken in last year's report too. */
  isRepeated: z.boolean(),
  answer: z.object({ text: z.string(), byName: z.string(), at: z.iso.datetime() }).nullable(),
  revision: z.string(),
  events: z.array(findingEvent),
});
export type StatedFindingView = z.infer<typeof statedFinding>;

const opinionItem = z.object({ text: z.string().trim().min(1).max(2000), key: z.string().nullable() });

/** A return with its numbered opinion. `state`: under way, answered by a newer version, or taken back. */
export const opinion = z.object({
  id: z.string(),
  agencyId: z.string(),
  agencyName: z.string(),
  year: z.int(),
  number: z.int(),
  version: z.int(),
  dueOn: z.iso.date(),
  /** The day it was sent back, where that was before it was recorded here. */
  returnedOn: z.iso.date().nullable(),
  opening: z.string(),
  items: z.array(opinionItem.extend({ severity: z.enum(['error', 'warning', 'info']).nullable() })),
  byName: z.string(),
  at: z.iso.datetime(),
  state: z.enum(['under_way', 'answered', 'undone']),
  /** When a newer version arrived. */
  answeredAt: z.iso.datetime().nullable(),
  undone: z.object({ byName: z.string(), at: z.iso.datetime(), reason: z.string() }).nullable(),
  /** Until then it may be taken back without a reason. */
  undoUntil: z.iso.datetime(),
  switchedOff: z.array(switchedOffRule),
});
export type Opinion = z.infer<typeof opinion>;

/** What an opinion would say, made of what is open; nothing is stored until it is returned. `number` is the next free one. */
export const opinionDraft = opinion
  .pick({
    agencyId: true,
    agencyName: true,
    year: true,
    number: true,
    version: true,
    dueOn: true,
    opening: true,
    items: true,
    switchedOff: true,
  })
  .extend({
    revision: z.string(),
    /** Says where the due date rests on an estimate, as the holidays of a year are not published; empty otherwise. */
    dueNote: z.string(),
  });
export type OpinionDraft = z.infer<typeof opinionDraft>;

const based = { version: z.int(), revision: z.string() };

export const opinionInput = z.object({
  ...based,
  dueOn: z.iso.date(),
  /** Left out: today. */
  returnedOn: z.iso.date().optional(),
  opening: z.string().trim().min(1).max(2000),
  items: z.array(opinionItem).min(1).max(200),
});
export type OpinionInput = z.infer<typeof opinionInput>;

/** The opinions of several agencies before they are returned together; `leftOut` names those with nothing to return, and why. */
export const opinionDrafts = z.object({
  year: z.int(),
  drafts: z.array(opinionDraft),
  leftOut: z.array(z.object({ agencyId: z.string(), agencyName: z.string(), reason: z.string() })),
});
export type OpinionDrafts = z.infer<typeof opinionDrafts>;

const several = (text: string) => text.split(',').filter((id) => id !== '');
const agencyId = z.uuid();
/** Agencies of one year, joined by commas. */
export const opinionDraftsQuestion = z.object({
  agencies: z.string().transform(several).pipe(z.array(agencyId).min(1).max(200)),
});

export const groupedReturnInput = z.object({
  opinions: z.array(opinionInput.extend({ agencyId })).min(1).max(200),
});
export type GroupedReturnInput = z.infer<typeof groupedReturnInput>;

/** What came of a grouped return: each agency by itself. `failed` says of each why nothing was made. */
export const groupedReturn = z.object({
  made: z.array(opinion),
  failed: z.array(z.object({ agencyId: z.string(), agencyName: z.string(), problem })),
});
export type GroupedReturn = z.infer<typeof groupedReturn>;

/** Opinions of one year, joined by commas. */
export const lettersQuestion = z.object({ opinions: z.string().transform(several).pipe(z.array(z.uuid()).min(1).max(200)) });

/** Taking something back; `reason` may be left out within the time of `undoUntil`. */
export const takeBackInput = z.object({ reason: z.string().trim().max(500).default('') });

/** Explain, waive, or take the last answer back. `revision` and `fingerprint` are those of the finding as the page showed it. */
export const answerInput = z.object({
  ...based,
  key: z.string().min(1).max(4000),
  fingerprint: z.string().max(20_000),
  kind: z.enum(['explained', 'waived', 'withdrawn']),
  text: z.string().trim().min(2).max(1000),
});
export type AnswerInput = z.infer<typeof answerInput>;

/** `confirmed`: the person has compared the reading with the original, asked for where the reading could not be taken over by itself. */
export const signOffInput = z.object({ ...based, confirmed: z.boolean().default(false), text: z.string().trim().max(500).default('') });
export const signOffTakeBackInput = z.object({ ...based, reason: z.string().trim().min(2).max(500) });

const signOffEvent = z.object({
  kind: z.enum(['signed', 'taken_back']),
  version: z.int(),
  text: z.string(),
  isOwn: z.boolean(),
  byName: z.string(),
  at: z.iso.datetime(),
});

const obstacle: z.ZodType<SigningObstacle> = z.object({
  code: z.enum(['open-errors', 'open-warnings', 'returned', 'unclear-cells', 'own-report']),
  count: z.int(),
  sentence: z.string(),
});

/** Where the sign-off of the standing version stands: what is in the way, what is to be confirmed first, and what was done. */
export const signing = z.object({
  signed: signOffEvent.nullable(),
  obstacles: z.array(obstacle),
  /** Chinese sentences a person confirms when signing. */
  toConfirm: z.array(z.string()),
  warnings: z.array(z.string()),
  /** Whoever asks handed this in or corrected it. */
  isOwn: z.boolean(),
  events: z.array(signOffEvent),
});

/** The findings of the standing version of one agency's year, with all that was done about them. */
export const reportFindings = z.object({
  agencyId: z.string(),
  agencyName: z.string(),
  agencyKind: z.enum([...agencyKinds, countyKind]),
  year: z.int(),
  version: z.int(),
  receivedAt: z.iso.datetime(),
  status: z.enum(reportStatuses),
  /** Names the state of all of it; changes with every deed. */
  revision: z.string(),
  /** Open findings about the report; `filing`: those about its dates and publication, which stand in no signature's way. */
  open: z.object({ errors: z.int(), warnings: z.int(), returned: z.int(), filing: z.int() }),
  unclearCells: z.int(),
  findings: z.array(statedFinding),
  resolved: z.array(statedFinding),
  opinions: z.array(opinion),
  signing,
});
export type ReportFindings = z.infer<typeof reportFindings>;

export const findingsQuestion = z.object({
  severity: z.enum(['error', 'warning', 'info']).optional(),
  check: z.enum(checkIds).optional(),
  agency: z.string().optional(),
  /** A state, or `unsettled`: whatever is open. */
  state: z.enum([...findingStates, 'unsettled']).optional(),
  repeated: z.enum(['new', 'repeated']).optional(),
});
export type FindingsQuestion = z.infer<typeof findingsQuestion>;

/** A year's findings by agency. `counts` are over all, whatever the question leaves out. */
export const yearFindings = z.object({
  year: z.int(),
  counts: z.object({
    reports: z.int(),
    clean: z.int(),
    severities: z.record(z.enum(['error', 'warning', 'info']), z.int()),
    states: z.record(z.enum(findingStates), z.int()),
    checks: z.partialRecord(z.enum(checkIds), z.int()),
  }),
  agencies: z.array(reportFindings),
  /** Agencies that have handed nothing in, where a rule speaks of it; there is no report to answer on, so they stand apart from the counts. */
  outstanding: z.array(z.object({ agencyId: z.string(), agencyName: z.string(), finding, isRepeated: z.boolean() })),
  /** Every agency with a report of the year, for choosing. */
  names: z.array(z.object({ id: z.string(), name: z.string() })),
  switchedOff: z.array(switchedOffRule),
  /** How many rules are in force for the year. */
  rules: z.int(),
  /** The county's year as a whole: its findings, what nobody can judge, and whether its own report is there and holds them. `null` for a township. */
  county: z
    .object({ hasReport: z.boolean(), findings: z.array(finding), untested: z.array(untested), switchedOff: z.array(switchedOffRule) })
    .nullable(),
});
export type YearFindings = z.infer<typeof yearFindings>;

const figure = z.custom<Figure>((value) => typeof value === 'number' || typeof value === 'string');
const textChange: z.ZodType<TextChange> = z.object({ kind: z.enum(['same', 'gone', 'new']), text: z.string() });

/** One version against another: cells, findings, text. */
export const versionDifference = z.object({
  agencyName: z.string(),
  year: z.int(),
  from: z.int(),
  to: z.int(),
  /** The two are of different editions, so only cells both have are compared. */
  editions: z.object({ from: z.enum(['2019', '2021']), to: z.enum(['2019', '2021']) }),
  cells: z.array(z.object({ cell: cellCode, before: figure, after: figure })),
  compared: z.int(),
  gone: z.array(finding),
  added: z.array(finding),
  kept: z.int(),
  sections: z.array(z.object({ section: z.string(), changes: z.array(textChange) })),
});
export type VersionDifference = z.infer<typeof versionDifference> & {
  cells: { cell: CellCode; before: Figure; after: Figure }[];
};
