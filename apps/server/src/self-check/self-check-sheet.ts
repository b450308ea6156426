import type { SelfCheckSheet } from '@mingshu/contracts';
import { checkReport, type CheckedAgency, type RuleSettings } from '@mingshu/report-checks';
import { figuresOf, type CellCode, type ReportReading } from '@mingshu/report-format';

export interface SelfCheckFacts {
  readonly fileName: string;
  readonly year: number;
  /** The agency on the roster, where the file's signs lead to one. */
  readonly agency: CheckedAgency | undefined;
  readonly otherAgencies: readonly string[];
  readonly settings: RuleSettings;
  readonly at: Date;
}

const always = '没有用上年的年报核对：上年结转、同比等需要上年数据的项目没有查；是否与其他单位雷同也没有查。';

/** All that can be said about one report by itself: by the county's rules, without anything the county keeps about the agency. */
export function selfCheckSheet(
  reading: ReportReading,
  { fileName, year, agency, otherAgencies, settings, at }: SelfCheckFacts,
): SelfCheckSheet {
  const { edition, editionPresumed, figures, sections, opening, headings, remarks } = reading;
  const { findings, untested, verdicts } = checkReport(
    {
      report: { year, edition, figures: figuresOf(reading) },
      text: { parts: { ...sections, ...(opening === undefined ? {} : { opening }) }, ...(headings ? { headings } : {}) },
      reading: { editionPresumed, figures, agency: reading.agency.signs, year: reading.year.signs, remarks },
      otherAgencies,
      ...(agency ? { agency } : {}),
    },
    settings,
  );
  const unread = (Object.keys(figures) as CellCode[]).filter((cell) => figures[cell]?.state === 'unread');
  const named = [...new Set([...findings.flatMap(({ cells }) => cells), ...unread])];
  const of = (severity: string) => findings.filter((one) => one.severity === severity).length;
  const tests = (outcome: string) => verdicts.filter((one) => one.outcome === outcome).length;
  return {
    kind: 'checked',
    fileName,
    agencyName: agency?.name ?? null,
    readAgency: reading.agency.value,
    year,
    edition,
    counts: { errors: of('error'), warnings: of('warning'), hints: of('info'), unread: unread.length },
    findings: [...findings],
    cells: Object.fromEntries(named.flatMap((cell) => (figures[cell] ? [[cell, figures[cell]]] : []))),
    unread,
    untested: [...untested],
    tests: { holds: tests('holds'), broken: tests('broken'), notAssessable: tests('not_assessable') },
    notLookedAt: [always, ...(agency ? [] : ['没有认出是名册上的哪个单位，与单位有关的项目没有查。'])],
    checkedAt: at.toISOString().replace(/\.\d+/, ''),
  };
}
