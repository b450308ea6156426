import { z } from 'zod';
import { cellCode } from './reports';
import { figure } from './review';

export const rereadingStates = ['running', 'done', 'cancelled'] as const;

/**
 * What reading a document anew gave. `same`: nothing differs; `changed`: the report that stands differs and no person has touched it; `settled`: it differs and
 * persons have corrected, confirmed, explained or signed; `superseded`: another document stands meanwhile; `readable`: no report was read from it before; `failed`: nothing can
 * be read from it now; `taken`: the new reading has been taken over.
 */
export const rereadStates = ['waiting', 'same', 'changed', 'settled', 'superseded', 'readable', 'failed', 'taken'] as const;
export type RereadState = (typeof rereadStates)[number];

export const rereadingInput = z.object({ year: z.int().min(2008).max(2100).optional() });
export type RereadingInput = z.infer<typeof rereadingInput>;

/** One reading anew of all documents, or those of one year; `counts` by state. */
export const rereading = z.object({
  id: z.string(),
  year: z.int().nullable(),
  state: z.enum(rereadingStates),
  readerVersion: z.string(),
  by: z.string().nullable(),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
  total: z.int(),
  counts: z.record(z.enum(rereadStates), z.int()),
});
export type Rereading = z.infer<typeof rereading>;

/** `outdated` of `standing` reports were read by an earlier reader than the present one. */
export const rereadingList = z.object({ readerVersion: z.string(), outdated: z.int(), standing: z.int(), rereadings: z.array(rereading) });
export type RereadingList = z.infer<typeof rereadingList>;

export const rereadDocument = z.object({
  submissionId: z.string(),
  fileName: z.string(),
  state: z.enum(rereadStates),
  sentence: z.string(),
  agencyId: z.string().nullable(),
  agencyName: z.string().nullable(),
  year: z.int().nullable(),
  /** The version the new reading was held against, and the reader that had read it. */
  version: z.int().nullable(),
  readerBefore: z.string().nullable(),
  changes: z.array(
    z.object({
      cell: cellCode,
      before: figure,
      after: figure,
      printedBefore: z.string(),
      printedAfter: z.string(),
      isSettled: z.boolean(),
    }),
  ),
});
export type RereadDocument = z.infer<typeof rereadDocument>;

/** A reading anew with every document that is not the same. */
export const rereadingDetail = rereading.extend({ documents: z.array(rereadDocument) });
export type RereadingDetail = z.infer<typeof rereadingDetail>;

/** Which new readings to take over: one document's, or those of all reports no person has touched. */
export const adoption = z.object({ submissionId: z.string().optional() });
export type Adoption = z.infer<typeof adoption>;
export const adopted = z.object({ taken: z.int(), left: z.int() });
export type Adopted = z.infer<typeof adopted>;
