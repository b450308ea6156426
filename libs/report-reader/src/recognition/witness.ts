import {
  editions,
  isNumber,
  type CellCode,
  type EditionId,
  type Figure,
  type FigureReading,
  type FigureSign,
  figureOf,
} from '@mingshu/report-format';

/** A relation of the form (domain: T3-ROW, T3-SUM, T3-COL, T4-SUM): the parts on the left add up to those on the right. */
export interface Relation {
  readonly kind: Extract<FigureSign, 'row_sum' | 'column_sum' | 'balance'>;
  readonly left: readonly CellCode[];
  readonly right: readonly CellCode[];
}

type FigureReadings = Readonly<Partial<Record<CellCode, FigureReading>>>;

function relationsFrom(edition: EditionId): Relation[] {
  const { requests, disputes } = editions[edition].tables;
  const cell = (row: string, column: string) => `requests.${row}.${column}` as CellCode;
  const parts = requests.columns.slice(0, -1);
  const outcomes = requests.rows.filter(({ within, code }) => within !== 'year' && code !== 'settled');
  return [
    ...requests.rows.map(({ code }): Relation => ({
      kind: 'row_sum',
      left: parts.map((part) => cell(code, part.code)),
      right: [cell(code, 'total')],
    })),
    ...requests.columns.flatMap(({ code }): Relation[] => [
      { kind: 'column_sum', left: outcomes.map((row) => cell(row.code, code)), right: [cell('settled', code)] },
      {
        kind: 'balance',
        left: [cell('new_received', code), cell('carried_in', code)],
        right: [cell('settled', code), cell('carried_out', code)],
      },
    ]),
    ...disputes.blocks.map(({ code }): Relation => ({
      kind: 'row_sum',
      left: disputes.columns.slice(0, -1).map((result) => `disputes.${code}.${result.code}` as CellCode),
      right: [`disputes.${code}.total` as CellCode],
    })),
  ];
}

const known = new Map<EditionId, readonly Relation[]>();

/** The 42 relations of an edition (40 in 2019). */
export function relationsOf(edition: EditionId): readonly Relation[] {
  const relations = known.get(edition) ?? relationsFrom(edition);
  known.set(edition, relations);
  return relations;
}

const isUnread = (figure: Figure) => figure === 'unread';
const total = (figures: readonly Figure[]) => figures.filter(isNumber).reduce((sum, figure) => sum + figure, 0);

/**
 * What a relation says of the figures it holds. It is mute where a figure is unread, where a total is not a number, where every part is blank,
 * and where everything is 0, since then it would hold however the figures had been shifted.
 */
export function testimony({ left, right }: Relation, figures: FigureReadings): 'holds' | 'broken' | 'mute' {
  const read = (cells: readonly CellCode[]) => cells.map((cell) => (figures[cell] ? figureOf(figures[cell]) : 'unread'));
  const [parts, totals] = [read(left), read(right)];
  if (parts.some(isUnread) || totals.some((figure) => !isNumber(figure)) || !parts.some(isNumber)) return 'mute';
  if (total(parts) !== total(totals)) return 'broken';
  return total(parts) > 0 ? 'holds' : 'mute';
}
