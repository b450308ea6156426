export * from './check-report';
export { likelyCell } from './likely-cell';
export type { CheckedReport, ReportCheck } from './report-check';
export * from './rule-register';
export { outcomeRows } from './tables';
export * from './verdict';
