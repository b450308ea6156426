import type { CheckId, Severity } from './check-id';
import type { Finding } from './finding';
import { ruleRegister } from './rule-register';

/**
 * Where a finding stands. `open` 待处理, `returned` 已退回, `explained` 已说明, `waived` 已豁免, `reopened` 重新打开: an answer was given for other figures;
 * `resolved` 已消除: the standing version no longer shows it; `no_action` 无需处理: a hint nobody has to answer.
 */
export const findingStates = ['open', 'reopened', 'returned', 'explained', 'waived', 'no_action', 'resolved'] as const;
export type FindingState = (typeof findingStates)[number];

/** A finding under the name it keeps over all versions, with the figures and words it rests on. */
export interface KeyedFinding {
  readonly key: string;
  readonly fingerprint: string;
  readonly finding: Finding;
}

/** A finding of a version; `version` counts from 1. */
export interface FormerFinding extends KeyedFinding {
  readonly version: number;
}

/**
 * What a person did about a finding: explained or waived it for the figures of `fingerprint`, took the last answer back, or returned the report for it.
 * `id` is unique; `isUndone`: a return that was taken back again.
 */
export interface FindingDeed extends FormerFinding {
  readonly kind: 'explained' | 'waived' | 'withdrawn' | 'returned';
  readonly id: string;
  readonly isUndone?: boolean;
}

/** `returnedFor`: how many times an earlier version was returned for it, and it is still there. */
export interface StatedFinding extends KeyedFinding {
  readonly state: FindingState;
  readonly returnedFor: number;
}

/** All that the states of one agency's year follow from. `deeds` in the order of time; `switchedOff` are checks the county does not use. */
export interface FindingFacts {
  readonly version: number;
  readonly standing: readonly KeyedFinding[];
  readonly former: readonly FormerFinding[];
  readonly deeds: readonly FindingDeed[];
  readonly switchedOff?: ReadonlySet<CheckId>;
}

const isInForce = (deed: FindingDeed) => !(deed.kind === 'returned' && deed.isUndone);

function stateOf({ fingerprint, finding }: KeyedFinding, last: FindingDeed | undefined, version: number): FindingState {
  const unanswered: FindingState = finding.severity === 'info' ? 'no_action' : 'open';
  if (!last || last.kind === 'withdrawn') return unanswered;
  if (last.kind === 'returned') return last.version === version ? 'returned' : unanswered;
  if (last.kind === 'explained' && finding.severity === 'error') return 'reopened';
  if (last.fingerprint === fingerprint) return last.kind;
  return finding.severity === 'info' ? 'no_action' : 'reopened';
}

/**
 * The state of every finding the standing version shows, in its order, and then of those it no longer shows. The last deed in force decides: an
 * explanation or a waiver while the figures under it are the same, a return while the version it was for still stands. An error is never explained away.
 */
export function findingStatesOf({ version, standing, former, deeds, switchedOff }: FindingFacts): StatedFinding[] {
  const shown = new Set(standing.map(({ key }) => key));
  const stated = standing.map(({ key, fingerprint, finding }): StatedFinding => {
    const own = deeds.filter((deed) => deed.key === key && isInForce(deed));
    return {
      key,
      fingerprint,
      finding,
      state: stateOf({ key, fingerprint, finding }, own.at(-1), version),
      returnedFor: own.filter((deed) => deed.kind === 'returned' && deed.version < version).length,
    };
  });
  const gone = new Map<string, StatedFinding>();
  for (const { key, fingerprint, finding } of [...former, ...deeds])
    if (!shown.has(key) && !switchedOff?.has(finding.check))
      gone.set(key, { key, fingerprint, finding, state: 'resolved', returnedFor: 0 });
  return [...stated, ...gone.values()];
}

/** Whether somebody still has to do something about it: the agency after a return, the office otherwise. */
export const isOpen = ({ state }: Pick<StatedFinding, 'state'>): boolean =>
  state === 'open' || state === 'reopened' || state === 'returned';

/**
 * Whether a finding is about what the report says. One about its dates or its publication is answered like any other, but no correction of the report
 * mends it, so it neither keeps the report from being signed off nor sends it back.
 */
export const isAboutReport = ({ finding }: Pick<StatedFinding, 'finding'>): boolean => ruleRegister[finding.check].kind === 'report';

/** How many findings about the report are open, by severity; those returned are among them and counted again. `filing`: open ones about dates and publication. */
export function openCounts(stated: readonly StatedFinding[]): { errors: number; warnings: number; returned: number; filing: number } {
  const all = stated.filter(isOpen);
  const about = all.filter(isAboutReport);
  const open = (severity: Severity) => about.filter((one) => one.finding.severity === severity).length;
  return {
    errors: open('error'),
    warnings: open('warning'),
    returned: about.filter(({ state }) => state === 'returned').length,
    filing: all.length - about.length,
  };
}
