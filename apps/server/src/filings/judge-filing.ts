import { checkFiling, type CheckOutcome, type Return, type RuleSettings } from '@mingshu/report-checks';
import type { KeptFiling } from './kept-filings';
import { publishedOn } from './kept-publications';

/** What the rules on dates and publication say of one filing today. Nothing of it is stored: tomorrow it may be another answer. */
export function judgeFiling(
  filing: KeptFiling,
  { year, today, returns }: { year: number; today: string; returns: readonly Return[] },
  settings: RuleSettings,
): CheckOutcome {
  const { agencyName, due, publishBy, exception, handedInOn, seen, filed } = filing;
  return checkFiling(
    {
      agencyName,
      year,
      today,
      handInBy: due.dueOn,
      publishBy,
      handedInOn,
      publishedOn: seen ? publishedOn(seen) : null,
      returns,
      ...(exception?.kind === 'excused' ? { excused: exception.reason } : {}),
      ...(filed ? { filed } : {}),
      ...(seen?.published ? { published: seen.published } : {}),
    },
    settings,
  );
}
