import { figureAt, isNumber, requestCell, type CellCode, type Figure, type Report } from '@mingshu/report-format';
import { cellName, columnName, figureWord } from '../cell-wording';
import { applicants, requestRows } from '../form-rows';
import { brokenSums, isRepairedBy } from './table-3';

/** Two neighbouring cells and the figures they should hold. */
export interface LikelySlip {
  readonly kind: 'swapped' | 'joined' | 'split';
  readonly cells: readonly [CellCode, CellCode];
  readonly values: readonly [number, number];
}

/** Cells that stand side by side in a row, and one below the other in a column. */
function neighbours(report: Report): (readonly [CellCode, CellCode])[] {
  const rows = requestRows(report.edition);
  const across = rows.flatMap((row) =>
    applicants.slice(1).map((applicant, place) => [requestCell(row, applicants[place]!), requestCell(row, applicant)] as const),
  );
  const down = applicants.flatMap((applicant) =>
    rows.slice(1).map((row, place) => [requestCell(rows[place]!, applicant), requestCell(row, applicant)] as const),
  );
  return [...across, ...down];
}

const asNumber = (figure: Figure): number | undefined => (isNumber(figure) ? figure : figure === 'blank' ? 0 : undefined);

/** What two neighbours may have been before they were swapped, run together or torn apart. */
function originals([one, other]: readonly [number, number]): { kind: LikelySlip['kind']; values: readonly [number, number] }[] {
  const swapped = one === other ? [] : [{ kind: 'swapped' as const, values: [other, one] as const }];
  const digits = String(one);
  const joined =
    other === 0 && digits.length >= 2
      ? Array.from({ length: digits.length - 1 }, (_, cut) => [digits.slice(0, cut + 1), digits.slice(cut + 1)] as const)
          .filter(([, rest]) => rest === '0' || !rest.startsWith('0'))
          .map(([left, right]) => ({ kind: 'joined' as const, values: [Number(left), Number(right)] as const }))
      : [];
  const split = one > 0 && other > 0 ? [{ kind: 'split' as const, values: [Number(`${one}${other}`), 0] as const }] : [];
  return [...swapped, ...joined, ...split];
}

/**
 * Two neighbours of table 3 that were swapped, run into one or torn apart, where putting that right makes every sum hold and nothing else of the kind does.
 * Asked only where no single cell explains what is broken; else silent.
 */
export function likelySlip(report: Report): LikelySlip | undefined {
  const broken = brokenSums(report);
  if (broken.length < 2) return undefined;
  const found = neighbours(report).flatMap((cells): LikelySlip[] => {
    if (!broken.every((one) => cells.some((cell) => one.cells.includes(cell)))) return [];
    const printed = cells.map((cell) => asNumber(figureAt(report.figures, cell)));
    const [one, other] = printed;
    if (one === undefined || other === undefined) return [];
    return originals([one, other])
      .filter(({ values }) => isRepairedBy(report, { [cells[0]]: values[0], [cells[1]]: values[1] }))
      .map(({ kind, values }) => ({ kind, cells, values }));
  });
  return found.length === 1 ? found[0] : undefined;
}

const words: Readonly<Record<LikelySlip['kind'], string>> = {
  swapped: '两格可能填反',
  joined: '可能把两格的数连成了一格',
  split: '可能把一个数拆成了两格',
};

/** The hint in words: which two cells, what they hold and what they should. */
export const slipSentence = ({ figures }: Report, { kind, cells, values }: LikelySlip): string =>
  `${cellName(cells[0])}填写 ${figureWord(figures, cells[0])}，${cellName(cells[1])}填写 ${figureWord(figures, cells[1])}，${words[kind]}，应为 ${values[0]} 和 ${values[1]}。`;

/** Exactly two columns off by the same amount in opposite ways while every row holds: figures stand in the wrong column, in a row nobody can name. */
export function offsettingSentence(report: Report): string | undefined {
  const broken = brokenSums(report);
  const [one, other] = broken;
  if (broken.length !== 2 || !one || !other || one.check !== other.check || one.check === 'T3-ROW') return undefined;
  const [first, second] = [one.expected! - one.found!, other.expected! - other.found!];
  if (first + second !== 0) return undefined;
  // A column has too much where its results exceed their total; of the balance nobody knows which side is wrong.
  const [more, less] = (one.check === 'T3-SUM' ? first > 0 : first < 0) ? [one, other] : [other, one];
  return `「${columnName(more.cells.at(-1)!)}」列与「${columnName(less.cells.at(-1)!)}」列一多一少，都差 ${Math.abs(first)}，可能有一行的数填错了列。`;
}
