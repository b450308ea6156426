import { editionForYear, type EditionId, type Figures } from '@mingshu/report-format';
import { writeReportDocx, writeReportHtml, writeReportText, type ReportDocument } from '@mingshu/report-writer';
import { handInDay, sampleAgencies, sampleYears, type SampleAgency } from './agencies';
import { printedFigures, trueFigures } from './figures';
import { missingReports, plantedFaults } from './planted-faults';
import { proseOf } from './prose';

/** A document of the sample county as an agency would hand it in. */
export interface SampleDocument {
  readonly agency: SampleAgency;
  readonly year: number;
  readonly edition: EditionId;
  readonly figures: Figures;
  /** What the document says, as it is written. */
  readonly report: ReportDocument;
  readonly fileName: string;
  readonly bytes: () => Promise<Uint8Array>;
}

const named = (shortName: string): SampleAgency => sampleAgencies.find((agency) => agency.shortName === shortName)!;

export const formats = [
  { extension: 'docx', write: writeReportDocx },
  { extension: 'html', write: async (report: ReportDocument) => writeReportHtml(report) },
  { extension: 'txt', write: async (report: ReportDocument) => writeReportText(report) },
] as const;

const trueFiguresOfAll = () => new Map(sampleAgencies.map((agency) => [agency, trueFigures(agency)]));

/** The 112 documents of six years, oldest year first: two of 114 are missing, some thirty hold planted faults. Bytes are made when asked for and always the same. */
export function sampleDocuments(): SampleDocument[] {
  const all = trueFiguresOfAll();
  return sampleYears.flatMap((year) =>
    sampleAgencies.flatMap((agency, index): SampleDocument[] => {
      if (missingReports.some((one) => one.agency === agency.shortName && one.year === year)) return [];
      const real = all.get(agency)!.get(year)!;
      const figures = printedFigures(agency, year, real);
      const fault = plantedFaults.find((one) => one.agency === agency.shortName && one.year === year);
      const edition = fault?.edition ?? editionForYear(year)!;
      const prose = proseOf(agency, year, edition, fault?.isToldInText ? figures : real);
      const title = `${agency.name}${year}年政府信息公开工作年度报告`;
      const { extension, write } = formats[(index + year) % formats.length]!;
      const report: ReportDocument = {
        title,
        edition,
        figures,
        signature: `${agency.name} ${year + 1}年1月${Number(handInDay(agency, year).slice(-2))}日`,
        ...(fault?.headings ? { headings: fault.headings } : {}),
        ...(fault?.reword
          ? fault.reword(prose, figures, (name, other) =>
              proseOf(named(name), other, editionForYear(other)!, all.get(named(name))!.get(other)!),
            )
          : prose),
      };
      return [{ agency, year, edition, figures, report, fileName: `${title}.${extension}`, bytes: () => write(report) }];
    }),
  );
}
