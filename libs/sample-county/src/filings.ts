import type { CheckId } from '@mingshu/report-checks';
import type { CellCode } from '@mingshu/report-format';
import { writeReportHtml } from '@mingshu/report-writer';
import { missingReports } from './planted-faults';
import { handInDay, sampleAgencies, sampleYears, type SampleAgency } from './agencies';
import { sampleDocuments } from './documents';

/** Reports handed in after 31 January. */
const lateHandIns: readonly { readonly agency: string; readonly year: number; readonly on: string }[] = [
  { agency: '大坝乡', year: 2023, on: '2024-02-06' },
];

/** A return of years ago, recorded from paper, that was never answered. */
export const sampleReturns = [{ agency: '石桥街道', year: 2021, returnedOn: '2022-02-08', dueOn: '2022-02-15' }] as const;

/**
 * A publication of the sample county, recorded by hand since its site is invented. `printedOn`: the day its page prints, where a saved page comes with
 * it; `changed`: what the page shows otherwise than the report.
 */
export interface SamplePublication {
  readonly agency: string;
  readonly year: number;
  readonly address: string;
  readonly printedOn?: string;
  readonly statedOn?: string;
  readonly changed?: Partial<Record<CellCode, number>>;
  /** Whether the report is signed off before. */
  readonly isSigned: boolean;
}

const address = (place: string) => `https://www.qinghe.example/zwgk/nb/2023/${place}.html`;

/** One that is the same, one that shows another figure, one without a saved page, one that came after its date. */
export const samplePublications: readonly SamplePublication[] = [
  { agency: '朝阳街道', year: 2023, address: address('chaoyang'), printedOn: '2024-01-29', isSigned: true },
  {
    agency: '新城街道',
    year: 2023,
    address: address('xincheng'),
    printedOn: '2024-01-30',
    changed: { 'disclosure.a20_5.licence.decisions': 3 },
    isSigned: true,
  },
  { agency: '自然资源局', year: 2023, address: address('zrzy'), statedOn: '2024-01-26', isSigned: true },
  { agency: '民政局', year: 2023, address: address('mz'), printedOn: '2024-02-04', isSigned: false },
];

/** Every finding that comes of dates, returns and publications. */
export const filingFindings: readonly { readonly agency: string; readonly year: number; readonly check: CheckId }[] = [
  { agency: '大坝乡', year: 2023, check: 'LATE' },
  { agency: '民政局', year: 2023, check: 'LATE' },
  { agency: '石桥街道', year: 2021, check: 'RETURNED' },
  { agency: '新城街道', year: 2023, check: 'PUB-DIFF' },
];

/** When every report of the sample county was handed in, by year. */
export function sampleHandIns(): {
  readonly year: number;
  readonly dates: readonly { readonly agency: SampleAgency; readonly on: string }[];
}[] {
  return sampleYears.map((year) => ({
    year,
    dates: sampleAgencies
      .filter(({ shortName }) => !missingReports.some((one) => one.agency === shortName && one.year === year))
      .map((agency) => ({
        agency,
        on: lateHandIns.find((one) => one.agency === agency.shortName && one.year === year)?.on ?? handInDay(agency, year),
      })),
  }));
}

/** The saved page of a publication as the county's site shows it; `undefined` where none was saved. */
export function samplePage({
  agency,
  year,
  printedOn,
  changed = {},
}: SamplePublication): { fileName: string; bytes: Uint8Array } | undefined {
  const document = sampleDocuments().find((one) => one.agency.shortName === agency && one.year === year);
  if (!document || printedOn === undefined) return undefined;
  const shown = Object.fromEntries(
    Object.entries(changed).map(([cell, more]) => [cell, Number(document.figures[cell as CellCode]) + more]),
  );
  const page = new TextDecoder().decode(writeReportHtml({ ...document.report, figures: { ...document.figures, ...shown } }));
  const dated = page.replace('</h1>', `</h1>\n<p class="source">发布日期：${printedOn}　来源：清河县人民政府</p>`);
  return { fileName: `${document.report.title}.html`, bytes: new TextEncoder().encode(dated) };
}
