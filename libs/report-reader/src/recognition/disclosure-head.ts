import { editionIds, editions, type EditionId } from '@mingshu/report-format';
import { labelKey } from './normalise';
import { similarity } from './similarity';

/** 信息内容, which stands in front of the names of the columns. */
export const cornerKey = labelKey(editions['2021'].tables.disclosure.cornerLabel);
/** The names of the columns of a block, for comparison. */
export const columnKeys = (edition: EditionId, block: string) =>
  editions[edition].tables.disclosure.blocks.find(({ code }) => code === block)?.columns.map(({ label }) => labelKey(label)) ?? [];
const captionKeys = editionIds.flatMap((edition) => editions[edition].tables.disclosure.blocks.map(({ caption }) => labelKey(caption)));
const everyColumn = [
  ...new Set(editionIds.flatMap((edition) => editions[edition].tables.disclosure.blocks.flatMap(({ code }) => columnKeys(edition, code)))),
];

const knownHeads = new Map<string, boolean>();

/** Whether a text belongs to the head of a block of table 2: 信息内容, a caption, or the name of one of its columns. */
export function isHeadOfTable(text: string): boolean {
  const key = labelKey(text);
  if (key === '' || key.length > 30) return false;
  const before = knownHeads.get(key);
  if (before !== undefined) return before;
  if (knownHeads.size > 20_000) knownHeads.clear();
  const isHead = speaksOfHead(key);
  knownHeads.set(key, isHead);
  return isHead;
}

function speaksOfHead(key: string): boolean {
  return (
    key.includes(cornerKey) ||
    captionKeys.some((caption) => similarity(key, caption) >= 0.7) ||
    /第二十条/.test(key) ||
    everyColumn.some((column) => similarity(key, column) >= 0.75)
  );
}
