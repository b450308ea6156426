import { z } from 'zod';
import type { CellCode, FigureReading } from '@mingshu/report-format';
import { figureReading, finding, untested } from './reports';

/** Whether anyone may have a file checked without an account, and what the page has to say. */
export const selfCheckRule = z.object({ isOn: z.boolean(), countyName: z.string() });
export type SelfCheckRule = z.infer<typeof selfCheckRule>;
export const selfCheckRuleInput = z.object({ isOn: z.boolean() });

/** What a file checked without an account holds. Nothing of it is kept. */
export const selfCheckSheet = z.object({
  kind: z.literal('checked'),
  fileName: z.string(),
  /** As the roster has it; `null` where nobody can tell which agency it is. */
  agencyName: z.string().nullable(),
  readAgency: z.string().nullable(),
  year: z.int(),
  edition: z.enum(['2019', '2021']),
  counts: z.object({ errors: z.int(), warnings: z.int(), hints: z.int(), unread: z.int() }),
  findings: z.array(finding),
  /** How the cells of the findings, and those that could not be read, stand in the file. */
  cells: z.record(z.string(), figureReading),
  /** Cells that could not be read, so that nothing that rests on them was tested. */
  unread: z.array(z.string()),
  untested: z.array(untested),
  tests: z.object({ holds: z.int(), broken: z.int(), notAssessable: z.int() }),
  /** The year before, where its published figures were used; `null` where nothing of it was. */
  comparedWith: z.int().nullable(),
  /** Chinese sentences on what was not looked at. */
  notLookedAt: z.array(z.string()),
  checkedAt: z.iso.datetime(),
});
export type SelfCheckSheet = Omit<z.infer<typeof selfCheckSheet>, 'cells' | 'unread'> & {
  cells: Partial<Record<CellCode, FigureReading>>;
  unread: CellCode[];
};

/** A file that could not be checked, and what to do; `needsYear`: it does not say its year. */
export interface SelfCheckRefusal {
  kind: 'refused';
  fileName: string;
  sentence: string;
  needsYear: boolean;
}
export type SelfCheckAnswer = SelfCheckSheet | SelfCheckRefusal;
