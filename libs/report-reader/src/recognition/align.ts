/**
 * Pairs candidates with wanted rows, both in order, so that the likenesses add up to most. `likeness` below `least` never pairs.
 * Answers for each wanted row the index of its candidate.
 */
export function align(
  candidates: number,
  wanted: number,
  likeness: (candidate: number, row: number) => number,
  least: number,
): (number | undefined)[] {
  const best: number[][] = Array.from({ length: candidates + 1 }, () => new Array<number>(wanted + 1).fill(0));
  const scores: number[][] = Array.from({ length: candidates }, (_, candidate) =>
    Array.from({ length: wanted }, (_, row) => likeness(candidate, row)),
  );
  for (let candidate = 1; candidate <= candidates; candidate += 1) {
    for (let row = 1; row <= wanted; row += 1) {
      const score = scores[candidate - 1]![row - 1]!;
      const paired = score >= least ? best[candidate - 1]![row - 1]! + score : -1;
      best[candidate]![row] = Math.max(paired, best[candidate - 1]![row]!, best[candidate]![row - 1]!);
    }
  }
  const pairs = new Array<number | undefined>(wanted).fill(undefined);
  let [candidate, row] = [candidates, wanted];
  while (candidate > 0 && row > 0) {
    const here = best[candidate]![row]!;
    if (here === best[candidate - 1]![row]!) candidate -= 1;
    else if (here === best[candidate]![row - 1]!) row -= 1;
    else pairs[(row -= 1)] = candidate -= 1;
  }
  return pairs;
}
