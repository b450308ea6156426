import type { FindingEvent } from '@mingshu/contracts';
import type { FindingState } from '@mingshu/report-checks';
import type { FindingAnswerEntity, OpinionEntity } from '../database/entities';
import type { KeptFinding, KeptVersion } from './kept-findings';

/** What is known of one agency's year, oldest first. */
export interface AgencyHistory {
  readonly versions: readonly KeptVersion[];
  readonly findings: readonly KeptFinding[];
  readonly answers: readonly FindingAnswerEntity[];
  readonly opinions: readonly OpinionEntity[];
}

const own = <One extends { key: string }>(all: readonly One[], key: string) => all.filter((one) => one.key === key);

/** The whole story of one finding: when it was first seen, who did what and why, and what happened by itself. Oldest first. */
export function findingEvents(key: string, state: FindingState, { versions, findings, answers, opinions }: AgencyHistory): FindingEvent[] {
  const received = (version: number | undefined) => versions.find((one) => one.version === version)?.receivedAt ?? new Date(0);
  const seen = own(findings, key).map(({ version }) => version);
  const events: (Omit<FindingEvent, 'at'> & { at: Date })[] = [];
  if (seen.length > 0) events.push({ kind: 'found', version: seen[0]!, text: '', byName: null, at: received(seen[0]) });
  for (const { kind, version, text, byName, at } of own(answers, key)) events.push({ kind, version, text, byName, at });
  for (const { number, version, items, byName, at, undoneAt, undoneBy, undoneReason } of opinions) {
    const item = items.find((one) => one.key === key);
    if (!item) continue;
    events.push({ kind: 'returned', version, text: `第 ${number} 号意见：${item.text}`, byName, at });
    if (undoneAt) events.push({ kind: 'return_undone', version, text: undoneReason ?? '', byName: undoneBy, at: undoneAt });
  }
  events.sort((one, other) => one.at.getTime() - other.at.getTime());
  const standing = versions.at(-1)!;
  const last = events.at(-1)?.at ?? standing.receivedAt;
  const later = (at: Date) => (at > last ? at : last);
  if (state === 'reopened')
    events.push({
      kind: 'reopened',
      version: standing.version,
      text: '所依据的数字或文字已变化',
      byName: null,
      at: later(standing.receivedAt),
    });
  // One about dates or publication is judged anew each day and belongs to no version.
  if (state === 'resolved' && seen.length > 0) {
    const next = versions.find(({ version }) => version > (seen.at(-1) ?? 0)) ?? standing;
    events.push({ kind: 'resolved', version: next.version, text: '', byName: null, at: next.receivedAt });
  }
  return events.map(({ at, ...event }) => ({ ...event, at: at.toISOString() }));
}
