import {
  agencyKinds,
  cellsIn,
  comparableIn2019,
  editions,
  requestCell,
  type AgencyKind,
  type CellCode,
  type EditionId,
  type RequestRow,
  type Unit,
} from '@mingshu/report-format';
import type { Breakdown } from './breakdown';

/** A named number one can ask for: a cell of the 2021 edition or a sum of several. `kind` limits it to agencies of one kind. */
export interface Measure {
  readonly code: string;
  readonly label: string;
  readonly group?: string;
  readonly unit: Unit;
  readonly cells: readonly CellCode[];
  readonly kind?: AgencyKind;
}

const { requests, disclosure, disputes } = editions['2021'].tables;

/** A label of the form without its number and its explanation in brackets. */
const short = (label: string) =>
  label.replace(/^([一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|\d+\.)/, '').replace(/（区分处理.*$/, '');
const rowLabel = (row: RequestRow) => short(requests.rows.find(({ code }) => code === row)?.label ?? row);

const requestMeasure = (row: RequestRow, label = rowLabel(row), group?: string): Measure => ({
  code: row,
  label,
  group,
  unit: '件',
  cells: [requestCell(row, 'total')],
});
const groupMeasure = (group: string): Measure => {
  const rows = requests.rows.filter(({ within }) => within === group);
  return {
    code: group,
    label: short(requests.groups.find(({ code }) => code === group)!.label),
    unit: '件',
    cells: rows.map(({ code }) => requestCell(code, 'total')),
  };
};

const groupOf = (within: string) => requests.groups.find(({ code }) => code === within);
const details = requests.rows
  .filter(({ within, code }) => within !== 'year' && code !== 'settled')
  .map(({ code, within }) => requestMeasure(code, undefined, groupOf(within) ? short(groupOf(within)!.label) : undefined));

const disclosureMeasure = (block: string, row: string, column: string): Measure => {
  const format = disclosure.blocks.find(({ code }) => code === block)!;
  const { label } = format.rows.find(({ code }) => code === row)!;
  const { label: columnLabel, unit } = format.columns.find(({ code }) => code === column)!;
  return {
    code: `${row}.${column}`,
    label: `${label}·${columnLabel.replace(/^本年/, '').replace(/（.*$/, '')}`,
    unit,
    cells: [`disclosure.${block}.${row}.${column}` as CellCode],
  };
};

/** The columns of every breakdown. Labels are the form's, shortened. */
export const measuresOf: Readonly<Record<Breakdown, readonly Measure[]>> = {
  flow: [
    requestMeasure('new_received', '新收申请'),
    requestMeasure('carried_in', '上年结转'),
    requestMeasure('settled', '办理结果总计'),
    requestMeasure('carried_out', '结转下年度'),
  ],
  outcome: [
    requestMeasure('granted'),
    requestMeasure('partial'),
    groupMeasure('denied'),
    groupMeasure('unavailable'),
    groupMeasure('declined'),
    groupMeasure('other'),
  ],
  outcome_detail: details,
  applicant: requests.columns
    .filter(({ code }) => code !== 'total')
    .map(({ code, label, parent }) => ({
      code,
      label,
      group: parent ?? undefined,
      unit: '件' as const,
      cells: [requestCell('new_received', code)],
    })),
  agency_kind: agencyKinds.map((kind) => ({ code: kind, label: kind, unit: '件', cells: [requestCell('new_received', 'total')], kind })),
  disclosure: [
    disclosureMeasure('a20_1', 'normative_doc', 'issued'),
    disclosureMeasure('a20_5', 'licence', 'decisions'),
    disclosureMeasure('a20_6', 'penalty', 'decisions'),
    disclosureMeasure('a20_6', 'compulsion', 'decisions'),
    disclosureMeasure('a20_8', 'admin_fee', 'fee_amount'),
  ],
  disputes: disputes.blocks.map(({ code, label, parent }) => ({
    code,
    label,
    group: parent ?? undefined,
    unit: '件' as const,
    cells: [`disputes.${code}.total` as CellCode],
  })),
};

/** Breakdowns whose columns are parts of one whole, so that shares make sense. */
export const isAdditive = (breakdown: Breakdown): boolean => ['outcome', 'outcome_detail', 'applicant', 'agency_kind'].includes(breakdown);

/** The cells in which an edition answers a measure, `undefined` where it has no such measure. */
export const cellsOfMeasure = (edition: EditionId, { cells }: Measure): readonly CellCode[] | undefined => cellsIn(edition, cells);

/** Whether a measure moved its definition between the editions a little. */
export const comparesRoughly = ({ cells }: Measure): boolean => cells.some((cell) => comparableIn2019(cell).comparison === 'roughly');
