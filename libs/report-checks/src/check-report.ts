import { likelySentence } from './cell-wording';
import type { CheckedReport, ReportCheck } from './checked-report';
import { findingsOf, untestedOf, type CheckOutcome } from './outcome';
import { holdsFor, ruleRegister, switchedOff, type RuleSettings } from './rule-register';
import { blocksSum } from './sums/blocks-sum';
import { columnsBalance } from './sums/columns-balance';
import { likelyCell } from './sums/likely-cell';
import { resultsSum } from './sums/results-sum';
import { rowsSum } from './sums/rows-sum';
import { carryOver } from './years/carry-over';

/** Every check of one report, in the order of the form. */
export const reportChecks: readonly ReportCheck[] = [columnsBalance, resultsSum, rowsSum, blocksSum, carryOver];

/**
 * Judges a report by every rule in force for its year and edition: 42 tests of sums on the 2021 edition and 40 on the 2019 edition, and whatever the
 * text, the reading and last year's report allow. A rule the county switched off gives no verdict and is named in `switchedOff`.
 */
export function checkReport(checked: CheckedReport, settings: RuleSettings = {}): CheckOutcome {
  const inForce = reportChecks.filter(({ id }) => !settings[id]?.off && holdsFor(ruleRegister[id], checked.report));
  const verdicts = inForce.flatMap(({ judge }) => [...judge(checked)]);
  const likely = likelyCell(checked.report);
  const { figures } = checked.report;
  return {
    verdicts,
    findings: findingsOf(
      verdicts,
      settings,
      ({ check }) => (check.startsWith('T3-') ? likely : undefined),
      (one) => likelySentence(figures, one),
    ),
    untested: untestedOf(verdicts),
    switchedOff: switchedOff(settings, (rule) => rule.kind === 'report' && holdsFor(rule, checked.report)),
  };
}
