import {
  cellsOf,
  editionForYear,
  editions,
  type AgencyKind,
  type CellCode,
  type EditionId,
  type Figure,
  type Figures,
} from '@mingshu/report-format';
import type { CheckedReport, ReportText } from './checked-report';

/** The cells of a report that differ from 0. */
export type GivenCells = Readonly<Partial<Record<CellCode, Figure>>>;

/** What an example says; everything else of the report is 0, and its prose is that of a sound report. */
export interface GivenReport {
  readonly year?: number;
  readonly kind?: AgencyKind;
  /** The edition of the tables, where it is not that of the year. */
  readonly edition?: EditionId;
  /** Numbers of the sections whose headings are printed, in that order; all six in order unless given. */
  readonly headings?: readonly (1 | 2 | 3 | 4 | 5 | 6)[];
  readonly cells?: GivenCells;
  /** Replaces parts of the prose; `null` leaves a part out. */
  readonly parts?: Readonly<Partial<Record<keyof ReportText['parts'], string | null>>>;
  readonly lastYear?: GivenCells;
  readonly lastParts?: Readonly<Partial<Record<keyof ReportText['parts'], string>>>;
}

export const zeroFigures = (edition: EditionId, cells: GivenCells = {}): Figures => ({
  ...Object.fromEntries(cellsOf(edition).map((cell) => [cell, 0])),
  ...cells,
});

/** A report of the invented 柳河镇 that no rule finds fault with, but for what is given. */
export function exampleReport({
  year = 2024,
  kind = '镇',
  edition = editionForYear(year)!,
  headings = [1, 2, 3, 4, 5, 6],
  cells,
  parts = {},
  lastYear,
  lastParts,
}: GivenReport): CheckedReport {
  const sound: ReportText['parts'] = {
    opening: `清河县柳河镇人民政府${year}年政府信息公开工作年度报告\n本报告所列数据的统计期限为${year}年1月1日至12月31日。`,
    '1': '主动公开方面，及时发布信息。依申请公开方面，规范办理。政府信息管理方面，严格审核。平台建设方面，维护网站。监督保障方面，纳入考核，开展社会评议，无责任追究情形。',
    '5': '存在的问题是更新不够及时，解读形式单一。改进措施是建立清单，加强培训。',
    '6': '本年度未收取信息处理费。',
  };
  const texts = Object.fromEntries(Object.entries({ ...sound, ...parts }).filter(([, text]) => text !== null));
  const last = year - 1;
  return {
    report: { year, edition, figures: zeroFigures(edition, cells) },
    agency: { name: '清河县柳河镇人民政府', kind, county: '清河县', aliases: ['柳河镇'] },
    text: {
      parts: texts,
      headings: headings.map((section, place) => ({
        section,
        text: editions[edition].sections[section - 1]!.heading,
        isInPlace: headings.slice(0, place).every((before) => before < section),
      })),
    },
    reading: { editionPresumed: false, figures: {}, agency: [], year: [], remarks: [] },
    otherAgencies: ['清河县东坪镇人民政府', '东坪镇'],
    ...(lastYear
      ? {
          lastYear: {
            year: last,
            edition: editionForYear(last)!,
            figures: zeroFigures(editionForYear(last)!, lastYear),
            ...(lastParts ? { text: { parts: lastParts } } : {}),
          },
        }
      : {}),
  };
}
