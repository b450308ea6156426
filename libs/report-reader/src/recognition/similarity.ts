/** Least number of single-character changes that turn one text into the other. */
function distance(one: string, other: string): number {
  let previous = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const change = one[row - 1] === other[column - 1] ? 0 : 1;
      current.push(Math.min(previous[column]! + 1, current[column - 1]! + 1, previous[column - 1]! + change));
    }
    previous = current;
  }
  return previous[other.length]!;
}

/** Labels are the same in every report, so what was compared once is remembered. */
const known = new Map<string, number>();
const mostKnown = 50_000;

/** 1 for equal keys, 0 for nothing in common. A key that begins with the other and goes on (a hint behind a label) counts as nearly equal. */
export function similarity(one: string, other: string): number {
  if (one === other) return one === '' ? 0 : 1;
  if (one === '' || other === '') return 0;
  const pair = `${one}|${other}`;
  const before = known.get(pair);
  if (before !== undefined) return before;
  if (known.size > mostKnown) known.clear();
  const like = compared(one, other);
  known.set(pair, like);
  return like;
}

function compared(one: string, other: string): number {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short.length >= 4 && long.startsWith(short)) return 0.9;
  return 1 - distance(one, other) / long.length;
}
