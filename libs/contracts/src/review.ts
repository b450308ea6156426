import { z } from 'zod';
import type { CheckedReport } from '@mingshu/report-checks';
import { versionOrigins, type DocumentView, type Figure, type Figures } from '@mingshu/report-format';
import { cellCode, reportDetail, type ReportDetail } from './reports';

export const figure: z.ZodType<Figure> = z.union([z.number(), z.enum(['blank', 'not_applicable', 'unread'])]);
const figures = z.custom<Figures>((value) => typeof value === 'object' && value !== null);
const reason = z.string().trim().max(500);

/** An original as it can be shown; its shapes are those of `DocumentView`. */
export const documentView = z.custom<DocumentView>((value) => typeof value === 'object' && value !== null && 'kind' in value);

/** Cells a person corrects or confirms in one save. `basedOn`: the version that was looked at; another one meanwhile is a refusal, never a loss. */
export const correction = z.object({
  basedOn: z.int(),
  /** A cell may carry a reason of its own; else the reason of the save is its reason. */
  changes: z.array(z.object({ cell: cellCode, figure, reason: reason.optional() })).max(250),
  confirmed: z.array(cellCode).max(250),
  reason,
});
export type Correction = z.infer<typeof correction>;

export const undoing = z.object({ basedOn: z.int(), reason });
export type Undoing = z.infer<typeof undoing>;

/** A report typed in by a person because its document cannot be read. Cells that are not given stay unread. */
export const manualEntry = z.object({
  agencyId: z.string(),
  year: z.int().min(2019).max(2100),
  edition: z.enum(['2019', '2021']),
  figures: z.array(z.object({ cell: cellCode, figure })).max(250),
  reason,
});
export type ManualEntry = z.infer<typeof manualEntry>;

/** One change of one cell between a version and the one before it. */
export const cellChange = z.object({
  version: z.int(),
  cell: cellCode,
  before: figure,
  after: figure,
  origin: z.enum(versionOrigins),
  by: z.string().nullable(),
  at: z.iso.datetime(),
  reason: z.string(),
});
export type CellChangeRecord = z.infer<typeof cellChange>;

/** What a person needs to hold a report against its original: the report, the standing reports of up to five years before, every change of a cell. */
export const review = z.object({
  report: reportDetail,
  document: z.object({ submissionId: z.string(), fileName: z.string() }),
  past: z.array(z.object({ year: z.int(), edition: z.enum(['2019', '2021']), version: z.int(), figures })),
  changes: z.array(cellChange),
  /** What checks look at beside the figures, so that the page can judge them while they are typed. */
  checked: z.custom<Omit<CheckedReport, 'report'>>((value) => typeof value === 'object' && value !== null),
});
export type Review = Omit<z.infer<typeof review>, 'report'> & { report: ReportDetail };
