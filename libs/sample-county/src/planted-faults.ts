import type { CheckId } from '@mingshu/report-checks';
import type { CellCode, EditionId, Figure, Figures, TableCode } from '@mingshu/report-format';
import { cellsOf } from '@mingshu/report-format';
import type { Prose } from './prose';

/**
 * A fault put into one document, and every finding that must come of it. `changes` is added to printed figures, `set` replaces them; `isToldInText`: the text
 * repeats the printed figures, else the true ones; `reword` changes the prose and may look at another report's.
 */
export interface PlantedFault {
  readonly agency: string;
  readonly year: number;
  readonly changes?: Partial<Record<CellCode, number>>;
  readonly set?: Partial<Record<CellCode, Figure>>;
  readonly edition?: EditionId;
  readonly isToldInText?: boolean;
  readonly headings?: Partial<Record<1 | 2 | 3 | 4 | 5 | 6, string | null>>;
  readonly reword?: (prose: Prose, figures: Figures, proseOf: (agency: string, year: number) => Prose) => Prose;
  readonly findings: readonly { readonly agency?: string; readonly year: number; readonly check: CheckId; readonly count: number }[];
}

type Section = keyof Prose['sections'];
const found = (year: number, check: CheckId, count = 1, agency?: string) => ({ year, check, count, ...(agency ? { agency } : {}) });

/** Changes a section's paragraphs. */
const inSection = (prose: Prose, section: Section, change: (paragraphs: readonly string[]) => readonly string[]): Prose => ({
  ...prose,
  sections: { ...prose.sections, [section]: change(prose.sections[section]) },
});
/** Puts words behind one paragraph of section 1. */
const added = (place: number, words: (figures: Figures) => string) => (prose: Prose, figures: Figures) =>
  inSection(prose, '1', (paragraphs) =>
    paragraphs.map((paragraph, index) => (index === place ? `${paragraph}${words(figures)}` : paragraph)),
  );
const replaced = (section: Section, from: RegExp | string, to: string) => (prose: Prose) =>
  inSection(prose, section, (paragraphs) => paragraphs.map((paragraph) => paragraph.replace(from, to)));
const blank = (edition: EditionId, table: TableCode): Partial<Record<CellCode, Figure>> =>
  Object.fromEntries(
    cellsOf(edition)
      .filter((cell) => cell.startsWith(`${table}.`))
      .map((cell) => [cell, 'blank']),
  );

const inTables: readonly PlantedFault[] = [
  { agency: '东坪镇', year: 2022, changes: { 'requests.granted.total': 1 }, findings: [found(2022, 'T3-ROW'), found(2022, 'T3-SUM')] },
  {
    agency: '柳林乡',
    year: 2023,
    changes: { 'requests.settled.natural_person': 2 },
    findings: [found(2023, 'T3-COL'), found(2023, 'T3-SUM'), found(2023, 'T3-ROW')],
  },
  { agency: '石桥街道', year: 2021, changes: { 'disputes.review.total': 1 }, findings: [found(2021, 'T4-SUM')] },
  {
    agency: '自然资源局',
    year: 2024,
    changes: {
      'requests.carried_in.natural_person': 1,
      'requests.carried_in.total': 1,
      'requests.new_received.natural_person': -1,
      'requests.new_received.total': -1,
    },
    isToldInText: true,
    findings: [found(2024, 'YOY-CARRY', 2)],
  },
  {
    agency: '河口镇',
    year: 2020,
    changes: { 'requests.carried_out.enterprise': 1 },
    findings: [found(2020, 'T3-COL'), found(2020, 'T3-ROW'), found(2021, 'YOY-CARRY')],
  },
  {
    agency: '公安局',
    year: 2023,
    changes: { 'requests.new_received.natural_person': 2, 'requests.new_received.total': 2 },
    isToldInText: true,
    findings: [found(2023, 'T3-COL', 2)],
  },
  {
    agency: '白石镇',
    year: 2023,
    set: { 'disclosure.a20_1.regulation.in_force': 3 },
    findings: [found(2023, 'T2-RULE0'), found(2023, 'YOY-STOCK'), found(2024, 'YOY-STOCK')],
  },
  {
    agency: '双桥镇',
    year: 2021,
    set: {
      'disclosure.a20_1.normative_doc.issued': 5,
      'disclosure.a20_1.normative_doc.repealed': 0,
      'disclosure.a20_1.normative_doc.in_force': 3,
    },
    isToldInText: true,
    findings: [found(2021, 'T2-SANE'), found(2022, 'YOY-STOCK')],
  },
  {
    agency: '城关镇',
    year: 2022,
    set: { 'disclosure.a20_8.admin_fee.fee_amount': 986000 },
    findings: [found(2022, 'T2-FEEUNIT'), found(2023, 'T2-FEEUNIT')],
  },
  {
    agency: '公安局',
    year: 2024,
    changes: { 'disputes.suit_direct.upheld': 1, 'disputes.suit_direct.total': 1 },
    findings: [found(2024, 'T4-2024')],
  },
  // What it prints beside the empty total does not add up in the county's sums either: AGG-SUM.
  { agency: '城关镇', year: 2023, set: { 'disputes.review.total': 'blank' }, findings: [found(2023, 'BLANK-PART')] },
  { agency: '大坝乡', year: 2021, set: blank('2021', 'disputes'), findings: [found(2021, 'BLANK-ALL')] },
  {
    agency: '双桥镇',
    year: 2023,
    set: {
      'requests.declined.publication.research': 'not_applicable',
      'requests.declined.publication.legal_service': 'not_applicable',
      'requests.declined.publication.org_other': 'not_applicable',
    },
    findings: [found(2023, 'NUM-FORMAT')],
  },
  {
    agency: '朝阳街道',
    year: 2020,
    changes: { 'disclosure.a20_5.licence.prev_items': 2 },
    findings: [found(2020, 'YOY-ITEMS19')],
  },
];

const inForm: readonly PlantedFault[] = [
  { agency: '柳河镇', year: 2022, edition: '2019', findings: [found(2022, 'ED-MATCH')] },
  {
    agency: '柳河镇',
    year: 2023,
    reword: (prose) => ({ ...prose, introduction: prose.introduction.replace('国办公开办函〔2021〕30号', '国办公开办函〔2019〕60号') }),
    findings: [found(2023, 'ED-CITE')],
  },
  { agency: '新城街道', year: 2022, headings: { 5: null }, findings: [found(2022, 'HEAD-6')] },
  { agency: '新城街道', year: 2024, headings: { 6: '六、其它需要报告的事项' }, findings: [found(2024, 'HEAD-6')] },
  {
    agency: '教育局',
    year: 2021,
    reword: (prose) => ({ ...prose, introduction: prose.introduction.replace('12月31日', '12月30日') }),
    findings: [found(2021, 'PERIOD')],
  },
  {
    agency: '柳林乡',
    year: 2024,
    reword: replaced('1', '（三）政府信息管理。', '（三）政府信息管理。\n2023年，我乡把制度理了一遍。'),
    findings: [found(2024, 'YEAR-TEXT')],
  },
  { agency: '青山乡', year: 2023, reword: added(2, () => '我局严格把关。'), findings: [found(2023, 'NAME-TEXT')] },
  {
    agency: '石桥街道',
    year: 2023,
    reword: (prose) => inSection(prose, '1', (paragraphs) => paragraphs.filter((_, index) => index !== 1)),
    findings: [found(2023, 'S1-FIVE')],
  },
  {
    agency: '河口镇',
    year: 2023,
    reword: replaced('1', /工作考核、社会评议.*$/, ''),
    findings: [found(2023, 'S1-ASSESS')],
  },
  {
    agency: '县政府办公室',
    year: 2023,
    reword: added(3, () =>
      Array.from({ length: 40 }, (_, day) => `第${day + 1}项重点事项由承办科室列出责任人、完成时限和公开位置，并在月底逐一核销。`).join(''),
    ),
    findings: [found(2023, 'S1-LEN')],
  },
  { agency: '朝阳街道', year: 2022, reword: (prose) => inSection(prose, '5', () => ['无。']), findings: [found(2022, 'S5-PAIR')] },
  { agency: '白石镇', year: 2021, reword: added(2, () => '白石镇人民政府政府高度重视此项工作。'), findings: [found(2021, 'TYPO')] },
];

const count = (figures: Figures, cell: CellCode) => Number(figures[cell]);

const inText: readonly PlantedFault[] = [
  {
    agency: '教育局',
    year: 2023,
    reword: (prose, figures) =>
      replaced('1', /新收政府信息公开申请\d+件/, `新收政府信息公开申请${count(figures, 'requests.new_received.total') + 3}件`)(prose),
    findings: [found(2023, 'TXT-REQ')],
  },
  {
    agency: '民政局',
    year: 2022,
    reword: (prose, figures) =>
      replaced('1', /现行有效\d+件/, `现行有效${count(figures, 'disclosure.a20_1.normative_doc.in_force') + 1}件`)(prose),
    findings: [found(2022, 'TXT-DOC')],
  },
  {
    agency: '自然资源局',
    year: 2022,
    reword: added(4, (figures) => `因政府信息公开引起的行政复议${count(figures, 'disputes.review.total') + 2}件。`),
    findings: [found(2022, 'TXT-CASE')],
  },
  {
    agency: '城关镇',
    year: 2024,
    changes: {
      'requests.other.unpaid_fee.natural_person': 1,
      'requests.other.unpaid_fee.total': 1,
      'requests.granted.natural_person': -1,
      'requests.granted.total': -1,
    },
    findings: [found(2024, 'TXT-FEE')],
  },
  {
    agency: '东坪镇',
    year: 2023,
    reword: added(0, () => '其中解读材料共60篇，分别为图解35篇、视频20篇、问答15篇。'),
    findings: [found(2023, 'TXT-SUM')],
  },
  {
    agency: '公安局',
    year: 2022,
    reword: added(1, (figures) => `自然人申请${count(figures, 'requests.new_received.natural_person')}件，占申请总数的99.3%。`),
    findings: [found(2022, 'TXT-PCT')],
  },
  {
    agency: '卫生健康局',
    year: 2024,
    reword: (prose) => replaced('1', /(新收政府信息公开申请\d+件)/, '$1，同比增长88.8%')(prose),
    findings: [found(2024, 'TXT-GROWTH')],
  },
  { agency: '县政府办公室', year: 2024, reword: added(1, () => '以上申请均已办结。'), findings: [found(2024, 'TXT-ALLDONE')] },
  {
    agency: '卫生健康局',
    year: 2023,
    reword: added(0, (figures) => `公开行政处罚信息${count(figures, 'disclosure.a20_6.penalty.decisions')}条。`),
    findings: [found(2023, 'T2-ALLDEC')],
  },
  {
    agency: '双桥镇',
    year: 2024,
    reword: (prose, _, proseOf) => inSection(prose, '5', () => proseOf('白石镇', 2024).sections['5']),
    findings: [found(2024, 'DUP-TEXT'), found(2024, 'DUP-TEXT', 1, '白石镇')],
  },
  {
    agency: '大坝乡',
    year: 2024,
    reword: (prose, _, proseOf) => inSection(prose, '5', () => proseOf('大坝乡', 2023).sections['5']),
    findings: [found(2024, 'DUP-TEXT')],
  },
];

/** Every fault of the sample county: each kind of rule on a report is broken at least once. */
export const plantedFaults: readonly PlantedFault[] = [...inTables, ...inForm, ...inText];

/** Reports that never arrive. */
export const missingReports: readonly { readonly agency: string; readonly year: number }[] = [
  { agency: '大坝乡', year: 2022 },
  { agency: '民政局', year: 2024 },
];

/** An agency that leaves the columns of organisations empty where they are zero: one BLANK-PART. */
export const leavesBlanks = { agency: '青山乡', year: 2019 } as const;
