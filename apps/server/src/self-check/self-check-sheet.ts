import type { SelfCheckSheet } from '@mingshu/contracts';
import { checkReport, type CheckedAgency, type RuleSettings } from '@mingshu/report-checks';
import type { AnnotatedReport } from '@mingshu/report-writer';
import { figuresOf, type CellCode, type ReportReading } from '@mingshu/report-format';
import type { PublicLastYear } from './public-last-year';

export interface SelfCheckFacts {
  readonly fileName: string;
  readonly year: number;
  /** The agency on the roster, where the file's signs lead to one. */
  readonly agency: CheckedAgency | undefined;
  readonly otherAgencies: readonly string[];
  readonly settings: RuleSettings;
  readonly before: PublicLastYear;
  readonly at: Date;
}

const always = '是否与其他单位或上年的文字雷同没有查。';

/** All that can be said about one report by the county's rules with what is public, and nothing else the county keeps about the agency. */
export function selfCheckSheet(
  reading: ReportReading,
  { fileName, year, agency, otherAgencies, settings, before, at }: SelfCheckFacts,
): SelfCheckSheet {
  const { edition, editionPresumed, figures, sections, opening, headings, remarks } = reading;
  const { findings, untested, verdicts } = checkReport(
    {
      report: { year, edition, figures: figuresOf(reading) },
      text: { parts: { ...sections, ...(opening === undefined ? {} : { opening }) }, ...(headings ? { headings } : {}) },
      reading: { editionPresumed, figures, agency: reading.agency.signs, year: reading.year.signs, remarks },
      otherAgencies,
      ...(agency ? { agency } : {}),
      ...('lastYear' in before ? { lastYear: before.lastYear } : {}),
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
    comparedWith: 'lastYear' in before ? before.lastYear.year : null,
    notLookedAt: [
      ...('why' in before ? [before.why] : []),
      always,
      ...(agency ? [] : ['没有认出是名册上的哪个单位，与单位有关的项目没有查。']),
    ],
    checkedAt: at.toISOString().replace(/\.\d+/, ''),
  };
}

/** What the annotated version shows of a reading: the prints of its cells and its words. */
export function annotatedReport(
  reading: ReportReading,
  { findings, fileName, year, checkedAt, notLookedAt }: SelfCheckSheet,
): AnnotatedReport {
  const { edition, figures, sections, opening } = reading;
  const printed = Object.entries(figures).flatMap(([cell, figure]) =>
    'printed' in figure ? [[cell, figure.state === 'unread' ? `${figure.printed}〔没有读清〕` : figure.printed.trim()]] : [],
  );
  return {
    title: `${reading.agency.value ?? ''}${year}年度政府信息公开工作年度报告（自查标注版）`,
    notes: [`按文件“${fileName}”读出的内容排成，不是原件，不能代替原件报送。批注和〔 〕里的编号是自查发现的问题。`, ...notLookedAt],
    edition,
    printed: Object.fromEntries(printed) as AnnotatedReport['printed'],
    parts: { ...sections, ...(opening === undefined ? {} : { opening }) },
    findings,
    at: new Date(checkedAt),
  };
}
