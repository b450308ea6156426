import { checkIds, type CheckId } from './check-id';
import type { Finding, LikelyCell } from './finding';
import { findingKey } from './finding';
import { ruleRegister, type RuleSettings, type SwitchedOff } from './rule-register';
import type { Broken, NotAssessable, Verdict } from './verdict';

/** What could not be judged, gathered by check: how many tests, and why in Chinese. */
export interface Untested {
  readonly check: CheckId;
  readonly count: number;
  readonly why: string;
}

/** All that checking gave. `findings` are the broken tests, worded; `untested` the ones nobody can judge; `switchedOff` the rules a county took out. */
export interface CheckOutcome {
  readonly verdicts: readonly Verdict[];
  readonly findings: readonly Finding[];
  readonly untested: readonly Untested[];
  readonly switchedOff: readonly SwitchedOff[];
}

const isBroken = (verdict: Verdict): verdict is Broken => verdict.outcome === 'broken';
const mildness = { error: 0, warning: 1, info: 2 } as const;

function severityOf({ check, severity: own }: Broken, settings: RuleSettings): Finding['severity'] {
  const inForce = settings[check]?.severity ?? ruleRegister[check].severity;
  return own && mildness[own] > mildness[inForce] ? own : inForce;
}

/** Broken tests as findings, no two under one key: a second one on the same subject is numbered. `explain` may add where the fault probably is. */
export function findingsOf(
  verdicts: readonly Verdict[],
  settings: RuleSettings,
  explain: (broken: Broken) => { readonly likely?: LikelyCell | undefined; readonly hint?: string } = () => ({}),
): Finding[] {
  const seen = new Map<string, number>();
  return verdicts.filter(isBroken).map((broken): Finding => {
    const { likely, hint = '' } = explain(broken);
    const { check, cells, expected, found, subject, facts, claim, passages } = broken;
    const finding: Finding = {
      check,
      severity: severityOf(broken, settings),
      cells,
      sentence: `${broken.sentence}${hint}`,
      ...(expected === undefined ? {} : { expected }),
      ...(found === undefined ? {} : { found }),
      ...(likely ? { likely } : {}),
      ...(subject === undefined ? {} : { subject }),
      ...(facts ? { facts } : {}),
      ...(claim ? { claim } : {}),
      ...(passages ? { passages } : {}),
    };
    const key = findingKey(finding);
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return before === 0 ? finding : { ...finding, subject: `${subject ?? ''}#${before + 1}` };
  });
}

/** Tests that could not be judged, gathered by check and reason, in the order of the checks. */
export function untestedOf(verdicts: readonly Verdict[]): Untested[] {
  const open = verdicts.filter((verdict): verdict is NotAssessable => verdict.outcome === 'not_assessable');
  return checkIds.flatMap((check) => {
    const reasons = new Map<string, number>();
    for (const { why } of open.filter((verdict) => verdict.check === check)) reasons.set(why, (reasons.get(why) ?? 0) + 1);
    return [...reasons].map(([why, count]) => ({ check, count, why }));
  });
}
