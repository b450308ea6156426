import { cellsOf, figureAt, type CellCode, type Figure, type Report } from '@mingshu/report-format';
import { cellName } from '../cell-wording';
import type { PublishedReport } from '../checked-filing';
import { publishedDiffers } from './published-differs';

/**
 * How what is public stands to the version that counts. `none`: nobody has seen it published; `matches`: every cell was held against it and is the same; `differs`;
 * `partly`: what could be read is the same, some cells could not be read; `registered`: a person recorded the publication, no cell or not every cell was
 * compared; `unclear`: the page was seen and shows no figures that could be read.
 */
export const publicationStates = ['none', 'matches', 'differs', 'partly', 'registered', 'unclear'] as const;
export type PublicationState = (typeof publicationStates)[number];

/** What is known of a publication: fetched from its address, or recorded by a person; `published` where figures could be read. */
export interface SeenPublication {
  readonly how: 'fetched' | 'registered';
  readonly published: PublishedReport | null;
}

/** A cell that is public with another figure than the accepted one. `name` is Chinese. */
export interface PublishedDifference {
  readonly cell: CellCode;
  readonly name: string;
  readonly filed: Figure;
  readonly published: Figure;
}

/** A public page held against the version that counts. `another`: it is no such report at all, in words; then no cells were compared. */
export interface PublicationComparison {
  readonly another: string | null;
  readonly differences: readonly PublishedDifference[];
  readonly same: number;
  readonly unread: number;
}

/** Holds a public page against the version that counts, cell by cell; the rule PUB-DIFF says the same. */
export function comparePublished(filed: Report, published: PublishedReport): PublicationComparison {
  const verdicts = publishedDiffers.judge({ filed, published });
  const another = verdicts.find((one) => one.outcome === 'broken' && one.cells.length === 0);
  const cells = (outcome: string) => verdicts.filter((one) => one.outcome === outcome).flatMap((one) => one.cells);
  const order = cellsOf(filed.edition);
  return {
    another: another && 'sentence' in another ? another.sentence : null,
    differences: cells('broken')
      .sort((one, other) => order.indexOf(one) - order.indexOf(other))
      .map((cell) => ({
        cell,
        name: cellName(cell),
        filed: figureAt(filed.figures, cell),
        published: figureAt(published.figures, cell),
      })),
    same: cells('holds').length,
    unread: cells('not_assessable').length,
  };
}

/** Where a publication stands. Derived every time it is asked, since the version that counts may have changed. */
export function publicationState(filed: Report | undefined, seen: SeenPublication | undefined): PublicationState {
  if (!seen) return 'none';
  const unseen = seen.how === 'registered' ? 'registered' : 'unclear';
  if (!seen.published || !filed) return unseen;
  const { another, differences, unread } = comparePublished(filed, seen.published);
  if (another !== null || differences.length > 0) return 'differs';
  if (unread > 0) return seen.how === 'registered' ? 'registered' : 'partly';
  return 'matches';
}
