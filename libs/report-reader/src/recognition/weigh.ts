import type { Sign, Weighed } from '@mingshu/report-format';

export interface WeightedSign<Value> extends Sign<Value> {
  readonly weight: number;
}

/** Least weight at which something is said at all, and least lead over what contradicts it. Below either a person decides. */
const least = 2;

/** The value that outweighs the others clearly, `null` where none does. Of names that mean the same, the one with the strongest sign stands. */
export function weigh<Value>(signs: readonly WeightedSign<Value>[], same: (one: Value, other: Value) => boolean): Weighed<Value> {
  const groups: { value: Value; weight: number; strongest: number }[] = [];
  for (const { value, weight } of signs) {
    const group = groups.find((one) => same(one.value, value));
    if (!group) groups.push({ value, weight, strongest: weight });
    else {
      group.weight += weight;
      if (weight > group.strongest) [group.value, group.strongest] = [value, weight];
    }
  }
  const [first, second] = groups.sort((one, other) => other.weight - one.weight);
  const isClear = first !== undefined && first.weight >= least && first.weight - (second?.weight ?? 0) >= (second ? least : 0);
  return { value: isClear ? first.value : null, signs: signs.map(({ where, text, value }) => ({ where, text, value })) };
}
