import { editionForYear, type Figures } from '@mingshu/report-format';
import { writeReportDocx, writeReportHtml, writeReportText, type ReportDocument } from '@mingshu/report-writer';
import { sampleAgencies, sampleYears, type SampleAgency } from './agencies';
import { printedFigures, trueFigures } from './figures';
import { missingReports } from './planted-faults';
import { proseOf } from './prose';

/** A document of the sample county as an agency would hand it in. */
export interface SampleDocument {
  readonly agency: SampleAgency;
  readonly year: number;
  readonly figures: Figures;
  readonly fileName: string;
  readonly bytes: () => Promise<Uint8Array>;
}

const formats = [
  { extension: 'docx', write: writeReportDocx },
  { extension: 'html', write: async (report: ReportDocument) => writeReportHtml(report) },
  { extension: 'txt', write: async (report: ReportDocument) => writeReportText(report) },
] as const;

/** The 112 documents of six years, oldest year first: two of 114 are missing, six hold planted faults. Bytes are made when asked for and always the same. */
export function sampleDocuments(): SampleDocument[] {
  const all = new Map(sampleAgencies.map((agency) => [agency, trueFigures(agency)]));
  return sampleYears.flatMap((year) =>
    sampleAgencies.flatMap((agency, index): SampleDocument[] => {
      if (missingReports.some((one) => one.agency === agency.shortName && one.year === year)) return [];
      const real = all.get(agency)!.get(year)!;
      const figures = printedFigures(agency, year, real);
      const title = `${agency.name}${year}年政府信息公开工作年度报告`;
      const { extension, write } = formats[(index + year) % formats.length]!;
      const report: ReportDocument = {
        title,
        edition: editionForYear(year)!,
        figures,
        signature: `${agency.name} ${year + 1}年1月${10 + (index % 15)}日`,
        ...proseOf(agency, year, real),
      };
      return [{ agency, year, figures, fileName: `${title}.${extension}`, bytes: () => write(report) }];
    }),
  );
}
