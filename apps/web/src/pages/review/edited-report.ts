import { checkReport, type CheckedReport, type Finding } from '@mingshu/report-checks';
import {
  cellsOf,
  figureOf,
  figuresOf,
  typedReading,
  type CellCode,
  type EditionId,
  type Figure,
  type FigureReading,
  type Readings,
  type Settlements,
} from '@mingshu/report-format';

/** How a cell stands: typed and not yet saved, 人工改, 核对过, 存疑 (nobody found or could tell it), 不平, 空白, 一致 (a sum it lies in holds), or nothing to say. */
export type CellMark = 'edited' | 'corrected' | 'confirmed' | 'unclear' | 'broken' | 'blank' | 'agrees' | 'plain';

export interface ReportUnderReview {
  readonly year: number;
  readonly edition: EditionId;
  readonly figures: Readings;
  readonly settlements: Settlements;
  readonly checked: Omit<CheckedReport, 'report'>;
  /** Checks whose findings do not count: the county switched them off. */
  readonly switchedOff: readonly { readonly check: string }[];
}

/** Cells typed but not saved, and cells confirmed but not saved. */
export interface Edits {
  readonly figures: ReadonlyMap<CellCode, Figure>;
  readonly confirmed: ReadonlySet<CellCode>;
}

export interface EditedReport {
  readonly readings: Readings;
  readonly findings: readonly Finding[];
  readonly marks: ReadonlyMap<CellCode, CellMark>;
  readonly unclear: readonly CellCode[];
  readonly blank: readonly CellCode[];
  /** The cell to look at for each broken relation: the likely one, else the sum. */
  readonly broken: readonly CellCode[];
  /** Cells to go through, unclear ones first, then broken ones; each once. */
  readonly open: readonly CellCode[];
}

const findingCell = ({ cells, likely }: Finding) => likely?.cell ?? cells.at(-1);

/** A report with what is typed into it, judged anew. The same checks as on the server, so that what is shown is what saving gives. */
export function editedReport(report: ReportUnderReview, edits: Edits): EditedReport {
  const cells = cellsOf(report.edition);
  const readings: Partial<Record<CellCode, FigureReading>> = { ...report.figures };
  for (const [cell, figure] of edits.figures)
    readings[cell] = typedReading(figure, report.settlements[cell]?.first ?? report.figures[cell]);
  const figures = figuresOf({ figures: readings });
  const outcome = checkReport({
    ...report.checked,
    report: { year: report.year, edition: report.edition, figures },
    ...(report.checked.reading ? { reading: { ...report.checked.reading, figures: readings } } : {}),
  });
  const off = new Set(report.switchedOff.map(({ check }) => check));
  const findings = outcome.findings.filter(({ check }) => !off.has(check));
  const isSettled = (cell: CellCode) => edits.figures.has(cell) || edits.confirmed.has(cell) || report.settlements[cell] !== undefined;
  const broken = [...new Set(findings.flatMap((finding) => (finding.severity === 'error' ? [findingCell(finding)] : [])))].filter(
    (cell): cell is CellCode => cell !== undefined,
  );
  const unclear = cells.filter((cell) => readings[cell]?.state === 'unread' && !isSettled(cell));
  const blank = cells.filter((cell) => readings[cell]?.state === 'blank' && !isSettled(cell));
  const agreeing = new Set(outcome.verdicts.flatMap((verdict) => (verdict.outcome === 'holds' ? verdict.cells : [])));
  const [isUnclear, isBlank, isBroken] = [new Set(unclear), new Set(blank), new Set(broken)];
  const markOf = (cell: CellCode): CellMark => {
    if (edits.figures.has(cell)) return 'edited';
    if (isBroken.has(cell)) return 'broken';
    if (report.settlements[cell]?.kind === 'corrected') return 'corrected';
    if (report.settlements[cell] || edits.confirmed.has(cell)) return 'confirmed';
    if (isUnclear.has(cell)) return 'unclear';
    if (isBlank.has(cell)) return 'blank';
    return agreeing.has(cell) ? 'agrees' : 'plain';
  };
  return {
    readings,
    findings,
    marks: new Map(cells.map((cell) => [cell, markOf(cell)])),
    unclear,
    blank,
    broken,
    open: [...new Set([...unclear, ...broken])],
  };
}

/** The cell after or before one in a list of cells; from its place in the form where it is not in the list. Begins anew at the end. */
export function stepTo(list: readonly CellCode[], edition: EditionId, now: CellCode | undefined, step: 1 | -1): CellCode | undefined {
  if (list.length === 0) return undefined;
  const at = now ? list.indexOf(now) : -1;
  if (at >= 0) return list[(at + step + list.length) % list.length];
  if (!now) return step > 0 ? list[0] : list.at(-1);
  const order = cellsOf(edition);
  const here = order.indexOf(now);
  return step > 0
    ? (list.find((cell) => order.indexOf(cell) > here) ?? list[0])
    : (list.findLast((cell) => order.indexOf(cell) < here) ?? list.at(-1));
}

/** The figure of a cell before it was typed over. */
export const savedFigure = ({ figures }: Pick<ReportUnderReview, 'figures'>, cell: CellCode): Figure => {
  const reading = figures[cell];
  return reading ? figureOf(reading) : 'unread';
};
