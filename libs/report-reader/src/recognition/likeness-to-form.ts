import { editionIds, editions, type EditionId } from '@mingshu/report-format';
import { wantedRow } from './label-likeness';
import { labelKey } from './normalise';
import { similarity } from './similarity';

/** The labels of every row of tables 2 and 3, by edition: what is a row in one can be the name of a group in the other. */
const keysOf = new Map<EditionId, ReadonlySet<string>>(
  editionIds.map((id) => {
    const { disclosure, requests } = editions[id].tables;
    const disclosureRows = disclosure.blocks.flatMap((block) => block.rows.map((row) => wantedRow(row)));
    return [id, new Set([...disclosureRows, ...requests.rows.map((row) => wantedRow(row))].flatMap((row) => row.keys))];
  }),
);
const allKeys: ReadonlySet<string> = new Set([...keysOf.values()].flatMap((keys) => [...keys]));

/** The same halves of labels are tried again and again. */
const known = new Map<string, number>();
const mostKnown = 20_000;

/** How like a text is to the nearest row label of the form, 0 to 1: which of two ways of putting broken labels together reads better. */
export function likenessToForm(text: string, edition?: EditionId): number {
  const key = labelKey(text);
  const keys = edition === undefined ? allKeys : keysOf.get(edition)!;
  const name = `${edition ?? ''}${key}`;
  if (key === '' || keys.has(key)) return key === '' ? 0 : 1;
  const before = known.get(name);
  if (before !== undefined) return before;
  if (known.size > mostKnown) known.clear();
  const own = new Set(key);
  let like = 0;
  for (const one of keys) {
    // What two texts have in common bounds how like they can be; most labels need no closer look.
    const common = [...one].filter((character) => own.has(character)).length;
    const atMost = one.startsWith(key) || key.startsWith(one) ? 1 : Math.min(common, key.length) / Math.max(one.length, key.length);
    if (atMost > like) like = Math.max(like, similarity(key, one));
  }
  known.set(name, like);
  return like;
}
