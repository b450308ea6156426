import type { CandidateRow } from './rows';
import { labelKey } from './normalise';
import { similarity } from './similarity';

/** The ways in which a candidate may say its label: the last text, any single text, all of them joined. */
export function labelForms({ labels }: CandidateRow): string[] {
  const keys = labels.map(({ text }) => labelKey(text)).filter((key) => key !== '');
  return [...new Set([...keys.slice(-3), keys.slice(-2).join(''), keys.join('')])].filter((key) => key !== '');
}

export interface WantedRow {
  readonly code: string;
  readonly keys: readonly string[];
}

export const wantedRow = ({ code, label, aliases }: { code: string; label: string; aliases: readonly string[] }): WantedRow => ({
  code,
  keys: [...new Set([label, ...aliases].map(labelKey).filter((key) => key !== ''))],
});

/** How like a candidate's label is to a statutory row, 0 to 1. */
export const likeness = (forms: readonly string[], { keys }: WantedRow): number =>
  Math.max(0, ...forms.flatMap((form) => keys.map((key) => similarity(form, key))));
