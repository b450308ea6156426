export * from './check-id';
export { cellName } from './cell-wording';
export * from './check-report';
export * from './checked-county';
export * from './checked-filing';
export * from './checked-report';
export * from './finding';
export * from './finding-state';
export * from './opinion-letter';
export { outcomeRows } from './form-rows';
export type { CheckOutcome, Untested } from './outcome';
export {
  ruleGroups,
  ruleRegister,
  type Mark,
  type Rule,
  type RuleGroup,
  type RuleKind,
  type RuleSetting,
  type RuleSettings,
  type SwitchedOff,
} from './rule-register';
export { likelyCell } from './sums/likely-cell';
export * from './sign-off';
export * from './version-difference';
export type * from './verdict';
export * from './check-county';
export * from './check-filing';
export * from './filing/publication-state';
export { partedIn, type ScopeMembers } from './county/published-report';
export { partsOf, reconcile, type ReconciledCell, type ReconciledState } from './county/reconciliation';
export { mayBeCopies, textSketch, type CopySource, type TextSketch } from './copies/copied-text';
export * from './years/agency-lineage';
export {
  carryOverChain,
  type CarryOverChain,
  type ChainColumn,
  type ChainLink,
  type ChainReport,
  type ChainYear,
  type LinkState,
} from './years/carry-over-chain';
export { findingsOfExample } from './rule-examples';
