import { checkReport, type Finding } from '@mingshu/report-checks';
import { editionForYear, figuresOf, type Report, type ReportReading } from '@mingshu/report-format';
import type { ReadFile } from './files';

export interface CheckedFile extends ReadFile {
  readonly findings: readonly Finding[];
}

const reportOf = (reading: ReportReading): Report => ({
  year: reading.year.value ?? Number(reading.edition),
  edition: reading.edition,
  figures: figuresOf(reading),
});
const isReport = (file: ReadFile): file is ReadFile & { reading: ReportReading } => file.reading.kind === 'report';

/** Last year's report of the same agency among the files, `undefined` where there is none or more than one. */
function lastYearOf(files: readonly ReadFile[], { agency, year }: ReportReading): Report | undefined {
  if (agency.value === null || year.value === null || editionForYear(year.value - 1) === undefined) return undefined;
  const candidates = files
    .filter(isReport)
    .filter(({ reading }) => reading.agency.value === agency.value && reading.year.value === year.value! - 1);
  return candidates.length === 1 ? reportOf(candidates[0]!.reading) : undefined;
}

/** Checks every report; reports of one agency over several years are each other's last year. */
export const checkFiles = (files: readonly ReadFile[]): CheckedFile[] =>
  files.map((file) => ({
    ...file,
    findings: isReport(file) ? checkReport({ report: reportOf(file.reading), lastYear: lastYearOf(files, file.reading) }).findings : [],
  }));
