import type { JobsOptions, WorkerOptions } from 'bullmq';

/** One job for each document handed in. */
export const INGESTION = 'ingestion';

/** One job for each document whose pages are pictures: they are read one at a time, and documents with text do not wait for them. */
export const SCANS = 'scans';

/** Reports whose findings must be judged again because last year's report changed. */
export const RECHECKS = 'rechecks';

/** One job for each document that is read anew by a later reader; nobody waits for it. */
export const REREADINGS = 'rereadings';

/** One job for each look at a public page: fetched or read, and held against the accepted version. */
export const PUBLICATIONS = 'publications';

/** Whatever befalls a job, it comes back; the truth is in the database, so coming back changes nothing. */
export const jobSettings: JobsOptions = {
  attempts: 8,
  backoff: { type: 'exponential', delay: 1000, jitter: 0.5 },
  removeOnComplete: true,
  removeOnFail: true,
};

export const workerSettings: Partial<WorkerOptions> & { autorun: false } = {
  autorun: false,
  lockDuration: 30_000,
  stalledInterval: 15_000,
  maxStalledCount: 20,
};
