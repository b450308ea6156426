import type { Opinion } from '@mingshu/contracts';
import type { SwitchedOff } from '@mingshu/report-checks';
import type { OpinionEntity } from '../database/entities';
import type { KeptVersion } from './kept-findings';

/** Minutes in which a return may be taken back without giving a reason. */
const undoMinutes = 10;

export const undoUntil = ({ at }: Pick<OpinionEntity, 'at'>): Date => new Date(at.getTime() + undoMinutes * 60_000);

/** Versions the agency handed in; what the office corrects or reads anew is still the same filing. */
export const isFiled = ({ origin }: Pick<KeptVersion, 'origin'>): boolean => origin === 'read' || origin === 'entered';

/** The filing a version belongs to: the newest the agency had handed in by then. */
export const filingOf = (version: number, versions: readonly Pick<KeptVersion, 'version' | 'origin'>[]): number =>
  versions.filter((one) => one.version <= version && isFiled(one)).at(-1)?.version ?? version;

/** A return as pages show it. A newer filing of the agency answers it; a correction by the office does not. */
export function opinionView(
  opinion: OpinionEntity,
  agencyName: string,
  versions: readonly Pick<KeptVersion, 'version' | 'origin' | 'receivedAt'>[],
  switchedOff: readonly SwitchedOff[],
): Opinion {
  const { id, agencyId, year, number, version, dueOn, returnedOn, opening, items, byName, at, undoneAt, undoneBy, undoneReason } = opinion;
  const next = versions.find((one) => one.version > version && isFiled(one));
  return {
    id,
    agencyId,
    agencyName,
    year,
    number,
    version,
    dueOn,
    returnedOn,
    opening,
    items: items.map(({ text, key, finding }) => ({ text, key, severity: finding?.severity ?? null })),
    byName,
    at: at.toISOString(),
    state: undoneAt ? 'undone' : next ? 'answered' : 'under_way',
    answeredAt: !undoneAt && next ? next.receivedAt.toISOString() : null,
    undone: undoneAt ? { byName: undoneBy ?? '', at: undoneAt.toISOString(), reason: undoneReason ?? '' } : null,
    undoUntil: undoUntil(opinion).toISOString(),
    switchedOff: [...switchedOff],
  };
}
