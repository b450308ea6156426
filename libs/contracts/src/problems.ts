import { z } from 'zod';

/** Every refusal the server may answer with. Adding one here makes the web app ask for its wording. */
export const problemCodes = [
  'not-signed-in',
  'wrong-credentials',
  'too-many-attempts',
  'forbidden',
  'bad-request',
  'foreign-origin',
  'not-found',
  'file-too-large',
  'too-many-files',
  'no-file',
  'queue-full',
  'address-import-off',
  'address-refused',
  'agency-not-found',
  'agency-code-taken',
  'agency-has-reports',
  'agency-is-predecessor',
  'lineage-not-possible',
  'roster-unreadable',
  'round-not-found',
  'dates-out-of-order',
  'already-filed',
  'not-filed-yet',
  'date-ahead',
  'publication-not-found',
  'publication-withdrawn',
  'publication-checking',
  'submission-not-found',
  'submission-not-assignable',
  'report-not-found',
  'version-changed',
  'figure-not-possible',
  'nothing-to-undo',
  'nothing-to-save',
  'rereading-not-found',
  'rereading-running',
  'rereading-not-adoptable',
  'original-not-found',
  'sample-not-removable',
  'weak-password',
  'reason-required',
  'not-signable',
  'not-explainable',
  'opinion-not-found',
  'opinion-closed',
  'rule-not-found',
  'self-check-off',
  'too-many-checks',
  'busy',
  'unexpected',
] as const;

export type ProblemCode = (typeof problemCodes)[number];

/** The body of a refusal, `application/problem+json`. `number` finds the entry in the server's log. */
export const problem = z.object({
  code: z.enum(problemCodes),
  status: z.int(),
  details: z.record(z.string(), z.unknown()).optional(),
  number: z.string().optional(),
});

export type Problem = z.infer<typeof problem>;
