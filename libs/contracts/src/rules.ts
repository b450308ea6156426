import { z } from 'zod';
import { checkIds, ruleGroups, type Mark, type RuleKind } from '@mingshu/report-checks';

const severity = z.enum(['error', 'warning', 'info']);

/** One decision of the county about a rule; `severity` is `null` where the register's own holds. */
export const ruleDecision = z.object({
  id: z.string(),
  isOff: z.boolean(),
  severity: severity.nullable(),
  reason: z.string(),
  byName: z.string(),
  at: z.iso.datetime(),
});
export type RuleDecision = z.infer<typeof ruleDecision>;

/** A rule as the county uses it, and how often it spoke in the year asked for. */
export const ruleLine = z.object({
  check: z.enum(checkIds),
  name: z.string(),
  group: z.enum(ruleGroups),
  kind: z.custom<RuleKind>((word) => typeof word === 'string'),
  basis: z.string(),
  mark: z.custom<Mark>((word) => typeof word === 'string'),
  formula: z.string(),
  passes: z.string(),
  fails: z.string(),
  firstYear: z.int(),
  lastYear: z.int().nullable(),
  editions: z.array(z.enum(['2019', '2021'])),
  usualSeverity: severity,
  severity,
  isOff: z.boolean(),
  hits: z.object({ findings: z.int(), agencies: z.int() }),
  /** Newest first; empty where nobody decided anything. */
  decisions: z.array(ruleDecision),
});
export type RuleLine = z.infer<typeof ruleLine>;

/** The register for a year. `waiting`: standing reports whose findings still come from an earlier state of the rules. */
export const ruleBook = z.object({
  year: z.int(),
  rules: z.array(ruleLine),
  waiting: z.int(),
  /** May someone who handed a report in sign it off while another could? */
  ownSignOff: z.enum(['refuse', 'warn']),
});
export type RuleBook = z.infer<typeof ruleBook>;

/** `basedOn`: id of the newest decision the page showed, `null` where there was none. */
export const ruleDecisionInput = z.object({
  isOff: z.boolean(),
  severity: severity.nullable(),
  reason: z.string().trim().min(2).max(500),
  basedOn: z.string().nullable(),
});
export type RuleDecisionInput = z.infer<typeof ruleDecisionInput>;

export const ownSignOffInput = z.object({ ownSignOff: z.enum(['refuse', 'warn']) });
