import type { CheckedCounty, CountyCheck } from './checked-county';
import { copiesInCounty } from './county/copies-in-county';
import { coverage } from './county/coverage';
import { publishedReport } from './county/published-report';
import { totals } from './county/totals';
import { findingsOf, untestedOf, type CheckOutcome } from './outcome';
import { holdsFor, switchedOff, ruleRegister, type RuleSettings } from './rule-register';

export const countyChecks: readonly CountyCheck[] = [totals, publishedReport, coverage, copiesInCounty];

/** Judges a county's year: its totals, its published report, its completeness. */
export function checkCounty(county: CheckedCounty, settings: RuleSettings = {}): CheckOutcome {
  const verdicts = countyChecks
    .filter(({ id }) => !settings[id]?.off && holdsFor(ruleRegister[id], county))
    .flatMap(({ judge }) => [...judge(county)]);
  return {
    verdicts,
    findings: findingsOf(verdicts, settings),
    untested: untestedOf(verdicts),
    switchedOff: switchedOff(settings, (rule, check) => countyChecks.some(({ id }) => id === check) && holdsFor(rule, county)),
  };
}
