import { createHash } from 'node:crypto';
import { checkCounty, checkFiling, checkIds, checkReport, ruleRegister } from '@mingshu/report-checks';
import { editionForYear, figureAt, figureGaps, type CellCode, type Report } from '@mingshu/report-format';
import { describe, expect, it, vi } from 'vitest';
import {
  checkedCountyReports,
  checkedSample,
  filingFindings,
  leavesBlanks,
  missingReports,
  plantedFaults,
  sampleAgencies,
  sampleCountyYear,
  sampleDocuments,
  sampleHandIns,
  samplePublications,
  sampleReturns,
} from './index';

// Every document is judged and written in one test; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });

const documents = sampleDocuments();
/** Copies among the agencies are judged report by report. */
const withoutText = ({ text: _, ...member }: ReturnType<typeof sampleCountyYear>['members'][number]) => member;
const reportOf = (name: string, year: number): Report | undefined => {
  const document = documents.find((one) => one.agency.shortName === name && one.year === year);
  return document && { year, edition: editionForYear(year)!, figures: document.figures };
};

describe('the sample county', () => {
  it('has 19 agencies and 112 documents, two being missing', () => {
    expect(sampleAgencies).toHaveLength(19);
    expect(documents).toHaveLength(112);
    expect(missingReports.map(({ agency, year }) => reportOf(agency, year))).toEqual([undefined, undefined]);
  });

  it('prints every cell of each edition', () => {
    for (const { edition, figures } of documents) expect(figureGaps(edition, figures)).toEqual({ missing: [], foreign: [] });
  });

  it('shows exactly the planted findings and no other', () => {
    const found = checkedSample().flatMap(({ document, checked }) =>
      checkReport(checked).findings.map(({ check }) => `${document.agency.shortName} ${document.year} ${check}`),
    );
    const planted = [
      ...plantedFaults.flatMap((fault) =>
        fault.findings.flatMap(({ agency = fault.agency, year, check, count }) => Array<string>(count).fill(`${agency} ${year} ${check}`)),
      ),
      `${leavesBlanks.agency} ${leavesBlanks.year} BLANK-PART`,
    ];
    expect(found.sort()).toEqual(planted.sort());
  });

  it('reports for the county itself in three years, without a fault of its own', () => {
    expect(checkedCountyReports().map((checked) => [checked.report.year, checkReport(checked).findings])).toEqual([
      [2019, []],
      [2023, []],
      [2024, []],
    ]);
  });

  it('shows every kind of difference between the county’s report and its agencies, and a year in which all agrees', () => {
    const found = (year: number) => {
      const { findings, untested } = checkCounty({ ...sampleCountyYear(year), members: sampleCountyYear(year).members.map(withoutText) });
      return [findings.map(({ check, subject }) => `${check} ${subject}`), untested.map(({ check, count }) => `${check} ${count}`)];
    };
    expect(found(2019)).toEqual([[], []]);
    expect(found(2023)).toEqual([
      [
        'AGG-SUM T4-SUM:disputes.review.total',
        'AGG-PUB disclosure.a20_1.regulation.in_force',
        'AGG-PUB disclosure.a20_5.licence.decisions',
        'AGG-PUB requests.new_received.natural_person',
        'AGG-PUB requests.new_received.total',
        'AGG-PUB requests.settled.natural_person',
        'AGG-PUB disputes.review.total',
      ],
      ['AGG-SUM 3'],
    ]);
    expect(found(2024)).toEqual([['AGG-COVER 990001-MZ'], ['AGG-PUB 200']]);
  });

  it('is late, returned and published otherwise exactly where it is planted', () => {
    const found = sampleHandIns().flatMap(({ year, dates }) =>
      dates.flatMap(({ agency, on }) => {
        const publication = samplePublications.find((one) => one.agency === agency.shortName && one.year === year);
        const filed = reportOf(agency.shortName, year)!;
        const shown = Object.entries(publication?.changed ?? {}).map(([cell, more]) => [
          cell,
          Number(filed.figures[cell as CellCode]) + more,
        ]);
        const { findings } = checkFiling({
          ...{
            agencyName: agency.name,
            year,
            today: '2026-01-01',
            handInBy: `${year + 1}-01-31`,
            publishBy: `${year + 1}-01-31`,
            handedInOn: on,
          },
          publishedOn: publication?.printedOn ?? publication?.statedOn ?? null,
          returns: sampleReturns
            .filter((one) => one.agency === agency.shortName && one.year === year)
            .map(({ returnedOn, dueOn }) => ({ returnedOn, correctBy: dueOn, correctedOn: null })),
          filed,
          ...(publication?.printedOn ? { published: { ...filed, figures: { ...filed.figures, ...Object.fromEntries(shown) } } } : {}),
        });
        return findings.map(({ check }) => `${agency.shortName} ${year} ${check}`);
      }),
    );
    expect(found.sort()).toEqual(filingFindings.map(({ agency, year, check }) => `${agency} ${year} ${check}`).sort());
  });

  it('breaks every rule on a report and on its filing at least once', () => {
    const planted = new Set<string>([
      ...[...plantedFaults.flatMap(({ findings }) => findings), ...filingFindings].map(({ check }) => check),
      'BLANK-PART',
    ]);
    const ofReports = checkIds.filter((check) => ruleRegister[check].kind !== 'county' || check === 'DUP-TEXT');
    expect(ofReports.filter((check) => !planted.has(check))).toEqual([]);
  });

  it('receives some hundred requests a year, none of them rules of a county', () => {
    const received = documents
      .filter(({ year }) => year === 2024)
      .reduce((sum, { figures }) => sum + Number(figureAt(figures, 'requests.new_received.total')), 0);
    expect(received).toBeGreaterThan(300);
    expect(documents.filter(({ figures }) => Number(figures['disclosure.a20_1.regulation.in_force'] ?? 0) > 0)).toHaveLength(1);
  });

  it('writes the same bytes every time, in three formats', async () => {
    const few = documents.filter((_, index) => index % 20 < 3);
    const digest = async () =>
      Promise.all(
        few.map(async ({ bytes }) =>
          createHash('sha256')
            .update(await bytes())
            .digest('hex'),
        ),
      );
    expect(await digest()).toEqual(await digest());
    expect(new Set(documents.map(({ fileName }) => fileName.split('.').at(-1)))).toEqual(new Set(['docx', 'html', 'txt']));
  });
});
