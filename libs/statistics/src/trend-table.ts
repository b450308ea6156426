import type { AgencyKind, Figure } from '@mingshu/report-format';
import type { Breakdown } from './breakdown';
import type { AgencyFigures, RosterAgency, YearRoster } from './filings';
import { cellsOfMeasure, comparesRoughly, measuresOf, type Measure } from './measures';
import type { StatCell, StatRow, StatTable } from './stat-table';
import { sumCell, valueOf } from './sum-figures';

/** What a trend asks. Empty lists mean all agencies and all kinds. */
export interface TrendQuestionOfTable {
  readonly reports: readonly AgencyFigures[];
  readonly rosters: readonly YearRoster[];
  readonly breakdown: Breakdown;
  readonly years: readonly number[];
  readonly agencyIds?: readonly string[];
  readonly kinds?: readonly AgencyKind[];
}

const titles: Record<Breakdown, string> = {
  flow: '申请办理情况',
  outcome: '申请处理结果',
  outcome_detail: '申请处理结果明细',
  applicant: '新收申请的申请人',
  agency_kind: '各类单位新收申请',
  disclosure: '主动公开情况',
  disputes: '行政复议、行政诉讼情况',
};

/** What one report says to a measure. */
export const answerOf = (report: AgencyFigures, measure: Measure): Figure | 'not_comparable' => {
  const cells = cellsOfMeasure(report.edition, measure);
  return cells ? valueOf(report.figures, cells) : 'not_comparable';
};

interface GivenReport {
  readonly agency: RosterAgency;
  readonly report: AgencyFigures;
}

/** The agencies of a roster that a question is about. */
export const askedAgencies = (
  roster: YearRoster | undefined,
  { agencyIds = [], kinds = [] }: Pick<TrendQuestionOfTable, 'agencyIds' | 'kinds'>,
): readonly RosterAgency[] =>
  (roster?.agencies ?? []).filter(
    ({ id, kind }) => (agencyIds.length === 0 || agencyIds.includes(id)) && (kinds.length === 0 || kinds.includes(kind)),
  );

/** Who gave the summed figures of a year by hand: how many of each agency's cells were corrected. */
function correctionNote(year: number, measures: readonly Measure[], given: readonly GivenReport[]): string[] {
  const counts = given.flatMap(({ agency, report }) => {
    const summed = new Set<string>(measures.flatMap((measure) => cellsOfMeasure(report.edition, measure) ?? []));
    const count = (report.corrected ?? []).filter((cell) => summed.has(cell)).length;
    return count > 0 ? [{ name: agency.name, count }] : [];
  });
  if (counts.length === 0) return [];
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  const each = counts.map(({ name, count }) => `${name} ${count} 个`).join('、');
  return [`${year} 年度有 ${all} 个数经人工更正（${each}），按更正后的数汇总；原件印的数见单位年报。`];
}

function notesOf({ breakdown, years }: TrendQuestionOfTable, rows: readonly StatRow[], editions: ReadonlySet<string>): string[] {
  const measures = measuresOf[breakdown];
  const notes = rows
    .filter(({ missing, due }) => due > 0 && missing.length > 0)
    .map(
      ({ heading, filed, due, missing }) =>
        `${heading} 年度应报 ${due} 家，实报 ${filed} 家，缺：${missing.join('、')}；该年合计不含缺报单位。`,
    );
  for (const { heading, cells } of rows) {
    const gaps = measures.flatMap(({ label }, place) => (cells[place]?.unread ? [`${label} ${cells[place].unread} 家`] : []));
    if (gaps.length > 0) notes.push(`${heading} 年度未读到：${gaps.join('、')}；合计不含未读到的数。`);
  }
  if (editions.size > 1) {
    const roughly = measures.filter(comparesRoughly).map(({ label }) => label);
    const none = measures.filter((measure) => !cellsOfMeasure('2019', measure)).map(({ label }) => label);
    notes.push('2019、2020 年度用 2019 年版格式，2021 年度起用 2021 年版格式。');
    if (roughly.length > 0) notes.push(`${roughly.join('、')}：两版口径略有不同，只宜大致比较。`);
    if (none.length > 0) notes.push(`${none.join('、')}：2019 年版没有同口径的数，标为“不可比”。`);
  }
  if (breakdown === 'disputes' && years.some((year) => year < 2024) && years.some((year) => year >= 2024)) {
    notes.push('2024 年起不服不予公开决定须先申请行政复议，“未经复议直接起诉”因此减少，不宜与以前年度直接比较。');
  }
  return notes;
}

/**
 * Years × the measures of a breakdown, summed over the agencies asked. What is not a number adds nothing and is counted: `given` of `due`.
 * A year nobody reported is `not_filed`, a measure an edition does not have `not_comparable`; neither is ever 0.
 */
export function trendTable(question: TrendQuestionOfTable): StatTable {
  const { reports, rosters, breakdown, years } = question;
  const measures = measuresOf[breakdown];
  const editionsSeen = new Set<string>();
  const corrections: string[] = [];
  const rows = years.map((year): StatRow => {
    const due = askedAgencies(
      rosters.find((roster) => roster.year === year),
      question,
    );
    const filed = new Map(reports.filter((report) => report.year === year).map((report) => [report.agencyId, report]));
    const given: GivenReport[] = due.flatMap((agency) => (filed.has(agency.id) ? [{ agency, report: filed.get(agency.id)! }] : []));
    given.forEach(({ report }) => editionsSeen.add(report.edition));
    corrections.push(...correctionNote(year, measures, given));
    const cells = measures.map((measure): StatCell => {
      const isAsked = ({ kind }: RosterAgency) => measure.kind === undefined || kind === measure.kind;
      const values = given.filter(({ agency }) => isAsked(agency)).map(({ report }) => answerOf(report, measure));
      return sumCell(values, due.filter(isAsked).length);
    });
    return {
      code: String(year),
      heading: String(year),
      cells,
      filed: given.length,
      due: due.length,
      missing: due.filter(({ id }) => !filed.has(id)).map(({ name }) => name),
    };
  });
  return {
    title: titles[breakdown],
    rowHeading: '年度',
    columns: measures.map(({ code, label, group, unit }) => ({ code, heading: label, ...(group ? { group } : {}), unit })),
    rows,
    notes: [...notesOf(question, rows, editionsSeen), ...corrections],
  };
}

/** The reports behind one figure of a trend: agency by agency its value and the cells that make it up. */
export function contributions(
  question: TrendQuestionOfTable,
  column: string,
  year: number,
): { agency: RosterAgency; value: StatCell['value']; cells: readonly string[] }[] {
  const measure = measuresOf[question.breakdown].find(({ code }) => code === column);
  if (!measure) return [];
  const due = askedAgencies(
    question.rosters.find((roster) => roster.year === year),
    question,
  ).filter(({ kind }) => measure.kind === undefined || kind === measure.kind);
  return due.map((agency) => {
    const report = question.reports.find((one) => one.agencyId === agency.id && one.year === year);
    return {
      agency,
      value: report ? answerOf(report, measure) : 'not_filed',
      cells: report ? (cellsOfMeasure(report.edition, measure) ?? []) : [],
    };
  });
}
