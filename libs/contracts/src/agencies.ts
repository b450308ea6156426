import { z } from 'zod';
import { agencyKinds } from '@mingshu/report-format';

export const agencyInput = z.object({
  code: z.string().trim().min(1).max(40),
  name: z.string().trim().min(2).max(80),
  kind: z.enum(agencyKinds),
  aliases: z.array(z.string().trim().min(1).max(80)).max(20),
  /** First and last fiscal year for which the agency owes a report; `null` = open. */
  firstYear: z.int().min(2008).max(2100).nullable(),
  lastYear: z.int().min(2008).max(2100).nullable(),
  /** A category the county defined, in place of the kind, for dates and subtotals. Left out: unchanged. */
  category: z.string().trim().max(20).nullable().optional(),
  /** Whom to call. Left out: unchanged. */
  contactName: z.string().trim().max(40).optional(),
  contactPhone: z.string().trim().max(40).optional(),
});
export type AgencyInput = z.infer<typeof agencyInput>;

/** 由…合并、更名、分设而来. `split`: what its predecessor carried over belongs to nobody in particular. */
export const lineageKinds = ['merged', 'renamed', 'split'] as const;
const sinceYear = z.int().min(2008).max(2100);

/** Where an agency came from: from fiscal year `sinceYear` on it files by itself. `by`, `at`: who recorded it and when. */
export const agencyLineage = z.object({
  kind: z.enum(lineageKinds),
  sinceYear,
  predecessors: z.array(z.object({ id: z.string(), name: z.string() })),
  by: z.string(),
  at: z.iso.datetime(),
});
export type AgencyLineageView = z.infer<typeof agencyLineage>;

/** Takes the place of what was recorded; no predecessors: nothing is recorded any more. `basedOn` is the `at` that was seen, `null` where there was none. */
export const lineageInput = z.object({
  kind: z.enum(lineageKinds),
  sinceYear,
  predecessorIds: z.array(z.uuid()).max(20),
  basedOn: z.iso.datetime().nullable(),
});
export type LineageInput = z.infer<typeof lineageInput>;

/** `contactPhone` has its middle hidden; the whole number is asked for one by one. */
export const agency = agencyInput.extend({ id: z.string(), reportCount: z.int(), lineage: agencyLineage.nullable() });
export type Agency = z.infer<typeof agency>;

/** What an import of a roster file would do, or has done when `apply` was asked. Nothing is written where `faults` is not empty. */
export const rosterImport = z.object({
  applied: z.boolean(),
  added: z.array(z.string()),
  changed: z.array(z.string()),
  unchanged: z.int(),
  faults: z.array(z.object({ row: z.int(), sentence: z.string() })),
});
export type RosterImport = z.infer<typeof rosterImport>;

/** One reporting year. Dates are ISO days; `publishBy` is `null` where the regulation's day holds; `due` is how many agencies owe a report. */
export const round = z.object({
  year: z.int(),
  onTimeBy: z.iso.date(),
  closesOn: z.iso.date(),
  publishBy: z.iso.date().nullable(),
  due: z.int(),
});
export type Round = z.infer<typeof round>;
export const roundInput = z.object({ onTimeBy: z.iso.date(), closesOn: z.iso.date(), publishBy: z.iso.date().nullish() });
