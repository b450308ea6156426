import { z } from 'zod';
import { scopes } from '@mingshu/report-checks';
import { cellCode, finding, switchedOffRule, untested } from './reports';
import { statCell, statTable } from './statistics';

/** 口径: whose figures the county's own report holds. */
export const countyScope = z.enum(scopes);

/** The question of 县级报告核对 as it stands in the address. Without `scope` the one the county's report of the year states. */
export const countyReportQuestion = z.object({
  scope: countyScope.optional(),
  /** `signed`: only reports that were signed off count; the others are missing. */
  of: z.enum(['all', 'signed']).default('all'),
});
export type CountyReportQuestion = z.infer<typeof countyReportQuestion>;

export const countyScopeInput = z.object({ scope: countyScope, basedOn: countyScope });

const named = z.object({ id: z.string(), name: z.string() });

/**
 * The county's own report of a year against the sum of its agencies, cell by cell. Every row of the tables bears the code of its cell. `agrees` holds for what
 * is there now; while `unsigned` names anyone, it is not final.
 */
export const countyReportAnswer = z.object({
  year: z.int(),
  scope: countyScope,
  /** What the county's report of the year states, as a person recorded it. */
  statedScope: countyScope,
  of: z.enum(['all', 'signed']),
  report: z
    .object({ agencyId: z.string(), name: z.string(), version: z.int(), receivedAt: z.iso.datetime(), isSigned: z.boolean() })
    .nullable(),
  counted: z.array(named),
  missing: z.array(named),
  unsigned: z.array(named),
  excused: z.array(named.extend({ reason: z.string() })),
  /** Agencies of the scope with cells that were not read or do not compare. */
  unclear: z.array(named.extend({ cells: z.int() })),
  differs: statTable,
  notAssessable: statTable,
  agrees: statTable,
  /** Why a cell cannot be held against its agencies. */
  why: z.partialRecord(z.string(), z.string()),
  /** Findings of the county's year as the rules in force give them, by the stated scope. */
  findings: z.array(finding),
  untested: z.array(untested),
  switchedOff: z.array(switchedOffRule),
});
export type CountyReportAnswer = z.infer<typeof countyReportAnswer>;

export const countyPartsQuestion = countyReportQuestion.extend({ cell: cellCode });

/** What each agency of the scope prints for a cell, and the cells of its own report that say so. */
export const countyParts = z.array(
  z.object({
    agencyId: z.string(),
    agencyName: z.string(),
    value: statCell.shape.value,
    cells: z.array(z.string()),
    isSigned: z.boolean(),
  }),
);
export type CountyParts = z.infer<typeof countyParts>;
