import { editionForYear, figuresOf, type ReportReading } from '@mingshu/report-format';
import { officialSums } from '@mingshu/statistics';
import { writeCountyWorkbook, type CountyYear } from '@mingshu/report-writer';
import type { CheckedFile } from './check-files';

type ReportFile = CheckedFile & { reading: ReportReading & { year: { value: number } } };
const isDated = (file: CheckedFile): file is ReportFile => file.reading.kind === 'report' && file.reading.year.value !== null;

/** A document that was left out of the sums, and why. */
export interface LeftOut {
  readonly file: string;
  readonly why: string;
}

/** Reports of one agency and year after the first: they would double the agency. */
function doubled(files: readonly ReportFile[]): Set<ReportFile> {
  const seen = new Set<string>();
  return new Set(
    files.filter(({ reading }) => {
      const key = `${reading.agency.value} ${reading.year.value}`;
      const isSecond = reading.agency.value !== null && seen.has(key);
      seen.add(key);
      return isSecond;
    }),
  );
}

/** The summary workbook of a folder's reports, a year after another. Every report counts once; what is left out is said. */
export async function sumFiles(files: readonly CheckedFile[]): Promise<{ workbook: Uint8Array; leftOut: LeftOut[]; years: CountyYear[] }> {
  const dated = files.filter(isDated);
  const second = doubled(dated);
  const leftOut = files.flatMap((file): LeftOut[] => {
    if (file.reading.kind !== 'report') return [{ file: file.file, why: file.reading.sentence }];
    if (!isDated(file)) return [{ file: file.file, why: '无法确定年度，未计入汇总。' }];
    return second.has(file) ? [{ file: file.file, why: '同一单位同一年度已有一份，未重复计入。' }] : [];
  });
  const counted = dated.filter((file) => !second.has(file));
  const years = [...new Set(counted.map(({ reading }) => reading.year.value))]
    .sort((one, other) => one - other)
    .map((year): CountyYear => {
      const own = counted.filter(({ reading }) => reading.year.value === year);
      const edition = editionForYear(year) ?? own[0]!.reading.edition;
      const reports = own.map(({ file, reading, findings }) => ({
        agency: reading.agency.value ?? file,
        edition: reading.edition,
        figures: figuresOf(reading),
        findings,
      }));
      const sums = officialSums(
        reports.map((report) => ({ ...report, agencyId: report.agency, year })),
        edition,
        own.length,
      );
      return { year, edition, sums, reports, missing: [] };
    });
  return { workbook: await writeCountyWorkbook(years), leftOut, years };
}
