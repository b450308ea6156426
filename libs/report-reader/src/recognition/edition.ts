import { editionForYear, editionIds, editions, type EditionId } from '@mingshu/report-format';
import type { Block } from '../document';
import { labelForms, likeness, wantedRow } from './label-likeness';
import { labelKey } from './normalise';
import type { CandidateRow } from './rows';

/** `isPresumed`: no header or row of one edition only was seen, so that it follows from the year. */
export interface RecognisedEdition {
  readonly edition: EditionId;
  readonly isPresumed: boolean;
}

const splitRows = editions['2021'].tables.requests.rows
  .filter(({ within }) => within === 'other')
  .slice(0, 2)
  .map(wantedRow);

/** The edition by the words that only one of them prints: column headers of table 2 and the rows under （六）. */
export function recogniseEdition(blocks: readonly Block[], candidates: readonly CandidateRow[], year: number | null): RecognisedEdition {
  const texts = blocks.flatMap((block) =>
    block.kind === 'grid' ? block.rows.flat().map(({ text }) => text) : block.text.length <= 40 ? [block.text] : [],
  );
  const keys = new Set(texts.map(labelKey));
  // A header may be broken over lines: 本年新, then 制作数量.
  const joined = `${[...keys].join('|')}|${texts.map(labelKey).join('')}`;
  const votes = new Map(editionIds.map((id) => [id, editions[id].signs.filter((sign) => joined.includes(labelKey(sign))).length]));
  const hasSplitRows = candidates.some((row) => splitRows.some((wanted) => likeness(labelForms(row), wanted) >= 0.7));
  if (hasSplitRows) votes.set('2021', (votes.get('2021') ?? 0) + 2);
  const [first, second] = [...votes].sort((one, other) => other[1] - one[1]);
  if (first && first[1] > 0 && first[1] !== second?.[1]) return { edition: first[0], isPresumed: false };
  return { edition: (year === null ? undefined : editionForYear(year)) ?? '2021', isPresumed: true };
}
