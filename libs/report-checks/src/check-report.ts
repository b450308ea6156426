import type { TableCode } from '@mingshu/report-format';
import { likelySentence } from './cell-wording';
import type { CheckedReport, ReportCheck } from './checked-report';
import { copiesInReport } from './copies/copies-in-report';
import { citationMatches, editionMatches } from './form/edition';
import { sixHeadings } from './form/headings';
import { nameInText } from './form/name-in-text';
import { wholeYear } from './form/period';
import { assessmentNamed, fiveAspects, length, problemsAndImprovements } from './form/section-content';
import { typingErrors } from './form/typing-errors';
import { yearInText } from './form/year-in-text';
import { findingsOf, untestedOf, type CheckOutcome } from './outcome';
import { allDoneInText } from './prose/all-done';
import { casesInText } from './prose/cases-in-text';
import { feeStatement } from './prose/fee-statement';
import { growth } from './prose/growth';
import { partsAndWholes } from './prose/parts-and-wholes';
import { percentages } from './prose/percentages';
import { documentsInText, requestsInText } from './prose/text-against-tables';
import { holdsFor, ruleRegister, switchedOff, type RuleSettings } from './rule-register';
import { blocksSum } from './sums/blocks-sum';
import { columnsBalance } from './sums/columns-balance';
import { likelyCell } from './sums/likely-cell';
import { likelySlip, offsettingSentence, slipSentence } from './sums/likely-slip';
import { resultsSum } from './sums/results-sum';
import { rowsSum } from './sums/rows-sum';
import { allDecisions } from './tables/all-decisions';
import { blankCells, blankTable, blankTables } from './tables/blanks';
import { directSuits } from './tables/direct-suits';
import { feeUnit } from './tables/fee-unit';
import { numberFormat } from './tables/number-format';
import { rulesRowZero } from './tables/rules-row-zero';
import { stockNotBelowNew } from './tables/stock-not-below-new';
import type { Verdict } from './verdict';
import { carryOver } from './years/carry-over';
import { itemsFollow } from './years/items-2019';
import { stockFollows } from './years/stock';

/** Every check of one report, in the order in which findings are listed. */
export const reportChecks: readonly ReportCheck[] = [
  ...[columnsBalance, resultsSum, rowsSum, blocksSum],
  ...[rulesRowZero, stockNotBelowNew, feeUnit, allDecisions, directSuits, blankTable, blankCells, numberFormat],
  ...[carryOver, stockFollows, itemsFollow],
  ...[editionMatches, citationMatches, sixHeadings, wholeYear, yearInText, nameInText],
  ...[fiveAspects, assessmentNamed, length, problemsAndImprovements, typingErrors],
  ...[requestsInText, documentsInText, casesInText, feeStatement, partsAndWholes, percentages, growth, allDoneInText, copiesInReport],
];

/** On a table that is blank throughout nothing else is tested, though what cannot be tested is still said. */
const isOnBlankTable = (verdict: Verdict, blank: readonly TableCode[]) =>
  verdict.check !== 'BLANK-ALL' &&
  verdict.outcome !== 'not_assessable' &&
  verdict.cells.some((cell) => blank.some((table) => cell.startsWith(`${table}.`)));

/** Where no single cell explains table 3: two neighbours that do, or columns that are off against each other. */
function hintOfTwo(report: CheckedReport['report']): string {
  const slip = likelySlip(report);
  return slip ? slipSentence(report, slip) : (offsettingSentence(report) ?? '');
}

/**
 * Judges a report by every rule in force for its year and edition: 42 tests of sums on the 2021 edition and 40 on the 2019 edition, and whatever the
 * text, the reading and last year's report allow. A rule the county switched off gives no verdict and is named in `switchedOff`.
 */
export function checkReport(checked: CheckedReport, settings: RuleSettings = {}): CheckOutcome {
  const { edition, figures } = checked.report;
  const inForce = reportChecks.filter(({ id }) => !settings[id]?.off && holdsFor(ruleRegister[id], checked.report));
  const blank = blankTables(edition, figures);
  const verdicts = inForce.flatMap(({ judge }) => [...judge(checked)]).filter((verdict) => !isOnBlankTable(verdict, blank));
  const likely = likelyCell(checked.report);
  const hint = likely ? likelySentence(figures, likely) : hintOfTwo(checked.report);
  const isSumOfTable3 = ({ check }: Verdict) => check === 'T3-COL' || check === 'T3-SUM' || check === 'T3-ROW';
  return {
    verdicts,
    findings: findingsOf(verdicts, settings, (broken) => (isSumOfTable3(broken) ? { likely, hint } : {})),
    untested: untestedOf(verdicts),
    switchedOff: switchedOff(settings, (rule, check) => reportChecks.some(({ id }) => id === check) && holdsFor(rule, checked.report)),
  };
}
