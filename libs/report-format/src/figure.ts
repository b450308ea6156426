import type { CellCode } from './cell-code';
import { cellsOf } from './cells';
import type { EditionId } from './editions';

/** Why a cell gives no number: nothing printed; "/", 无 or the like; or not in the file or not readable. */
export type NoFigure = 'blank' | 'not_applicable' | 'unread';

/** What one cell says. A number is one that was printed; nothing else ever becomes 0. */
export type Figure = number | NoFigure;

/** The figures of one report: every cell of its edition. A missing key is a defect, so none is ever implied to be 0. */
export type Figures = Readonly<Partial<Record<CellCode, Figure>>>;

export const isNumber = (figure: Figure | undefined): figure is number => typeof figure === 'number';

/** The figure of a cell; `unread` where the report has no such cell. */
export const figureAt = (figures: Figures, cell: CellCode): Figure => figures[cell] ?? 'unread';

/** Cells of the edition that are missing, and keys it does not have. Both empty for figures that may be stored. */
export function figureGaps(edition: EditionId, figures: Figures): { missing: CellCode[]; foreign: string[] } {
  const cells = new Set<string>(cellsOf(edition));
  return {
    missing: cellsOf(edition).filter((cell) => figures[cell] === undefined),
    foreign: Object.keys(figures).filter((key) => !cells.has(key)),
  };
}
