import { z } from 'zod';

/**
 * Where a handed-in document stands. `received`: kept and waiting; `reading`: being read; `read`: report stored; `unassigned`: agency or year must be named by a person;
 * `not_a_report`, `unreadable`: with reason; `duplicate`: the same bytes were handed in before; `expanded`: an archive whose members were taken out; `quarantined`: reading it failed three times; `discarded`: put away by a person.
 */
export const submissionStatuses = [
  'received',
  'reading',
  'read',
  'unassigned',
  'not_a_report',
  'unreadable',
  'duplicate',
  'expanded',
  'quarantined',
  'discarded',
] as const;
export type SubmissionStatus = (typeof submissionStatuses)[number];

/** A member of an archive that was not taken out. `name` is its path in the archive, `why` one Chinese sentence. */
export const skippedMember = z.object({ name: z.string(), why: z.string() });
export type SkippedMember = z.infer<typeof skippedMember>;

/** Where a document was fetched: the address asked for, the one that answered, and when. */
export const submissionSource = z.object({ address: z.string(), finalAddress: z.string(), fetchedAt: z.iso.datetime() });
export type SubmissionSource = z.infer<typeof submissionSource>;

const sign = <Value extends z.ZodType>(value: Value) => z.object({ where: z.string(), text: z.string(), value });

/** For a document that waits for a person: what each sign says, and the agencies and years it may be. */
export const whoItMayBe = z.object({
  kind: z.enum(['matched', 'ambiguous', 'foreign', 'unknown']),
  agencySigns: z.array(sign(z.string())),
  yearSigns: z.array(sign(z.int())),
  candidates: z.array(z.object({ agencyId: z.string(), name: z.string(), why: z.string() })),
  years: z.array(z.int()),
});
export type WhoItMayBe = z.infer<typeof whoItMayBe>;

export const submission = z.object({
  id: z.string(),
  batchId: z.string(),
  fileName: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  status: z.enum(submissionStatuses),
  /** Stable code of the reason where the status has one. */
  reason: z.string().nullable(),
  /** One Chinese sentence for people: what happened and what to do next. */
  sentence: z.string(),
  agencyId: z.string().nullable(),
  agencyName: z.string().nullable(),
  year: z.int().nullable(),
  version: z.int().nullable(),
  /** What the document itself says, for assigning by hand. */
  readAgency: z.string().nullable(),
  readYear: z.int().nullable(),
  errorCount: z.int().nullable(),
  unclearCount: z.int().nullable(),
  /** For a duplicate: the submission that has the same bytes. */
  duplicateOf: z.string().nullable(),
  /** For what came out of an archive. */
  archiveId: z.string().nullable(),
  archiveName: z.string().nullable(),
  /** For an archive. */
  skipped: z.array(skippedMember).nullable(),
  source: submissionSource.nullable(),
  /** Present while `unassigned`. */
  who: whoItMayBe.nullable(),
  receivedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
});
export type Submission = z.infer<typeof submission>;

/** Answer to handing in: 202 means every one listed in `submissions` is kept; `refused` were not taken at all. */
export const handedIn = z.object({
  batchId: z.string(),
  submissions: z.array(submission),
  refused: z.array(z.object({ fileName: z.string(), code: z.string(), sentence: z.string() })),
});
export type HandedIn = z.infer<typeof handedIn>;

export const submissionsQuestion = z.object({
  batch: z.string().optional(),
  status: z.enum(submissionStatuses).optional(),
  year: z.coerce.number().int().optional(),
  limit: z.coerce.number().int().min(1).max(500).default(200),
  offset: z.coerce.number().int().min(0).default(0),
});

export const submissionCounts = z.record(z.enum(submissionStatuses), z.int());
export const submissionList = z.object({ submissions: z.array(submission), total: z.int(), counts: submissionCounts });
export type SubmissionList = z.infer<typeof submissionList>;

/** `remember`: the name as the document writes it becomes an alias of the agency, and what waits under the same name is matched anew. */
export const assignment = z.object({ agencyId: z.string(), year: z.int().min(2008).max(2100), remember: z.boolean().optional() });
export type Assignment = z.infer<typeof assignment>;

/** One event of the progress stream: counts of a batch (or of everything, `batchId: null`) after something changed. */
export const progress = z.object({ batchId: z.string().nullable(), total: z.int(), done: z.int(), counts: submissionCounts });
export type Progress = z.infer<typeof progress>;

/** Which documents to read once more: those of a batch, or of one status, or all that could not be used. */
export const retryQuestion = z.object({ batch: z.string().optional(), status: z.enum(submissionStatuses).optional() });
export const retried = z.object({ count: z.int() });
