import type { Report } from '@mingshu/report-format';
import { checkIds, type CheckId, type Severity } from './check-id';
import { filingRules } from './rules/filing-rules';
import { formRules } from './rules/form-rules';
import { proseRules } from './rules/prose-rules';
import type { Rule } from './rules/rule';
import { tableRules } from './rules/table-rules';
import { yearRules } from './rules/year-rules';

export { ruleGroups, type Mark, type Rule, type RuleGroup, type RuleKind } from './rules/rule';

/** The rule register: every check with its basis, formula, severity, years and examples. */
export const ruleRegister: Readonly<Record<CheckId, Rule>> = { ...tableRules, ...yearRules, ...formRules, ...proseRules, ...filingRules };

/** What a county decided about a rule. `off`: it is not applied; `severity`: how bad a breach is here. The reason is part of the decision. */
export interface RuleSetting {
  readonly off?: boolean;
  readonly severity?: Severity;
  readonly reason: string;
}

/** A county's decisions; a rule without one is in force as the register has it. */
export type RuleSettings = Readonly<Partial<Record<CheckId, RuleSetting>>>;

/** A rule that was not applied where it would have been, and why. Every sheet of findings lists it. */
export interface SwitchedOff {
  readonly check: CheckId;
  readonly name: string;
  readonly reason: string;
}

/** Whether a rule speaks about a year and edition at all. A year of the wrong edition is still asked about by rules of either. */
export const holdsFor = ({ editions, firstYear, lastYear }: Rule, { year, edition }: Pick<Report, 'year' | 'edition'>) =>
  year >= firstYear && (lastYear === null || year <= lastYear) && editions.includes(edition);

/** The rules of a kind that are off though they would have been applied. */
export function switchedOff(settings: RuleSettings, applies: (rule: Rule, check: CheckId) => boolean): SwitchedOff[] {
  return checkIds.flatMap((check) => {
    const setting = settings[check];
    const rule = ruleRegister[check];
    return setting?.off && applies(rule, check) ? [{ check, name: rule.name, reason: setting.reason }] : [];
  });
}
