import { z } from 'zod';

/** The county this installation serves. `own` is the row under which its own report comes, beside all agencies. `sample` is the state of the sample data: absent, being handed in, or present. */
export const county = z.object({
  name: z.string(),
  own: z.object({ id: z.string(), name: z.string() }),
  years: z.array(z.int()),
  sample: z.object({ state: z.enum(['absent', 'loading', 'present']), total: z.int(), done: z.int() }),
});
export type County = z.infer<typeof county>;
export const countyInput = z.object({ name: z.string().trim().min(2).max(40) });

export const health = z.object({
  status: z.enum(['ok', 'starting', 'failing']),
  database: z.boolean(),
  queue: z.boolean(),
  /** Whether scans and pictures are read: yes, switched off, or the optional parts are not installed. */
  scans: z.enum(['on', 'off', 'absent']),
  version: z.string(),
});
