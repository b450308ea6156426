import type { EditionId, Figure, Figures } from '@mingshu/report-format';

/** A report to be written as a document: title, introduction, the prose of sections 1, 5 and 6, and the figures of its edition. */
export interface ReportDocument {
  readonly title: string;
  readonly introduction: string;
  readonly edition: EditionId;
  readonly figures: Figures;
  readonly sections: Readonly<Record<'1' | '5' | '6', readonly string[]>>;
  readonly signature: string;
  /** Headings that differ from the form's, by number of the section; `null` leaves one out. */
  readonly headings?: Readonly<Partial<Record<1 | 2 | 3 | 4 | 5 | 6, string | null>>>;
}

/** The heading of a section as this document prints it, `null` where it has none. */
export const printedHeading = ({ headings }: ReportDocument, number: 1 | 2 | 3 | 4 | 5 | 6, official: string): string | null =>
  headings?.[number] === undefined ? official : headings[number];

/** A figure as an agency prints it: a blank stays empty, "not applicable" is a stroke. */
export const printedFigure = (figure: Figure | undefined): string =>
  typeof figure === 'number' ? String(figure) : figure === 'not_applicable' ? '/' : '';
