import type { Ruling } from './page-content';

/** A cell of a ruled table: its place in the grid and its box on the page. */
export interface LatticeCell {
  readonly row: number;
  readonly column: number;
  readonly rowspan: number;
  readonly colspan: number;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Lattice {
  readonly cells: readonly LatticeCell[];
  readonly rows: number;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  /** Positions of the column lines, the outer ones included. */
  readonly edges: readonly number[];
  /** True where column lines run on beyond the outermost row line, as in a row that the page cuts. */
  readonly isOpenAbove: boolean;
  readonly isOpenBelow: boolean;
}

const same = 2.6;
const touching = 3.5;
const leastOpen = 6;

const [mostRulings, mostCells] = [8000, 10_000];

/** Equal positions gathered into one. */
function gathered(values: readonly number[]): number[] {
  const groups: number[][] = [];
  for (const value of [...values].sort((one, other) => one - other)) {
    const last = groups.at(-1);
    if (last && value - last.at(-1)! <= same) last.push(value);
    else groups.push([value]);
  }
  return groups.map((group) => group.reduce((sum, value) => sum + value, 0) / group.length);
}

const crosses = (one: Ruling, other: Ruling) => {
  const [horizontal, vertical] = one.isHorizontal ? [one, other] : [other, one];
  if (horizontal.isHorizontal === vertical.isHorizontal) {
    const isLevel = Math.abs(one.at - other.at) <= touching;
    return isLevel && one.from <= other.to + touching && other.from <= one.to + touching;
  }
  return (
    vertical.at >= horizontal.from - touching &&
    vertical.at <= horizontal.to + touching &&
    horizontal.at >= vertical.from - touching &&
    horizontal.at <= vertical.to + touching
  );
};

/** Rulings that hang together are one table. */
function tablesOf(rulings: readonly Ruling[]): Ruling[][] {
  const parent = rulings.map((_, index) => index);
  const root = (index: number): number => {
    while (parent[index] !== index) index = parent[index] = parent[parent[index]!]!;
    return index;
  };
  for (let one = 0; one < rulings.length; one += 1) {
    for (let other = one + 1; other < rulings.length; other += 1)
      if (crosses(rulings[one]!, rulings[other]!)) parent[root(one)] = root(other);
  }
  const groups = new Map<number, Ruling[]>();
  rulings.forEach((ruling, index) => groups.set(root(index), [...(groups.get(root(index)) ?? []), ruling]));
  return [...groups.values()];
}

/** Raw cells that no ruling parts are one cell: that gives the spans. A merged area that is no rectangle is kept as its outline. */
function latticeOf(rulings: readonly Ruling[]): Lattice | undefined {
  const xs = gathered(rulings.filter(({ isHorizontal }) => !isHorizontal).map(({ at }) => at));
  const ys = gathered(rulings.filter(({ isHorizontal }) => isHorizontal).map(({ at }) => at));
  if (xs.length < 2 || ys.length < 2 || xs.length + ys.length < 5) return undefined;
  const [horizontals, verticals] = [true, false].map((way) => rulings.filter(({ isHorizontal }) => isHorizontal === way)) as [
    Ruling[],
    Ruling[],
  ];
  const beyond = (isBeyond: (ruling: Ruling) => boolean) => gathered(verticals.filter(isBeyond).map(({ at }) => at)).length >= 3;
  const isOpenAbove = beyond(({ from }) => ys[0]! - from > leastOpen);
  const isOpenBelow = beyond(({ to }) => to - ys.at(-1)! > leastOpen);
  if (isOpenAbove) ys.unshift(Math.min(...verticals.map(({ from }) => from)));
  if (isOpenBelow) ys.push(Math.max(...verticals.map(({ to }) => to)));
  const [rows, columns] = [ys.length - 1, xs.length - 1];
  if (rows * columns > mostCells) return undefined;
  const isRuled = (isHorizontal: boolean, position: number, middle: number) =>
    (isHorizontal ? horizontals : verticals).some(
      (ruling) => Math.abs(ruling.at - position) <= same && ruling.from - 1 <= middle && ruling.to + 1 >= middle,
    );
  const owner = Array.from({ length: rows * columns }, (_, index) => index);
  const root = (index: number): number => (owner[index] === index ? index : (owner[index] = root(owner[index]!)));
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const index = row * columns + column;
      if (column + 1 < columns && !isRuled(false, xs[column + 1]!, (ys[row]! + ys[row + 1]!) / 2)) owner[root(index + 1)] = root(index);
      if (row + 1 < rows && !isRuled(true, ys[row + 1]!, (xs[column]! + xs[column + 1]!) / 2)) owner[root(index + columns)] = root(index);
    }
  }
  const boxes = new Map<number, [number, number, number, number]>();
  owner.forEach((_, index) => {
    const [row, column] = [Math.floor(index / columns), index % columns];
    const box = boxes.get(root(index)) ?? [row, column, row, column];
    boxes.set(root(index), [Math.min(box[0], row), Math.min(box[1], column), Math.max(box[2], row), Math.max(box[3], column)]);
  });
  const cells = [...boxes.values()].map(([top, left, bottom, right]): LatticeCell => ({
    row: top,
    column: left,
    rowspan: bottom - top + 1,
    colspan: right - left + 1,
    left: xs[left]!,
    top: ys[top]!,
    right: xs[right + 1]!,
    bottom: ys[bottom + 1]!,
  }));
  return { cells, rows, top: ys[0]!, bottom: ys.at(-1)!, left: xs[0]!, right: xs.at(-1)!, edges: xs, isOpenAbove, isOpenBelow };
}

/** Cells that share a side draw it twice: one of two equal lines is enough. */
const distinct = (rulings: readonly Ruling[]): Ruling[] => [
  ...new Map(
    rulings.map((ruling) => [
      [ruling.isHorizontal ? 1 : 0, ...[ruling.at, ruling.from, ruling.to].map((one) => Math.round(one * 4))].join(),
      ruling,
    ]),
  ).values(),
];

/** The ruled tables of a page, from top to bottom. A page with very many lines is a drawing, not a form. */
export const lattices = (rulings: readonly Ruling[]): Lattice[] =>
  tablesOf(rulings.length > mostRulings ? [] : distinct(rulings))
    .map(latticeOf)
    .filter((lattice): lattice is Lattice => lattice !== undefined && lattice.cells.length >= 2)
    .sort((one, other) => one.top - other.top);
