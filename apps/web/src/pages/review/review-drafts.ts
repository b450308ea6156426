import { isCellCode, type CellCode, type Figure } from '@mingshu/report-format';
import type { Edits } from './edited-report';

/** What was typed and not saved, with the version it was typed on. */
export interface Draft extends Edits {
  readonly basedOn: number;
  /** ISO date and time. */
  readonly at: string;
}

const keyOf = (name: string) => `mingshu-draft:${name}`;

/** Keeps unsaved cells in this browser, so that a lost sign-in, a reload or a closed window loses nothing. Nothing typed removes the draft. */
export function keepDraft(name: string, { figures, confirmed, basedOn }: Omit<Draft, 'at'>): void {
  try {
    if (figures.size + confirmed.size === 0) localStorage.removeItem(keyOf(name));
    else
      localStorage.setItem(
        keyOf(name),
        JSON.stringify({ basedOn, at: new Date().toISOString(), figures: [...figures], confirmed: [...confirmed] }),
      );
  } catch {
    // A browser that keeps nothing keeps no drafts; saving still works.
  }
}

/** The draft under a name, `undefined` where there is none or it cannot be understood. */
export function keptDraft(name: string): Draft | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(name)) ?? 'null') as {
      basedOn: number;
      at: string;
      figures: [CellCode, Figure][];
      confirmed: CellCode[];
    } | null;
    if (!kept) return undefined;
    const figures = new Map(kept.figures.filter(([cell]) => isCellCode(cell)));
    return { basedOn: kept.basedOn, at: kept.at, figures, confirmed: new Set(kept.confirmed.filter(isCellCode)) };
  } catch {
    return undefined;
  }
}

export const dropDraft = (name: string): void => {
  try {
    localStorage.removeItem(keyOf(name));
  } catch {
    // Nothing was kept.
  }
};
