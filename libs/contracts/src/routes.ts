import type { DocumentView } from '@mingshu/report-format';
import type { z } from 'zod';
import type { AddressQuestion, AddressRule, FromAddress } from './addresses';
import type { Agency, AgencyInput, LineageInput, Round, RosterImport, roundInput } from './agencies';
import type { County, countyInput } from './county';
import type { CountyParts, countyPartsQuestion, CountyReportAnswer, countyReportQuestion, countyScopeInput } from './county-report';
import type { Holidays, HolidayYearInput } from './holidays';
import type { CurrentUser, passwordChange, signInQuestion } from './identity';
import type {
  AnswerInput,
  FindingsQuestion,
  GroupedReturn,
  groupedReturnInput,
  Opinion,
  OpinionDraft,
  OpinionDrafts,
  opinionDraftsQuestion,
  OpinionInput,
  ReportFindings,
  signOffInput,
  signOffTakeBackInput,
  takeBackInput,
  VersionDifference,
  YearFindings,
} from './findings';
import type { ownSignOffInput, RuleBook, RuleDecisionInput } from './rules';
import type { Ledger, ReportDetail } from './reports';
import type { Adopted, Adoption, Rereading, RereadingDetail, RereadingInput, RereadingList } from './rereadings';
import type { Correction, ManualEntry, Review, Undoing } from './review';
import type { PublicationLookInput, publicationRecheckInput, Publications, publicationWithdrawal } from './publications';
import type { categoriesInput, ExceptionInput, HandInDatesInput, Preparation, ReminderInput, shownContact } from './season';
import type { SelfCheckAnswer, SelfCheckRule } from './self-check';
import type { Contributions, contributionsQuestion, TrendAnswer, trendQuestion } from './statistics';
import type { Assignment, HandedIn, retried, retryQuestion, Submission, SubmissionList, submissionsQuestion } from './submissions';
import type { GivenPassword, NewUserInput, UserAccount, UserChange } from './users';

/**
 * The type of a route: `path` fills `:name` places, `query` the address, `body` is JSON, `files` marks multipart hand-in. No value exists at run time,
 * so the web bundle carries paths and no schemas.
 */
export interface RouteShapes {
  signIn: { body: z.input<typeof signInQuestion>; answer: CurrentUser };
  signOut: { answer: null };
  me: { answer: CurrentUser };
  changePassword: { body: z.input<typeof passwordChange>; answer: null };
  users: { answer: UserAccount[] };
  addUser: { body: NewUserInput; answer: GivenPassword };
  changeUser: { path: { id: string }; body: UserChange; answer: UserAccount };
  resetPassword: { path: { id: string }; answer: GivenPassword };
  county: { answer: County };
  renameCounty: { body: z.input<typeof countyInput>; answer: County };
  removeSample: { answer: null };
  agencies: { answer: Agency[] };
  addAgency: { body: AgencyInput; answer: Agency };
  changeAgency: { path: { id: string }; body: AgencyInput; answer: Agency };
  /** Records where an agency came from, or that nothing is recorded. */
  saveLineage: { path: { id: string }; body: LineageInput; answer: Agency };
  removeAgency: { path: { id: string }; answer: null };
  /** Multipart, field `file`. */
  importRoster: { query: { apply: boolean }; body: FormData; answer: RosterImport };
  rounds: { answer: Round[] };
  saveRound: { path: { year: number }; body: z.input<typeof roundInput>; answer: Round };
  holidays: { answer: Holidays };
  saveHolidays: { path: { year: number }; body: HolidayYearInput; answer: Holidays };
  ledger: { path: { year: number }; answer: Ledger };
  preparation: { path: { year: number }; answer: Preparation };
  /** Begins the year with the roster and dates shown, or confirms them. */
  confirmPreparation: { path: { year: number }; answer: Preparation };
  saveCategories: { path: { year: number }; body: z.input<typeof categoriesInput>; answer: Preparation };
  decideException: { path: { year: number }; body: ExceptionInput; answer: Ledger };
  recordReminders: { path: { year: number }; body: ReminderInput; answer: Ledger };
  /** Records on which days reports were handed in, or takes recorded days back. */
  recordHandInDates: { path: { year: number }; body: HandInDatesInput; answer: Ledger };
  publications: { path: { year: number }; answer: Publications };
  /** Has an address looked at in the background. */
  lookAtPublication: { path: { year: number }; body: PublicationLookInput; answer: Publications };
  /** Multipart: the fields of a registration and optionally a `file`. */
  registerPublication: { path: { year: number }; body: FormData; answer: Publications };
  recheckPublications: { path: { year: number }; body: z.input<typeof publicationRecheckInput>; answer: Publications };
  withdrawPublication: { path: { year: number; id: string }; body: z.input<typeof publicationWithdrawal>; answer: Publications };
  showContact: { path: { id: string }; answer: z.infer<typeof shownContact> };
  /** Multipart, field `files` repeated; optional fields `agencyId`, `year`. */
  handIn: { body: FormData; answer: HandedIn };
  submissions: { query: z.input<typeof submissionsQuestion>; answer: SubmissionList };
  submission: { path: { id: string }; answer: Submission };
  assign: { path: { id: string }; body: Assignment; answer: Submission };
  /** Reads a quarantined or unreadable document once more. */
  retry: { path: { id: string }; answer: Submission };
  addressRule: { answer: AddressRule };
  saveAddressRule: { body: AddressRule; answer: AddressRule };
  /** Fetches an address and hands in what is there, or offers its links. */
  handInAddress: { body: AddressQuestion; answer: FromAddress };
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
  rereadings: { answer: RereadingList };
  startRereading: { body: RereadingInput; answer: Rereading };
  rereading: { path: { id: string }; answer: RereadingDetail };
  cancelRereading: { path: { id: string }; answer: Rereading };
  adoptReadings: { path: { id: string }; body: Adoption; answer: Adopted };
  reportFindings: { path: { agencyId: string; year: number }; answer: ReportFindings };
  answerFinding: { path: { agencyId: string; year: number }; body: AnswerInput; answer: ReportFindings };
  draftOpinion: { path: { agencyId: string; year: number }; answer: OpinionDraft };
  returnReport: { path: { agencyId: string; year: number }; body: OpinionInput; answer: Opinion };
  signOff: { path: { agencyId: string; year: number }; body: z.input<typeof signOffInput>; answer: ReportFindings };
  takeSignOffBack: { path: { agencyId: string; year: number }; body: z.input<typeof signOffTakeBackInput>; answer: ReportFindings };
  versionDifference: { path: { agencyId: string; year: number }; query: { from?: number; to?: number }; answer: VersionDifference };
  yearFindings: { path: { year: number }; query: FindingsQuestion; answer: YearFindings };
  opinions: { path: { year: number }; answer: Opinion[] };
  draftOpinions: { path: { year: number }; query: z.input<typeof opinionDraftsQuestion>; answer: OpinionDrafts };
  returnReports: { path: { year: number }; body: z.input<typeof groupedReturnInput>; answer: GroupedReturn };
  opinion: { path: { id: string }; answer: Opinion };
  takeOpinionBack: { path: { id: string }; body: z.input<typeof takeBackInput>; answer: Opinion };
  /** The county's own report of a year against the sum of its agencies. */
  countyReport: { path: { year: number }; query: z.input<typeof countyReportQuestion>; answer: CountyReportAnswer };
  countyParts: { path: { year: number }; query: z.input<typeof countyPartsQuestion>; answer: CountyParts };
  /** Records the scope the county's report states. */
  saveCountyScope: { path: { year: number }; body: z.input<typeof countyScopeInput>; answer: CountyReportAnswer };
  rules: { query: { year?: number }; answer: RuleBook };
  decideRule: { path: { check: string }; query: { year?: number }; body: RuleDecisionInput; answer: RuleBook };
  setOwnSignOff: { query: { year?: number }; body: z.input<typeof ownSignOffInput>; answer: RuleBook };
  /** Whether anyone may have a file checked; open to anyone, as `selfCheck` is. */
  selfCheckRule: { answer: SelfCheckRule };
  saveSelfCheckRule: { body: { isOn: boolean }; answer: SelfCheckRule };
  /** Multipart, field `file`, optional field `year`. */
  selfCheck: { body: FormData; answer: SelfCheckAnswer };
  trend: { query: z.input<typeof trendQuestion>; answer: TrendAnswer };
  contributions: { query: z.input<typeof contributionsQuestion>; answer: Contributions };
}

/** Method and path of every JSON route, below `/api`. */
export const routes = {
  signIn: ['POST', '/sign-in'],
  signOut: ['POST', '/sign-out'],
  me: ['GET', '/me'],
  changePassword: ['PUT', '/me/password'],
  users: ['GET', '/users'],
  addUser: ['POST', '/users'],
  changeUser: ['PUT', '/users/:id'],
  resetPassword: ['POST', '/users/:id/password'],
  county: ['GET', '/county'],
  renameCounty: ['PUT', '/county'],
  removeSample: ['DELETE', '/sample'],
  agencies: ['GET', '/agencies'],
  addAgency: ['POST', '/agencies'],
  changeAgency: ['PUT', '/agencies/:id'],
  saveLineage: ['PUT', '/agencies/:id/lineage'],
  removeAgency: ['DELETE', '/agencies/:id'],
  importRoster: ['POST', '/agencies/import'],
  rounds: ['GET', '/rounds'],
  saveRound: ['PUT', '/rounds/:year'],
  holidays: ['GET', '/holidays'],
  saveHolidays: ['PUT', '/holidays/:year'],
  ledger: ['GET', '/rounds/:year/ledger'],
  preparation: ['GET', '/rounds/:year/preparation'],
  confirmPreparation: ['POST', '/rounds/:year/preparation'],
  saveCategories: ['PUT', '/rounds/:year/categories'],
  decideException: ['POST', '/rounds/:year/exceptions'],
  recordReminders: ['POST', '/rounds/:year/reminders'],
  recordHandInDates: ['POST', '/rounds/:year/hand-in-dates'],
  publications: ['GET', '/rounds/:year/publications'],
  lookAtPublication: ['POST', '/rounds/:year/publications/looks'],
  registerPublication: ['POST', '/rounds/:year/publications/registrations'],
  recheckPublications: ['POST', '/rounds/:year/publications/rechecks'],
  withdrawPublication: ['POST', '/rounds/:year/publications/:id/withdrawal'],
  showContact: ['POST', '/agencies/:id/contact'],
  handIn: ['POST', '/submissions'],
  submissions: ['GET', '/submissions'],
  submission: ['GET', '/submissions/:id'],
  assign: ['POST', '/submissions/:id/assignment'],
  retry: ['POST', '/submissions/:id/retry'],
  addressRule: ['GET', '/addresses/rule'],
  saveAddressRule: ['PUT', '/addresses/rule'],
  handInAddress: ['POST', '/addresses'],
  retryAll: ['POST', '/submissions/retry'],
  discard: ['DELETE', '/submissions/:id'],
  report: ['GET', '/reports/:agencyId/:year'],
  review: ['GET', '/reports/:agencyId/:year/review'],
  correct: ['POST', '/reports/:agencyId/:year/corrections'],
  undoCorrection: ['POST', '/reports/:agencyId/:year/corrections/undo'],
  documentView: ['GET', '/submissions/:id/view'],
  enterByHand: ['POST', '/submissions/:id/entry'],
  rereadings: ['GET', '/rereadings'],
  startRereading: ['POST', '/rereadings'],
  rereading: ['GET', '/rereadings/:id'],
  cancelRereading: ['POST', '/rereadings/:id/cancellation'],
  adoptReadings: ['POST', '/rereadings/:id/adoption'],
  reportFindings: ['GET', '/reports/:agencyId/:year/findings'],
  answerFinding: ['POST', '/reports/:agencyId/:year/answers'],
  draftOpinion: ['GET', '/reports/:agencyId/:year/opinion-draft'],
  returnReport: ['POST', '/reports/:agencyId/:year/opinions'],
  signOff: ['POST', '/reports/:agencyId/:year/sign-off'],
  takeSignOffBack: ['POST', '/reports/:agencyId/:year/sign-off/take-back'],
  versionDifference: ['GET', '/reports/:agencyId/:year/difference'],
  yearFindings: ['GET', '/rounds/:year/findings'],
  opinions: ['GET', '/rounds/:year/opinions'],
  draftOpinions: ['GET', '/rounds/:year/opinion-drafts'],
  returnReports: ['POST', '/rounds/:year/opinions'],
  opinion: ['GET', '/opinions/:id'],
  takeOpinionBack: ['POST', '/opinions/:id/take-back'],
  countyReport: ['GET', '/rounds/:year/county-report'],
  countyParts: ['GET', '/rounds/:year/county-report/parts'],
  saveCountyScope: ['PUT', '/rounds/:year/county-report/scope'],
  rules: ['GET', '/rules'],
  setOwnSignOff: ['PUT', '/rules/own-sign-off'],
  decideRule: ['PUT', '/rules/:check/decision'],
  selfCheckRule: ['GET', '/self-check/rule'],
  saveSelfCheckRule: ['PUT', '/self-check/rule'],
  selfCheck: ['POST', '/self-check'],
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
  publicationsFile: (year: number, format: 'xlsx' | 'csv') => `/api/rounds/${year}/publications.${format}`,
  /** What was fetched or handed in of a publication, as it came. */
  publicationOriginal: (year: number, id: string) => `/api/rounds/${year}/publications/${id}/original`,
  countyReportFile: (year: number, query: string) => `/api/rounds/${year}/county-report.xlsx?${query}`,
  opinionFile: (id: string) => `/api/opinions/${id}/opinion.docx`,
  /** The letters of several returns of a year in one zip. */
  opinionFiles: (year: number, ids: readonly string[]) => `/api/rounds/${year}/opinions.zip?opinions=${ids.join(',')}`,
  /** Multipart like `selfCheck`; answers with a document. */
  annotatedCheck: '/api/self-check/annotated',
  rosterTemplate: '/api/agencies/template.csv',
  health: '/api/health',
} as const;
