import { blocksSum } from './blocks-sum';
import { carryOver } from './carry-over';
import { columnsBalance } from './columns-balance';
import { describeFinding } from './describe-finding';
import { likelyCell } from './likely-cell';
import type { CheckedReport, ReportCheck } from './report-check';
import { resultsSum } from './results-sum';
import { rowsSum } from './rows-sum';
import { ruleRegister } from './rule-register';
import type { Finding, Verdict } from './verdict';

/** Every check of one report, in the order of the form. */
export const reportChecks: readonly ReportCheck[] = [columnsBalance, resultsSum, rowsSum, blocksSum, carryOver];

/**
 * Judges a report by every check: 42 tests on the 2021 edition and 40 on the 2019 edition, and seven more where last year's report is given.
 * `findings` are the broken ones, worded.
 */
export function checkReport(checked: CheckedReport): { verdicts: Verdict[]; findings: Finding[] } {
  const verdicts = reportChecks.flatMap(({ judge }) => [...judge(checked)]);
  const likely = likelyCell(checked.report);
  const findings = verdicts.flatMap((verdict): Finding[] => {
    if (verdict.outcome !== 'broken') return [];
    const own = likely && verdict.check.startsWith('T3-') ? likely : undefined;
    const { check, cells, expected, found } = verdict;
    return [
      {
        check,
        severity: ruleRegister[check].severity,
        cells,
        expected,
        found,
        sentence: describeFinding(checked, verdict, own),
        ...(own ? { likely: own } : {}),
      },
    ];
  });
  return { verdicts, findings };
}
