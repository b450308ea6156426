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

const moment = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** Somebody else was quicker: who, when and what, so that the second can look again without losing what was typed. */
export const versionChanged = (byName: string | null | undefined, at: string | undefined, deed: string) =>
  new AppError('version-changed', 409, {
    byName: byName ?? null,
    at: at ?? null,
    sentence: `${byName ? `${byName} ` : ''}${at ? `已于 ${moment.format(new Date(at))} ` : '已'}${deed}。您填写的内容还在，请看过最新情况后再提交。`,
  });
