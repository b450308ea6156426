import type { CellCode, FigureReading, Place } from '@mingshu/report-format';
import type { Block, GridCell, TextBlock } from '../document';

/** Print recognised with less certainty than this is never a figure. */
export const certain = 0.8;

const keyOf = (place: Place) => JSON.stringify(place);

/** Figures as read, those from print that was not recognised for certain made unclear: what was read is kept for a person, a shadow of ink is no blank. */
export function certainFigures(
  figures: Readonly<Partial<Record<CellCode, FigureReading>>>,
  blocks: readonly Block[],
): Partial<Record<CellCode, FigureReading>> {
  const prints = blocks.flatMap((block): readonly (GridCell | TextBlock)[] => (block.kind === 'grid' ? block.rows.flat() : [block]));
  const doubtful = new Set(prints.filter(({ certainty = 1 }) => certainty < certain).map(({ place }) => keyOf(place)));
  if (doubtful.size === 0) return figures;
  return Object.fromEntries(
    Object.entries(figures).map(([cell, figure]) => {
      if (figure.state === 'unread' || !doubtful.has(keyOf(figure.place))) return [cell, figure];
      return [cell, { state: 'unread', why: 'unclear', printed: figure.printed, place: figure.place } satisfies FigureReading];
    }),
  );
}
