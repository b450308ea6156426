import {
  disputeCell,
  figureAt,
  isNumber,
  requestCell,
  type Applicant,
  type CellCode,
  type DisputeBlock,
  type EditionId,
  type Figures,
  type RequestRow,
} from '@mingshu/report-format';
import { outcomeRows } from '../form-rows';

/** One meaning words allow: the cells added, and those taken away. `atMost`: the claim may also be smaller. */
export interface Reading {
  readonly name: string;
  readonly plus: readonly CellCode[];
  readonly minus?: readonly CellCode[];
  readonly atMost?: boolean;
}

const at = (applicant: Applicant, ...rows: RequestRow[]) => rows.map((row) => requestCell(row, applicant));
const organisations: readonly Applicant[] = ['enterprise', 'research', 'public_welfare', 'legal_service', 'org_other'];
const columns: Readonly<Record<string, { readonly name: string; readonly applicants: readonly Applicant[] }>> = {
  total: { name: '', applicants: ['total'] },
  natural_person: { name: '自然人', applicants: ['natural_person'] },
  organisation: { name: '法人或其他组织', applicants: organisations },
  enterprise: { name: '商业企业', applicants: ['enterprise'] },
  research: { name: '科研机构', applicants: ['research'] },
  public_welfare: { name: '社会公益组织', applicants: ['public_welfare'] },
  legal_service: { name: '法律服务机构', applicants: ['legal_service'] },
};

export type ColumnName = keyof typeof columns;

/** 新收 of a column; with 结转 too. */
export const newReading = (column: ColumnName = 'total'): Reading => ({
  name: `${columns[column]!.name}新收`,
  plus: columns[column]!.applicants.flatMap((applicant) => at(applicant, 'new_received')),
});
export const withCarriedReading = (column: ColumnName = 'total'): Reading => ({
  name: `${columns[column]!.name}新收 + 上年结转`,
  plus: columns[column]!.applicants.flatMap((applicant) => at(applicant, 'new_received', 'carried_in')),
});

const group = (edition: EditionId, start: string) => outcomeRows(edition).filter((row) => row === start || row.startsWith(`${start}.`));

/** Meanings of words about requests, column 总计. */
export const requestReadings = {
  carriedIn: (): Reading => ({ name: '上年结转', plus: at('total', 'carried_in') }),
  carriedOut: (): Reading => ({ name: '结转下年度', plus: at('total', 'carried_out') }),
  settled: (): Reading => ({ name: '（七）总计', plus: at('total', 'settled') }),
  settledWithoutWithdrawn: (edition: EditionId): Reading => ({
    name: '（七）总计减（六）其他',
    plus: at('total', 'settled'),
    minus: at('total', edition === '2021' ? 'other.misc' : 'other'),
  }),
  settledOfThisYear: (): Reading => ({ name: '（七）总计减上年结转', plus: at('total', 'settled'), minus: at('total', 'carried_in') }),
  granted: (): Reading => ({ name: '（一）予以公开', plus: at('total', 'granted') }),
  partial: (): Reading => ({ name: '（二）部分公开', plus: at('total', 'partial') }),
  grantedOrPartial: (): Reading => ({ name: '（一）予以公开 + （二）部分公开', plus: at('total', 'granted', 'partial') }),
  denied: (edition: EditionId): Reading => ({ name: '（三）不予公开各行之和', plus: at('total', ...group(edition, 'denied')) }),
  unavailable: (edition: EditionId): Reading => ({ name: '（四）无法提供各行之和', plus: at('total', ...group(edition, 'unavailable')) }),
  notHeld: (): Reading => ({ name: '（四）1.本机关不掌握', plus: at('total', 'unavailable.not_held') }),
  declined: (edition: EditionId): Reading => ({ name: '（五）不予处理各行之和', plus: at('total', ...group(edition, 'declined')) }),
  duplicate: (): Reading => ({ name: '（五）2.重复申请', plus: at('total', 'declined.duplicate') }),
  other: (edition: EditionId): Reading => ({ name: '（六）其他处理各行之和', plus: at('total', ...group(edition, 'other')) }),
  withdrawn: (edition: EditionId): Reading => ({
    name: edition === '2021' ? '（六）3.其他' : '（六）其他处理',
    plus: at('total', edition === '2021' ? 'other.misc' : 'other'),
    atMost: true,
  }),
} as const;

/** Meanings of words about normative documents. */
export const documentReadings = {
  issued: (edition: EditionId): Reading[] =>
    edition === '2021'
      ? [{ name: '本年制发件数', plus: ['disclosure.a20_1.normative_doc.issued'] }]
      : [
          { name: '本年新制作数量', plus: ['disclosure.a20_1.normative_doc.made'] },
          { name: '本年新公开数量', plus: ['disclosure.a20_1.normative_doc.opened'] },
        ],
  repealed: (edition: EditionId): Reading[] =>
    edition === '2021' ? [{ name: '本年废止件数', plus: ['disclosure.a20_1.normative_doc.repealed'] }] : [],
  inForce: (edition: EditionId): Reading[] =>
    edition === '2021' ? [{ name: '现行有效件数', plus: ['disclosure.a20_1.normative_doc.in_force'] }] : [],
} as const;

const blockNames: Readonly<Record<DisputeBlock, string>> = {
  review: '行政复议',
  suit_direct: '未经复议直接起诉',
  suit_after_review: '复议后起诉',
};

/** Meanings of a number of cases: all, or only the closed ones. */
export function caseReadings(blocks: readonly DisputeBlock[], name: string): Reading[] {
  const totals = blocks.map((block) => disputeCell(block, 'total'));
  const pending = blocks.map((block) => disputeCell(block, 'pending'));
  return [
    { name: `${name}总计`, plus: totals },
    { name: `${name}总计减尚未审结`, plus: totals, minus: pending },
  ];
}
const suits = ['suit_direct', 'suit_after_review'] as const;
export const reviewReadings = (): Reading[] => caseReadings(['review'], '行政复议');
export const suitReadings = (): Reading[] => [
  ...caseReadings(suits, '行政诉讼'),
  ...suits.flatMap((block) => caseReadings([block], blockNames[block])),
];
export const allCaseReadings = (): Reading[] => caseReadings(['review', ...suits], '复议、诉讼');

/** What a reading comes to. A blank part adds nothing; where no part is a number, or one was not read, nobody knows. */
export function valueOfReading(figures: Figures, { plus, minus = [] }: Reading): number | undefined {
  const side = (cells: readonly CellCode[]): number | undefined => {
    const given = cells.map((cell) => figureAt(figures, cell));
    if (given.includes('unread')) return undefined;
    const numbers = given.filter(isNumber);
    return numbers.length === 0 && cells.length > 0 ? undefined : numbers.reduce((sum, figure) => sum + figure, 0);
  };
  const [added, taken] = [side(plus), side(minus)];
  return added === undefined || taken === undefined ? undefined : Math.round((added - taken) * 1e6) / 1e6;
}
