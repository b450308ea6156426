import { publicationStates } from '@mingshu/report-checks';
import { z } from 'zod';

const day = z.iso.date();
const reason = z.string().trim().min(2).max(300);
const agencyIds = z.array(z.uuid()).min(1).max(500);

/** On-time and closing date of one category: a kind of agency, or one the county defined; the day by which it must publish, where it has its own. */
export const categoryDates = z.object({
  category: z.string().trim().min(1).max(20),
  onTimeBy: day,
  closesOn: day,
  publishBy: day.nullish(),
});
export type CategoryDates = z.infer<typeof categoryDates>;

/** All dates of a year's categories; a category that is not among them follows the year's own dates. */
export const categoriesInput = z.object({ categories: z.array(categoryDates).max(40) });

/** A year before it begins: the roster against the year before, and the dates copied from it, each one year later. Nothing is written by asking. */
export const preparation = z.object({
  year: z.int(),
  /** The year it is copied from; `null` where there is none. */
  from: z.int().nullable(),
  exists: z.boolean(),
  onTimeBy: day,
  closesOn: day,
  publishBy: day.nullable(),
  categories: z.array(categoryDates),
  /** Every category on the roster of the year. */
  categoryNames: z.array(z.string()),
  added: z.array(z.string()),
  ended: z.array(z.string()),
  renamed: z.array(z.object({ from: z.string(), to: z.string() })),
  kept: z.int(),
  /** Excused the year before: owed again unless excused anew. */
  excusedBefore: z.array(z.object({ name: z.string(), reason: z.string() })),
  confirmed: z.object({ by: z.string(), at: z.iso.datetime() }).nullable(),
});
export type Preparation = z.infer<typeof preparation>;

/** An extension until a day, an excuse, or the end of either. Always with a reason. */
export const exceptionInput = z
  .object({ agencyIds, kind: z.enum(['extended', 'excused', 'withdrawn']), until: day.optional(), reason })
  .refine(({ kind, until }) => (kind === 'extended') === (until !== undefined));
export type ExceptionInput = z.infer<typeof exceptionInput>;

export const filingException = z.object({
  kind: z.enum(['extended', 'excused']),
  until: day.nullable(),
  reason: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
});
export type FilingException = z.infer<typeof filingException>;

/** The days on which reports really were handed in, where that is not the day they arrived here; `null` takes a recorded day back. With the reason. */
export const handInDatesInput = z.object({
  dates: z
    .array(z.object({ agencyId: z.uuid(), handedInOn: day.nullable() }))
    .min(1)
    .max(500),
  reason,
});
export type HandInDatesInput = z.infer<typeof handInDatesInput>;

/** A day of handing in that a person recorded. */
export const recordedHandIn = z.object({ on: day, reason: z.string(), by: z.string(), at: z.iso.datetime() });

/** Records that the agencies were reminded, each with the text it was sent. */
export const reminderInput = z.object({
  reminders: z
    .array(z.object({ agencyId: z.uuid(), text: z.string().trim().min(2).max(1000) }))
    .min(1)
    .max(500),
});
export type ReminderInput = z.infer<typeof reminderInput>;

export const reminder = z.object({ text: z.string(), by: z.string(), at: z.iso.datetime() });

/** The contact of an agency in full; asking for it is written to the audit trail. */
export const shownContact = z.object({ name: z.string(), phone: z.string() });

/** Where the publication of a report stands, for a line of the 名册. `state` is derived; `isStated`: no page was fetched, a person recorded it. */
export const publicationSummary = z.object({
  state: z.enum(publicationStates),
  isStated: z.boolean(),
  address: z.string().nullable(),
  publishedOn: day.nullable(),
  seenOn: day.nullable(),
});
export type PublicationSummary = z.infer<typeof publicationSummary>;
