import type { ProblemCode } from '@mingshu/contracts';

/** A refusal the other side can expect: a coded answer, not a fault of the program. */
export class AppError extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly status: number,
    readonly details?: Record<string, unknown>,
  ) {
    super(code);
  }
}

export const notSignedIn = () => new AppError('not-signed-in', 401);
export const forbidden = () => new AppError('forbidden', 403);
export const agencyNotFound = (id: string) => new AppError('agency-not-found', 404, { id });
export const submissionNotFound = (id: string) => new AppError('submission-not-found', 404, { id });
export const reportNotFound = (details: Record<string, unknown>) => new AppError('report-not-found', 404, details);
