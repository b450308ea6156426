import { editionIds, editions } from '@mingshu/report-format';
import type { CandidateRow, Field } from './rows';
import { labelKey, normalise } from './normalise';
import { similarity } from './similarity';

const knownForms = new WeakMap<CandidateRow, readonly string[]>();

const statutoryKeys = [
  ...new Set(
    editionIds.flatMap((id) => editions[id].tables.requests.rows.flatMap(({ label, aliases }) => [label, ...aliases].map(labelKey))),
  ),
];
const disclosureKeys = new Set(
  editionIds.flatMap((id) => editions[id].tables.disclosure.blocks.flatMap(({ rows }) => rows.map(({ label }) => labelKey(label)))),
);
const shortestBeginning = 4;
/** 其他 and 总计 are names of columns too, and may stand in front of the row. */
const namesOfColumns = new Set(['其他', '总计']);

/** Whether a text is the label of a row of table 3 or its first line. */
const beginsRow = (text: string): boolean => {
  const key = labelKey(text);
  return (
    key.length >= shortestBeginning &&
    statutoryKeys.some((label) => label.startsWith(key) || (label.length >= shortestBeginning && key.startsWith(label)))
  );
};

/** Whether a text is what is left of words in an encoding nobody knows: letters such as Õ and ÿ, and no character. */
const isGarbage = (text: string): boolean => {
  const clean = normalise(text);
  return !/\p{Script=Han}/u.test(clean) && /(?=[^a-zA-Z])\p{L}/u.test(clean);
};

/** Whether a text begins with the number of a row: 2.申请人. */
const isNumbered = (text: string): boolean => /^\d{1,2}[.、．]\p{Script=Han}/u.test(text.trim());

const fewestPieces = 4;
const shortestForm = 3;

/** Whether blanks between its characters broke a label of a line apart: then a piece by itself says nothing, and what stands in front may be the group's name. */
const isBrokenApart = (keys: readonly string[]) =>
  keys.length >= fewestPieces && keys.filter((key) => key.length <= 2).length >= keys.length - 1;

/**
 * Labels of a line of text from the last that begins a row: figures belong to the row named last, whatever rows before it lost theirs.
 * Where the name nearest to the figures is garbage, what stands in front of it names another row.
 */
function ownLabels({ labels, cells }: CandidateRow): readonly Field[] {
  const known = labels.slice(labels.findLastIndex(({ text }) => isGarbage(text)) + 1);
  const isWhole = !isBrokenApart(known.map(({ text }) => labelKey(text)));
  const last = cells ? -1 : known.findLastIndex(({ text }) => beginsRow(text) || (isWhole && isNumbered(text)));
  return last > 0 ? known.slice(last) : known;
}

/** The ends of a label in pieces, each put together. */
const joinedEnds = (keys: readonly string[]) =>
  keys.map((_, from) => keys.slice(from).join('')).filter((end) => end.length >= shortestForm);

/** The ways in which a candidate may say its label: the last text, any single text, all of them joined. */
export function labelForms(row: CandidateRow): readonly string[] {
  const before = knownForms.get(row);
  if (before) return before;
  const keys = ownLabels(row)
    .map(({ text }) => labelKey(text))
    .filter((key) => key !== '');
  const isApart = !row.cells && isBrokenApart(keys);
  const said = isApart ? joinedEnds(keys) : [...keys.slice(-3), keys.slice(-2).join(''), keys.join('')];
  const forms = [...new Set(said)].filter((key) => key !== '');
  knownForms.set(row, forms);
  return forms;
}

const mostLines = 3;

/** The label that stands nearest to the figures; a text may break it over lines. */
export function lastLabelForms({ labels, cells }: CandidateRow): readonly string[] {
  const lines = labels.slice(cells ? -1 : -mostLines).map(({ text }) => labelKey(text));
  // A number between its lines is the first half of a figure, not of a name.
  const keys = lines.slice(lines.lastIndexOf('') + 1);
  const last = keys.at(-1) ?? '';
  const whole = keys.map((_, from) => keys.slice(from).join('')).find((end) => disclosureKeys.has(end));
  return last === '' ? [] : [whole ?? last];
}

export interface WantedRow {
  readonly code: string;
  readonly keys: readonly string[];
}

export const wantedRow = ({ code, label, aliases }: { code: string; label: string; aliases: readonly string[] }): WantedRow => ({
  code,
  keys: [...new Set([label, ...aliases].map(labelKey).filter((key) => key !== ''))],
});

/** What was compared with a statutory row before: the same labels come in every report. */
const known = new WeakMap<WantedRow, Map<string, number>>();
const mostKnown = 4_000;

/** How like a candidate's label is to a statutory row, 0 to 1. */
export function likeness(forms: readonly string[], wanted: WantedRow): number {
  const label = forms.join('/');
  let own = known.get(wanted);
  if (!own || own.size > mostKnown) known.set(wanted, (own = new Map()));
  const before = own.get(label);
  if (before !== undefined) return before;
  let best = 0;
  for (const form of forms) for (const key of wanted.keys) best = Math.max(best, similarity(form, key));
  own.set(label, best);
  return best;
}

/** Whether the label of a row ends in digits: a figure printed too close to it, so that the figures behind it are not all. */
export const endsInFigure = ({ labels }: CandidateRow): boolean => labels.some(({ text }) => /\p{Script=Han}\S*\d$/u.test(text.trim()));

/**
 * Whether a row of text goes on in the next, which holds the rest of its label and figures besides: then each of its figures may be no
 * more than the first digits.
 */
export function goesOnBelow(row: CandidateRow, next: CandidateRow | undefined, wanted: WantedRow): boolean {
  const own = row.labels.at(-1);
  const [rest] = next?.labels ?? [];
  if (!own || !rest || row.cells || next!.cells || next!.labels.length !== 1 || next!.values.length === 0) return false;
  return likeness([labelKey(own.text + rest.text)], wanted) > likeness([labelKey(own.text)], wanted);
}

/** Whether a row of text bears its name twice, one behind the other: the figures of its first print are blank or lost, and these may be another's. */
export function isNamedTwice({ labels, cells }: CandidateRow, wanted: WantedRow): boolean {
  const [before, last] = labels.slice(-2).map(({ text }) => labelKey(text));
  if (cells || !before || !last || namesOfColumns.has(last)) return false;
  return similarity(before, last) >= 0.85 && likeness([last], wanted) >= 0.85;
}
