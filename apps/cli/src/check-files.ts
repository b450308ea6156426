import {
  checkReport,
  mayBeCopies,
  textSketch,
  type CheckedAgency,
  type CheckedReport,
  type CopySource,
  type EarlierReport,
  type Finding,
  type ReportText,
  type TextSketch,
  type Untested,
} from '@mingshu/report-checks';
import { editionForYear, figuresOf, type AgencyKind, type Report, type ReportReading } from '@mingshu/report-format';
import type { ReadFile } from './files';

export interface CheckedFile extends ReadFile {
  readonly findings: readonly Finding[];
  /** Tests nobody can judge, and why. */
  readonly untested: readonly Untested[];
  readonly heldCount: number;
}

type ReportFile = ReadFile & { readonly reading: ReportReading };
const isReport = (file: ReadFile): file is ReportFile => file.reading.kind === 'report';

const reportOf = (reading: ReportReading): Report => ({
  year: reading.year.value ?? Number(reading.edition),
  edition: reading.edition,
  figures: figuresOf(reading),
});

const textOf = ({ sections, opening, headings }: ReportReading): ReportText => ({
  parts: { ...sections, ...(opening === undefined ? {} : { opening }) },
  ...(headings ? { headings } : {}),
});

const kinds: readonly (readonly [RegExp, AgencyKind])[] = [
  [/镇(?:人民政府)?$/, '镇'],
  [/乡(?:人民政府)?$/, '乡'],
  [/街道(?:办事处)?$/, '街道'],
  [/县人民政府(?:办公室)?$/, '县政府本级'],
];

/** The agency as its name tells it: without a roster only towns and what names its county are known to be of a county. */
function agencyOf({ agency: { value: name } }: ReportReading): CheckedAgency | undefined {
  if (name === null) return undefined;
  const county = /^(?:.*[省市州])?(\p{Script=Han}{1,4}县)/u.exec(name)?.[1] ?? '';
  const kind = kinds.find(([ending]) => ending.test(name))?.[1] ?? (county === '' ? undefined : '部门');
  return kind && { name, kind, county };
}

/** Last year's report of the same agency among the files, `undefined` where there is none or more than one. */
function lastYearOf(files: readonly ReportFile[], { agency, year }: ReportReading): EarlierReport | undefined {
  if (agency.value === null || year.value === null || editionForYear(year.value - 1) === undefined) return undefined;
  const candidates = files.filter(({ reading }) => reading.agency.value === agency.value && reading.year.value === year.value! - 1);
  const [only] = candidates;
  return only && candidates.length === 1 ? { ...reportOf(only.reading), text: textOf(only.reading) } : undefined;
}

/** Reports of other agencies for the same year whose words are alike. */
function copiesOf(files: readonly ReportFile[], sketches: ReadonlyMap<ReportFile, TextSketch>, own: ReportFile): CopySource[] {
  const { agency, year } = own.reading;
  return files
    .filter(({ reading }) => reading.year.value === year.value && reading.agency.value !== agency.value && reading.agency.value !== null)
    .filter((other) => mayBeCopies(sketches.get(own)!, sketches.get(other)!))
    .map(({ reading }) => ({ id: reading.agency.value!, agency: reading.agency.value!, year: year.value!, text: textOf(reading) }));
}

/** Checks every report; reports of one agency over several years are each other's last year, those of one year are held against one another for copied text. */
export function checkFiles(files: readonly ReadFile[]): CheckedFile[] {
  const reports = files.filter(isReport);
  const names = [...new Set(reports.flatMap(({ reading }) => (reading.agency.value === null ? [] : [reading.agency.value])))];
  const sketches = new Map(reports.map((file) => [file, textSketch(textOf(file.reading), names)]));
  return files.map((file) => {
    if (!isReport(file)) return { ...file, findings: [], untested: [], heldCount: 0 };
    const { reading } = file;
    const [agency, lastYear] = [agencyOf(reading), lastYearOf(reports, reading)];
    const checked: CheckedReport = {
      report: reportOf(reading),
      text: textOf(reading),
      reading: {
        editionPresumed: reading.editionPresumed,
        figures: reading.figures,
        agency: reading.agency.signs,
        year: reading.year.signs,
        remarks: reading.remarks,
      },
      otherAgencies: names.filter((name) => name !== reading.agency.value),
      ...(agency ? { agency } : {}),
      ...(lastYear ? { lastYear } : {}),
      ...(reports.length > 1 && reading.year.value !== null ? { possibleCopies: copiesOf(reports, sketches, file) } : {}),
    };
    const { findings, untested, verdicts } = checkReport(checked);
    return { ...file, findings, untested, heldCount: verdicts.filter(({ outcome }) => outcome === 'holds').length };
  });
}
