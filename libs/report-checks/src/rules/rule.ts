import type { EditionId } from '@mingshu/report-format';
import type { Severity } from '../check-id';

/** How sure we are of a basis. `V`: read in the law, notice or published report named; `R`: known, not confirmed in a document; `I`: reasoned. */
export type Mark = 'V' | 'R' | 'I';

/** What a rule looks at: one report (with last year's), one filing (dates, versions, the published page), or the county's year. */
export type RuleKind = 'report' | 'filing' | 'county';

/** Where a list of rules puts it. */
export const ruleGroups = ['表内勾稽', '表格填写', '年度衔接', '格式文字', '文表一致', '内容雷同', '报送公开', '县级汇总'] as const;
export type RuleGroup = (typeof ruleGroups)[number];

/**
 * What a rule is, for people. `formula`, `passes` and `fails` are Chinese sentences; the executable pair behind the last two is in `rule-examples.ts`.
 * It holds for fiscal years `firstYear` to `lastYear` (`null`: still) of the named editions.
 */
export interface Rule {
  readonly name: string;
  readonly severity: Severity;
  readonly kind: RuleKind;
  readonly group: RuleGroup;
  readonly basis: string;
  readonly mark: Mark;
  readonly formula: string;
  readonly editions: readonly EditionId[];
  readonly firstYear: number;
  readonly lastYear: number | null;
  readonly passes: string;
  readonly fails: string;
}

type Given = Partial<Rule> & Pick<Rule, 'name' | 'severity' | 'group' | 'basis' | 'mark' | 'formula' | 'passes' | 'fails'>;

/** A rule of one report that holds for both editions from 2019 on, but for what is said otherwise. */
export const rule = (given: Given): Rule => ({
  kind: 'report',
  editions: given.firstYear !== undefined && given.firstYear >= 2021 ? ['2021'] : ['2019', '2021'],
  firstYear: 2019,
  lastYear: null,
  ...given,
});
