import type { DocumentView } from '@mingshu/report-format';
import type { z } from 'zod';
import type { Agency, AgencyInput, Round, RosterImport, roundInput } from './agencies';
import type { County, countyInput } from './county';
import type { CurrentUser, passwordChange, signInQuestion } from './identity';
import type { Ledger, ReportDetail } from './reports';
import type { Correction, ManualEntry, Review, Undoing } from './review';
import type { Contributions, contributionsQuestion, TrendAnswer, trendQuestion } from './statistics';
import type { Assignment, HandedIn, retried, retryQuestion, Submission, SubmissionList, submissionsQuestion } from './submissions';

/**
 * The type of a route: `path` fills `:name` places, `query` the address, `body` is JSON, `files` marks multipart hand-in. No value exists at run time,
 * so the web bundle carries paths and no schemas.
 */
export interface RouteShapes {
  signIn: { body: z.input<typeof signInQuestion>; answer: CurrentUser };
  signOut: { answer: null };
  me: { answer: CurrentUser };
  changePassword: { body: z.input<typeof passwordChange>; answer: null };
  county: { answer: County };
  renameCounty: { body: z.input<typeof countyInput>; answer: County };
  removeSample: { answer: null };
  agencies: { answer: Agency[] };
  addAgency: { body: AgencyInput; answer: Agency };
  changeAgency: { path: { id: string }; body: AgencyInput; answer: Agency };
  removeAgency: { path: { id: string }; answer: null };
  /** Multipart, field `file`. */
  importRoster: { query: { apply: boolean }; body: FormData; answer: RosterImport };
  rounds: { answer: Round[] };
  saveRound: { path: { year: number }; body: z.input<typeof roundInput>; answer: Round };
  ledger: { path: { year: number }; answer: Ledger };
  /** Multipart, field `files` repeated; optional fields `agencyId`, `year`. */
  handIn: { body: FormData; answer: HandedIn };
  submissions: { query: z.input<typeof submissionsQuestion>; answer: SubmissionList };
  submission: { path: { id: string }; answer: Submission };
  assign: { path: { id: string }; body: Assignment; answer: Submission };
  /** Reads a quarantined or unreadable document once more. */
  retry: { path: { id: string }; answer: Submission };
  /** Reads once more whatever of a batch or status could not be used. */
  retryAll: { body: z.input<typeof retryQuestion>; answer: z.infer<typeof retried> };
  discard: { path: { id: string }; answer: Submission };
  report: { path: { agencyId: string; year: number }; query: { version?: number }; answer: ReportDetail };
  review: { path: { agencyId: string; year: number }; query: { version?: number }; answer: Review };
  correct: { path: { agencyId: string; year: number }; body: Correction; answer: Review };
  /** Takes the last correction back: the version before it stands again, as a version of its own. */
  undoCorrection: { path: { agencyId: string; year: number }; body: Undoing; answer: Review };
  documentView: { path: { id: string }; answer: DocumentView };
  enterByHand: { path: { id: string }; body: ManualEntry; answer: Submission };
  trend: { query: z.input<typeof trendQuestion>; answer: TrendAnswer };
  contributions: { query: z.input<typeof contributionsQuestion>; answer: Contributions };
}

/** Method and path of every JSON route, below `/api`. */
export const routes = {
  signIn: ['POST', '/sign-in'],
  signOut: ['POST', '/sign-out'],
  me: ['GET', '/me'],
  changePassword: ['PUT', '/me/password'],
  county: ['GET', '/county'],
  renameCounty: ['PUT', '/county'],
  removeSample: ['DELETE', '/sample'],
  agencies: ['GET', '/agencies'],
  addAgency: ['POST', '/agencies'],
  changeAgency: ['PUT', '/agencies/:id'],
  removeAgency: ['DELETE', '/agencies/:id'],
  importRoster: ['POST', '/agencies/import'],
  rounds: ['GET', '/rounds'],
  saveRound: ['PUT', '/rounds/:year'],
  ledger: ['GET', '/rounds/:year/ledger'],
  handIn: ['POST', '/submissions'],
  submissions: ['GET', '/submissions'],
  submission: ['GET', '/submissions/:id'],
  assign: ['POST', '/submissions/:id/assignment'],
  retry: ['POST', '/submissions/:id/retry'],
  retryAll: ['POST', '/submissions/retry'],
  discard: ['DELETE', '/submissions/:id'],
  report: ['GET', '/reports/:agencyId/:year'],
  review: ['GET', '/reports/:agencyId/:year/review'],
  correct: ['POST', '/reports/:agencyId/:year/corrections'],
  undoCorrection: ['POST', '/reports/:agencyId/:year/corrections/undo'],
  documentView: ['GET', '/submissions/:id/view'],
  enterByHand: ['POST', '/submissions/:id/entry'],
  trend: ['GET', '/statistics/trend'],
  contributions: ['GET', '/statistics/contributions'],
} as const satisfies Record<keyof RouteShapes, readonly ['GET' | 'POST' | 'PUT' | 'DELETE', string]>;

export type RouteName = keyof RouteShapes;

/** Addresses that are opened by the browser itself: downloads and the progress stream. */
export const links = {
  original: (submissionId: string) => `/api/submissions/${submissionId}/original`,
  /** A page of an original as an image; `dpi` dots an inch. */
  pageImage: (submissionId: string, page: number, dpi = 110) => `/api/submissions/${submissionId}/pages/${page}?dpi=${dpi}`,
  progress: (batchId?: string) => `/api/submissions/progress${batchId ? `?batch=${batchId}` : ''}`,
  trendFile: (format: 'xlsx' | 'csv', query: string) => `/api/statistics/trend.${format}?${query}`,
  ledgerFile: (year: number, format: 'xlsx' | 'csv') => `/api/rounds/${year}/ledger.${format}`,
  rosterTemplate: '/api/agencies/template.csv',
  health: '/api/health',
} as const;
