import { z } from 'zod';
import { handedIn } from './submissions';

/** A host as it is written: no scheme, no path, no port; `*.` in front means every host below. */
const host = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^(?:\*\.)?(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{1,62}$/);

/** Whether documents may be fetched from addresses, and from which hosts. Off until an administrator switches it on. */
export const addressRule = z.object({ isOn: z.boolean(), hosts: z.array(host).max(50) });
export type AddressRule = z.infer<typeof addressRule>;

/** `batchId` adds to a batch already begun; `asIs` hands the page itself in where it would otherwise offer its links. */
export const addressQuestion = z.object({
  address: z.string().trim().min(8).max(2000),
  batchId: z.string().optional(),
  asIs: z.boolean().optional(),
});
export type AddressQuestion = z.infer<typeof addressQuestion>;

/** A link a person may choose, with agency and year as its text tells them. */
export const offeredLink = z.object({
  address: z.string(),
  text: z.string(),
  agencyId: z.string().nullable(),
  agencyName: z.string().nullable(),
  year: z.int().nullable(),
  /** Whether a report of this agency and year stands already. */
  hasReport: z.boolean(),
  /** Whether its host may be asked. */
  isAllowed: z.boolean(),
});
export type OfferedLink = z.infer<typeof offeredLink>;

/** A page that is no report itself: a list of reports, or a report whose tables are attached files. */
export const addressPage = z.object({ kind: z.enum(['list', 'attachments']), address: z.string(), links: z.array(offeredLink) });
export type AddressPage = z.infer<typeof addressPage>;

/** One of both: what was handed in, or the page whose links are to be chosen from. */
export const fromAddress = z.object({ handedIn: handedIn.nullable(), page: addressPage.nullable() });
export type FromAddress = z.infer<typeof fromAddress>;
