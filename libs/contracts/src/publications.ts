import { z } from 'zod';
import { publicationStates } from '@mingshu/report-checks';
import type { CellCode, Figure } from '@mingshu/report-format';
import { cellCode, reportStatuses } from './reports';

const day = z.iso.date();
const address = z
  .string()
  .trim()
  .max(2000)
  .regex(/^https?:\/\/\S+$/);
const figure = z.custom<Figure>((value) => typeof value === 'number' || typeof value === 'string');

/** One look at a public page. `state`: under way; figures read; seen without figures; not fetched; recorded without a file. */
export const publicationLook = z.object({
  id: z.string(),
  how: z.enum(['fetched', 'registered']),
  state: z.enum(['waiting', 'read', 'unread', 'failed', 'stated']),
  address: z.string(),
  /** The attached file that was read in place of its page. */
  fileAddress: z.string().nullable(),
  fileName: z.string().nullable(),
  sha256: z.string().nullable(),
  /** The day the page prints, with the words around it. */
  printedOn: day.nullable(),
  printedAs: z.string(),
  statedOn: day.nullable(),
  note: z.string(),
  sentence: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
  seenAt: z.iso.datetime().nullable(),
  withdrawn: z.object({ by: z.string(), at: z.iso.datetime(), reason: z.string() }).nullable(),
});
export type PublicationLook = z.infer<typeof publicationLook>;

/** A cell that is public with another figure than the version that counts. */
export const publishedDifference = z.object({ cell: cellCode, name: z.string(), filed: figure, published: figure });

/** A line of 发布核对. `seen` is the look that counts, `looks` all of them, newest first; `version` is what it is held against. */
export const publicationLine = z.object({
  agencyId: z.string(),
  agencyName: z.string(),
  category: z.string(),
  status: z.enum(reportStatuses),
  version: z.int().nullable(),
  isSigned: z.boolean(),
  publishBy: day,
  publishedOn: day.nullable(),
  /** Days published after the date set for it; negative is early, `null` where no day is known. */
  daysAfterDue: z.int().nullable(),
  state: z.enum(publicationStates),
  seen: publicationLook.nullable(),
  looks: z.array(publicationLook),
  /** Another report altogether, in words. */
  another: z.string().nullable(),
  differences: z.array(publishedDifference),
  same: z.int(),
  unread: z.int(),
  isChecking: z.boolean(),
});
export type PublicationLine = Omit<z.infer<typeof publicationLine>, 'differences'> & {
  differences: { cell: CellCode; name: string; filed: Figure; published: Figure }[];
};

/** 发布核对 of a year. `progress`: the looks of the last re-check that are done; `null` where none is under way. */
export const publications = z.object({
  year: z.int(),
  today: day,
  lines: z.array(publicationLine),
  /** Whether the server may fetch from addresses. */
  fetching: z.object({ isOn: z.boolean() }),
  progress: z.object({ done: z.int(), total: z.int() }).nullable(),
});
export type Publications = Omit<z.infer<typeof publications>, 'lines'> & { lines: PublicationLine[] };

/** Looks at an address. */
export const publicationLookInput = z.object({ agencyId: z.uuid(), address, statedOn: day.optional() });
export type PublicationLookInput = z.infer<typeof publicationLookInput>;

/** Looks again at every known address of the year, or those of some agencies. */
export const publicationRecheckInput = z.object({ agencyIds: z.array(z.uuid()).max(500).optional() });

/** Fields of a publication recorded by hand; its file travels beside them. */
export const publicationRegistration = z.object({
  agencyId: z.uuid(),
  address,
  statedOn: day.optional(),
  note: z.string().trim().max(300).default(''),
});

export const publicationWithdrawal = z.object({ reason: z.string().trim().min(2).max(300) });
