import { align } from './align';
import { labelForms, likeness, type WantedRow } from './label-likeness';
import { printedOf, width } from './request-columns';
import type { CandidateRow } from './rows';

/** Which printed row stands for a statutory row, and what told it. `rival`: a second row of the same name with other figures. */
export interface AssignedRow {
  readonly row: CandidateRow;
  readonly by: 'row_label' | 'row_order';
  readonly like: number;
  readonly rival?: CandidateRow;
}

/** Share of a statutory label's characters that words hold, in whatever order a converter left them. */
function shared(forms: readonly string[], { keys }: WantedRow): number {
  const held = new Set(forms.join(''));
  return Math.max(0, ...keys.map((key) => [...key].filter((character) => held.has(character)).length / key.length));
}

/**
 * Rows whose label is lost or garbled go by their count: only where the rows missing between two labelled ones are exactly as many as
 * the rows printed there, and none of these speaks against it.
 */
function filledByCount(
  sure: readonly (number | undefined)[],
  candidates: number,
  mayBe: (candidate: number, row: number) => boolean,
): (number | undefined)[] {
  const result = [...sure];
  let row = 0;
  while (row < sure.length) {
    if (sure[row] !== undefined) {
      row += 1;
      continue;
    }
    let end = row;
    while (end < sure.length && sure[end] === undefined) end += 1;
    const before = row > 0 ? sure[row - 1]! : -1;
    const after = end < sure.length ? sure[end]! : candidates;
    const between = Array.from({ length: Math.max(0, after - before - 1) }, (_, place) => before + 1 + place);
    const fits = between.length === end - row && between.every((candidate, place) => mayBe(candidate, row + place));
    if (row > 0 && end < sure.length && fits) between.forEach((candidate, place) => (result[row + place] = candidate));
    row = end;
  }
  return result;
}

const printedText = (row: CandidateRow) =>
  printedOf(row)
    .map(({ text }) => text.trim())
    .join('|');

/** Forms of a label that are not the name of the group in front of it: 不予公开 is half like 部分公开 and names neither. */
function withoutGroups(forms: readonly string[], wanted: readonly WantedRow[], groups: readonly WantedRow[]): readonly string[] {
  const likest = (form: string, rows: readonly WantedRow[]) => Math.max(0, ...rows.map((row) => likeness([form], row)));
  const own = forms.filter((form) => {
    const asGroup = likest(form, groups);
    return asGroup < 0.75 || likest(form, wanted) >= asGroup;
  });
  return own.length > 0 ? own : forms;
}

/** Finds the statutory rows among the printed rows of one table: by label in order, by a label no other row has, by count between sure neighbours. */
export function assignRows(
  rows: readonly CandidateRow[],
  wanted: readonly WantedRow[],
  groups: readonly WantedRow[],
): (AssignedRow | undefined)[] {
  const forms = rows.map(labelForms);
  const likes = forms.map((printed) => {
    const own = withoutGroups(printed, wanted, groups);
    const asGroup = own.length === 1 ? Math.max(0, ...groups.map((group) => likeness(own, group))) : 0;
    return wanted.map((one) => {
      const like = own.length === 0 ? 0 : likeness(own, one);
      return asGroup > like ? 0 : like;
    });
  });
  const likest = likes.map((own) => Math.max(0, ...own));
  // A row of seven figures is a row of the form somewhere: to leave one out costs as much as to pair it without a label.
  const isFull = rows.map((row) => printedOf(row).length === width);
  const score = (candidate: number, row: number) => {
    const own = likes[candidate]![row]!;
    if (forms[candidate]!.length > 0 && own < 0.2) return 0;
    return own + (isFull[candidate] || forms[candidate]!.length === 0 ? 0.3 : 0);
  };
  // Two characters of four are as likely a piece of another name: 申请 is half of 重复申请.
  const leastLike = wanted.map(({ keys }) => (Math.max(...keys.map((key) => key.length)) <= 5 ? 0.7 : 0.5));
  const isNamed = (candidate: number, row: number) =>
    likes[candidate]![row]! >= leastLike[row]! && likes[candidate]![row]! >= likest[candidate]! - 0.1;
  const likely = align(rows.length, wanted.length, score, 0.3).map((candidate, row) =>
    candidate !== undefined && isNamed(candidate, row) ? candidate : undefined,
  );
  // A label that is more like that of a row nobody else stands for may be that row's.
  const named = likely.map((candidate, row) =>
    candidate === undefined || !likely.some((other, place) => other === undefined && likes[candidate]![place]! > likes[candidate]![row]!)
      ? candidate
      : undefined,
  );
  const isLong = wanted.map(({ keys }) => Math.max(...keys.map((key) => key.length)) >= 4);
  const isTaken = (pairs: readonly (number | undefined)[], candidate: number) => pairs.includes(candidate);
  const outOfOrder = wanted.map((_, row) => {
    if (named[row] !== undefined || !isLong[row]) return undefined;
    const able = rows.flatMap((__, candidate) =>
      !isTaken(named, candidate) && likes[candidate]![row]! >= 0.85 && likes[candidate]![row] === likest[candidate] ? [candidate] : [],
    );
    return able.length === 1 ? able[0] : undefined;
  });
  const free = rows.flatMap((_, candidate) => (outOfOrder.includes(candidate) ? [] : [candidate]));
  const counted = filledByCount(
    named.map((candidate) => (candidate === undefined ? undefined : free.indexOf(candidate))),
    free.length,
    (place, row) => {
      const candidate = free[place]!;
      if (forms[candidate]!.length === 0) return true;
      if (likest[candidate]! >= 0.6 && likest[candidate]! > likes[candidate]![row]! + 0.1) return false;
      return isFull[candidate]! && shared([...forms[candidate]!, ...(forms[candidate + 1] ?? [])], wanted[row]!) >= 0.5;
    },
  ).map((place) => (place === undefined ? undefined : free[place]));
  const pairs = wanted.map((_, row) => named[row] ?? outOfOrder[row] ?? counted[row]);
  return wanted.map((_, index) => {
    const candidate = pairs[index];
    if (candidate === undefined) return undefined;
    const row = rows[candidate]!;
    const rival = rows.find(
      (other, place) =>
        !isTaken(pairs, place) &&
        likes[place]![index]! >= (Math.abs(place - candidate) === 1 ? 0.4 : isLong[index] ? 0.8 : 2) &&
        likes[place]![index]! >= likest[place]! - 0.05 &&
        printedText(other) !== printedText(row),
    );
    const like = likes[candidate]![index]!;
    return { row, by: like >= 0.5 ? 'row_label' : 'row_order', like, ...(rival ? { rival } : {}) };
  });
}
