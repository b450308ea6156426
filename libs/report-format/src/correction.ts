import type { CellCode } from './cell-code';
import { cellFormat } from './cells';
import { isNumber, type Figure } from './figure';
import { figureOf, type FigureReading } from './reading';

/** How a version came to be: read from its document, corrected by a person, a correction taken back, entered by hand, or read anew by a later reader. */
export const versionOrigins = ['read', 'corrected', 'undone', 'entered', 'reread'] as const;
export type VersionOrigin = (typeof versionOrigins)[number];

/** What a person did to one cell: the figure was corrected, or confirmed as it stands. `first` is what the reader had said before any person. */
export interface Settlement {
  readonly kind: 'corrected' | 'confirmed';
  /** Name of the person. */
  readonly by: string;
  /** ISO date and time. */
  readonly at: string;
  readonly reason: string;
  readonly first: FigureReading;
}

export type Readings = Readonly<Partial<Record<CellCode, FigureReading>>>;
export type Settlements = Readonly<Partial<Record<CellCode, Settlement>>>;

/** One cell a person gives another figure, with why. */
export interface CellChange {
  readonly cell: CellCode;
  readonly figure: Figure;
  readonly reason: string;
}

/** Why a number cannot stand in a cell: the form counts in whole numbers, not below 0 but for 本年增/减; money has at most six decimals. */
export function figureFault(cell: CellCode, figure: Figure): 'fraction' | 'negative' | 'too-large' | undefined {
  if (!isNumber(figure)) return undefined;
  const { kind } = cellFormat(cell);
  if (!Number.isFinite(figure) || Math.abs(figure) >= 1e13) return 'too-large';
  if (kind !== 'signed' && (figure < 0 || Object.is(figure, -0))) return 'negative';
  const places = kind === 'amount' ? 6 : 0;
  return Number(figure.toFixed(places)) === figure ? undefined : 'fraction';
}

/** The reading of a cell whose figure a person gave: print and place stay what the reader had found. */
export function typedReading(figure: Figure, first: FigureReading | undefined): FigureReading {
  const printed = first && 'printed' in first ? first.printed : '';
  const place = (first && 'place' in first ? first.place : undefined) ?? ({ kind: 'person' } as const);
  if (isNumber(figure)) return { state: 'number', value: figure, printed, place };
  if (figure !== 'unread') return { state: figure, printed, place };
  if (printed === '') return { state: 'unread', why: 'not_found' };
  return { state: 'unread', why: 'unclear', printed, ...(place.kind === 'person' ? {} : { place }) };
}

/**
 * Readings and settlements after a person corrected and confirmed cells. Nothing is changed in place. A correction back to what the reader had said
 * gives the first reading again, confirmed.
 */
export function settled(
  before: { readonly figures: Readings; readonly settlements: Settlements },
  deed: { readonly changes: readonly CellChange[]; readonly confirmed: readonly CellCode[]; readonly by: string; readonly at: string },
): { figures: Readings; settlements: Settlements } {
  const { by, at } = deed;
  const figures: Partial<Record<CellCode, FigureReading>> = { ...before.figures };
  const settlements: Partial<Record<CellCode, Settlement>> = { ...before.settlements };
  for (const { cell, figure, reason } of deed.changes) {
    const first = before.settlements[cell]?.first ?? before.figures[cell] ?? { state: 'unread', why: 'not_found' };
    const isFirst = figureOf(first) === figure;
    figures[cell] = isFirst ? first : typedReading(figure, first);
    settlements[cell] = { kind: isFirst ? 'confirmed' : 'corrected', by, at, reason, first };
  }
  for (const cell of deed.confirmed) {
    const now = figures[cell];
    if (now && !settlements[cell]) settlements[cell] = { kind: 'confirmed', by, at, reason: '', first: now };
  }
  return { figures, settlements };
}
