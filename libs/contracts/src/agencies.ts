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

/** `contactPhone` has its middle hidden; the whole number is asked for one by one. */
export const agency = agencyInput.extend({ id: z.string(), reportCount: z.int() });
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

/** One reporting year. Dates are ISO days; `due` is how many agencies owe a report. */
export const round = z.object({ year: z.int(), onTimeBy: z.iso.date(), closesOn: z.iso.date(), due: z.int() });
export type Round = z.infer<typeof round>;
export const roundInput = z.object({ onTimeBy: z.iso.date(), closesOn: z.iso.date() });
