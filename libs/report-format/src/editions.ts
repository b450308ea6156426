import { edition2019 } from './edition-2019';
import { edition2021 } from './edition-2021';
import type { EditionFormat } from './edition-format';

export type EditionId = '2019' | '2021';

export const editions = { '2019': edition2019, '2021': edition2021 } as const satisfies Record<EditionId, EditionFormat>;

export const editionIds = ['2019', '2021'] as const satisfies readonly EditionId[];

/** The edition in force for a fiscal year, `undefined` before 2019, when no national table of this kind existed. */
export function editionForYear(year: number): EditionId | undefined {
  return editionIds.find((id) => {
    const { firstYear, lastYear } = editions[id];
    return year >= firstYear && (lastYear === null || year <= lastYear);
  });
}
