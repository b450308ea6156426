/** Characters of a shingle: longer than a usual phrase, shorter than a sentence. */
export const shingleLength = 8;
const base = 1_000_003;

/** The shingle that begins at each character, as a 32-bit number. */
export function shinglesOf(characters: string): Int32Array {
  const count = Math.max(0, characters.length - shingleLength + 1);
  const shingles = new Int32Array(count);
  let top = 1;
  for (let step = 1; step < shingleLength; step += 1) top = Math.imul(top, base);
  let rolling = 0;
  for (let index = 0; index < characters.length; index += 1) {
    if (index >= shingleLength) rolling = (rolling - Math.imul(characters.charCodeAt(index - shingleLength), top)) | 0;
    rolling = (Math.imul(rolling, base) + characters.charCodeAt(index)) | 0;
    if (index >= shingleLength - 1) shingles[index - shingleLength + 1] = rolling;
  }
  return shingles;
}

/** How alike two sets of shingles are: twice what they share by what they have, 0 to 1, the same from either side. Repeats count once. */
export function likeness(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  let shared = 0;
  for (const shingle of small) if (large.has(shingle)) shared += 1;
  return one.size + other.size === 0 ? 0 : (2 * shared) / (one.size + other.size);
}

/** Spreads the bits of a shingle, so that the smallest are a fair sample. */
function mixed(shingle: number): number {
  let value = Math.imul(shingle ^ (shingle >>> 16), 0x45d9f3b);
  value = Math.imul(value ^ (value >>> 16), 0x45d9f3b);
  return (value ^ (value >>> 16)) >>> 0;
}

const sketchSize = 128;

/** A fair sample of a set, small enough to keep for every report: its 128 smallest numbers after mixing, in order. */
export const sketchOf = (shingles: ReadonlySet<number>): number[] =>
  [...new Set([...shingles].map(mixed))].sort((one, other) => one - other).slice(0, sketchSize);

/** How alike two sets are, told from their sketches alone; off by a few hundredths. The smallest numbers of both together are their fair sample. */
export function likenessOfSketches(one: readonly number[], other: readonly number[]): number {
  if (one.length === 0 || other.length === 0) return 0;
  let [mine, theirs, smallest, shared] = [0, 0, 0, 0];
  while (smallest < sketchSize && (mine < one.length || theirs < other.length)) {
    const [next, opposite] = [one[mine] ?? Infinity, other[theirs] ?? Infinity];
    if (next === opposite) shared += 1;
    if (next <= opposite) mine += 1;
    if (opposite <= next) theirs += 1;
    smallest += 1;
  }
  const jaccard = shared / smallest;
  return (2 * jaccard) / (1 + jaccard);
}
