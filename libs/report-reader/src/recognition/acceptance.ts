import {
  cellFormat,
  editions,
  type Acceptance,
  type CellCode,
  type EditionId,
  type FigureReading,
  type Remark,
  type Weighed,
} from '@mingshu/report-format';
import type { Relation } from './witness';

/** What a reading is judged by. `named`: rows of table 3 found by their own labels. */
export interface Evidence {
  readonly edition: EditionId;
  readonly editionPresumed: boolean;
  readonly agency: Weighed<string>;
  readonly year: Weighed<number>;
  readonly figures: Readonly<Partial<Record<CellCode, FigureReading>>>;
  readonly broken: readonly Relation[];
  readonly named: number;
  readonly remarks: readonly Remark[];
}

/** Remarks after which a person has to look at the original. */
const grave = new Set(['TABLE-TWICE', 'ROW-TWICE', 'EDITION-MIXED', 'SPLIT-DIGITS']);

function brokenReason({ kind, left, right }: Relation): Remark {
  const cells = [...left, ...right];
  const { section, rowLabel, columnLabel } = cellFormat(right[0]!);
  const table = `表${'一二三四'[section - 1]}`;
  const where =
    kind === 'row_sum'
      ? `${table}「${rowLabel}」的各项之和与总计不等`
      : `${table}「${columnLabel}」列的${kind === 'balance' ? '勾稽关系' : '合计'}不成立`;
  return { code: 'BROKEN', text: `${where}，可能是原件有误，也可能是识读有误，请对照原件。`, cells };
}

const cellsIn = (figures: Evidence['figures'], is: (figure: FigureReading) => boolean) =>
  (Object.entries(figures) as [CellCode, FigureReading][]).filter(([, figure]) => is(figure)).map(([cell]) => cell);

function figureReasons({ figures, broken, edition, named }: Evidence): Remark[] {
  const unclear = cellsIn(figures, (figure) => figure.state === 'unread' && figure.why === 'unclear');
  const missing = cellsIn(figures, (figure) => figure.state === 'unread' && figure.why === 'not_found');
  const byOrder = cellsIn(
    figures,
    (figure) => (figure.supportedBy?.includes('row_order') && !figure.supportedBy.includes('row_label')) ?? false,
  );
  const doubted = cellsIn(
    figures,
    (figure) => figure.contradictedBy?.some((sign) => sign === 'second_reading' || sign === 'certainty') ?? false,
  );
  const isMute = !cellsIn(figures, (figure) => figure.state === 'number' && figure.value !== 0).some((cell) =>
    cell.startsWith('requests.'),
  );
  const rows = editions[edition].tables.requests.rows.length;
  return [
    ...(unclear.length > 0 ? [{ code: 'UNCLEAR', text: `有 ${unclear.length} 个格存疑，请对照原件填写。`, cells: unclear }] : []),
    ...(missing.length > 0
      ? [{ code: 'NOT-FOUND', text: `有 ${missing.length} 个格在文件里没有找到，请对照原件填写。`, cells: missing }]
      : []),
    ...(doubted.length > 0
      ? [{ code: 'DOUBTED', text: `有 ${doubted.length} 个格两种读法不一致或识别把握不足，请对照原件核对。`, cells: doubted }]
      : []),
    ...(byOrder.length > 0
      ? [
          {
            code: 'BY-ORDER',
            text: `有 ${byOrder.length / 7} 行的行名缺损或不在数字前面，按前后次序认定，请对照原件核对。`,
            cells: byOrder,
          },
        ]
      : []),
    ...(isMute && missing.length < rows * 7 && named < rows
      ? [{ code: 'MUTE', text: `表三各数全为 0，合计不能佐证位置，且有 ${rows - named} 行的行名没有对上，请对照原件核对。` }]
      : []),
    ...broken.map(brokenReason),
  ];
}

/** Whether a reading can be taken over without a person, and in Chinese why not. */
export function judgeAcceptance(evidence: Evidence): Acceptance {
  const { agency, year, editionPresumed, edition, remarks } = evidence;
  const reasons: Remark[] = [
    ...(agency.value === null ? [{ code: 'AGENCY', text: '填报单位不能确定，请指定。' }] : []),
    ...(year.value === null ? [{ code: 'YEAR', text: '报告年度不能确定，请指定。' }] : []),
    ...(editionPresumed ? [{ code: 'EDITION', text: `没有看到表头，表格版本按年度推定为 ${edition} 年版，请核对。` }] : []),
    ...remarks.filter(({ code }) => grave.has(code)),
    ...figureReasons(evidence),
  ];
  return { withoutPerson: reasons.length === 0, reasons };
}
