import { z } from 'zod';
import { agencyKinds } from '@mingshu/report-format';
import { breakdowns, type StatTable } from '@mingshu/statistics';

export const statCell = z.object({
  value: z.union([z.number(), z.enum(['blank', 'not_applicable', 'unread', 'not_filed', 'not_comparable', 'not_assessable'])]),
  given: z.int(),
  due: z.int(),
  unread: z.int().optional(),
});

export const statTable: z.ZodType<StatTable> = z.object({
  title: z.string(),
  rowHeading: z.string(),
  columns: z.array(z.object({ code: z.string(), heading: z.string(), group: z.string().optional(), unit: z.string() })),
  rows: z.array(
    z.object({
      code: z.string(),
      heading: z.string(),
      unit: z.string().optional(),
      cells: z.array(statCell),
      filed: z.int(),
      due: z.int(),
      missing: z.array(z.string()),
    }),
  ),
  notes: z.array(z.string()),
});

const listOf = <Item extends z.ZodType<unknown, string>>(item: Item) =>
  z
    .string()
    .optional()
    .transform((words) => (words ? words.split(',') : []))
    .pipe(z.array(item));

/** The question of 全县趋势 as it stands in the address. Lists are comma-separated; an empty list means all. */
export const trendQuestion = z.object({
  breakdown: z.enum(breakdowns).default('flow'),
  from: z.coerce.number().int().min(2008).max(2100).optional(),
  to: z.coerce.number().int().min(2008).max(2100).optional(),
  agencies: listOf(z.string()),
  kinds: listOf(z.enum(agencyKinds)),
});
export type TrendQuestion = z.infer<typeof trendQuestion>;

/** `shares` is the same table in % of the row's sum, where that makes sense. `sentence` says in Chinese what changed. */
export const trendAnswer = z.object({ table: statTable, shares: statTable.nullable(), sentence: z.string() });
export type TrendAnswer = z.infer<typeof trendAnswer>;

/** For one figure of a trend: the reports behind it, so that every figure leads to the cell of a report. */
export const contributionsQuestion = z.object({
  breakdown: z.enum(breakdowns),
  column: z.string(),
  year: z.coerce.number().int(),
  agencies: listOf(z.string()),
  kinds: listOf(z.enum(agencyKinds)),
});
export const contributions = z.array(
  z.object({
    agencyId: z.string(),
    agencyName: z.string(),
    value: statCell.shape.value,
    /** Cells of that agency's report that make up the value. */
    cells: z.array(z.string()),
  }),
);
export type Contributions = z.infer<typeof contributions>;
