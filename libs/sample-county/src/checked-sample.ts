import type { CheckedCounty, CheckedReport, CopySource, CountyMember, EarlierReport, ReportText } from '@mingshu/report-checks';
import { cellsOf, editionForYear, editions, figureAt, isNumber, type CellCode, type Figures } from '@mingshu/report-format';
import { countyName, sampleAgencies } from './agencies';
import { countyReports } from './county-reports';
import { sampleDocuments, type SampleDocument } from './documents';

/** What a reader finds in the text of a document of the sample county. */
export function textOfSample({ edition, report }: SampleDocument): ReportText {
  const headings = editions[edition].sections.flatMap(({ number, heading }) => {
    const text = report.headings?.[number] === undefined ? heading : report.headings[number];
    return text === null ? [] : [{ section: number, text, isInPlace: true }];
  });
  const parts = Object.fromEntries(
    (['1', '5', '6'] as const)
      .filter((section) => headings.some(({ section: one }) => String(one) === section))
      .map((section) => [section, report.sections[section].join('\n')]),
  );
  return { parts: { opening: `${report.title}\n${report.introduction}`, ...parts }, headings };
}

const earlier = (document: SampleDocument): EarlierReport => ({
  year: document.year,
  edition: document.edition,
  figures: document.figures,
  text: textOfSample(document),
});

/** Every document of the sample county as the checks see it: with last year's, the roster's other names, and this year's other texts. */
export function checkedSample(): { readonly document: SampleDocument; readonly checked: CheckedReport }[] {
  const documents = sampleDocuments();
  return documents.map((document) => {
    const { agency, year } = document;
    const before = documents.find((one) => one.agency === agency && one.year === year - 1);
    const others = documents.filter((one) => one.agency !== agency && one.year === year);
    return {
      document,
      checked: {
        report: { year, edition: document.edition, figures: document.figures },
        agency: { name: agency.name, kind: agency.kind, county: countyName, aliases: agency.aliases },
        text: textOfSample(document),
        reading: { editionPresumed: false, figures: {}, agency: [], year: [], remarks: [] },
        otherAgencies: sampleAgencies.filter((one) => one !== agency).flatMap(({ name, aliases }) => [name, ...aliases]),
        possibleCopies: others.map((one): CopySource => ({ id: one.agency.code, agency: one.agency.name, year, text: textOfSample(one) })),
        ...(before ? { lastYear: earlier(before) } : {}),
      },
    };
  });
}

const sumOf = (members: readonly CountyMember[], cell: CellCode): number =>
  Math.round(
    members.reduce(
      (sum, { report }) => sum + (report && isNumber(figureAt(report.figures, cell)) ? Number(figureAt(report.figures, cell)) : 0),
      0,
    ) * 1e6,
  ) / 1e6;

/** The county's own reports as the checks see them. */
export const checkedCountyReports = (): CheckedReport[] =>
  countyReports().map((document, _, all) => {
    const { year, edition, figures, agency } = document;
    const before = all.find((one) => one.year === year - 1);
    return {
      report: { year, edition, figures },
      agency: { name: agency.name, kind: agency.kind, county: countyName, aliases: [] },
      text: textOfSample(document),
      reading: { editionPresumed: false, figures: {}, agency: [], year: [], remarks: [] },
      ...(before ? { lastYear: earlier(before) } : {}),
    };
  });

/** A year of the sample county: the roster with its reports, and the sums of those reports. An agency without one owes it. */
export function sampleCountyYear(year: number): CheckedCounty & { readonly totals: Figures } {
  const documents = sampleDocuments();
  const edition = editionForYear(year)!;
  const own = countyReports().find((one) => one.year === year);
  const members = sampleAgencies.map((agency): CountyMember => {
    const document = documents.find((one) => one.agency === agency && one.year === year);
    const { code, name, kind } = agency;
    if (!document) return { agencyId: code, name, kind };
    return {
      agencyId: code,
      name,
      kind,
      report: { year, edition: document.edition, figures: document.figures },
      text: textOfSample(document),
    };
  });
  return {
    name: countyName,
    year,
    edition,
    members,
    ...(own ? { published: { report: { year, edition, figures: own.figures }, scope: '全县' as const } } : {}),
    totals: Object.fromEntries(cellsOf(edition).map((cell) => [cell, sumOf(members, cell)])),
  };
}
