import type { CheckedFiling, FilingCheck } from './checked-filing';
import { late } from './filing/late';
import { publishedDiffers } from './filing/published-differs';
import { returned } from './filing/returned';
import { findingsOf, untestedOf, type CheckOutcome } from './outcome';
import { ruleRegister, switchedOff, type RuleSettings } from './rule-register';

export const filingChecks: readonly FilingCheck[] = [late, returned, publishedDiffers];

/** Judges when and how one agency handed in and published, by the rules in force. *Today* is part of the question. */
export function checkFiling(filing: CheckedFiling, settings: RuleSettings = {}): CheckOutcome {
  const applies = (year: number) => filing.year >= year;
  const verdicts = filingChecks
    .filter(({ id }) => !settings[id]?.off && applies(ruleRegister[id].firstYear))
    .flatMap(({ judge }) => [...judge(filing)]);
  return {
    verdicts,
    findings: findingsOf(verdicts, settings),
    untested: untestedOf(verdicts),
    switchedOff: switchedOff(settings, ({ kind, firstYear }) => kind === 'filing' && applies(firstYear)),
  };
}
