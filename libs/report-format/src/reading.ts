import type { CellCode } from './cell-code';
import type { TableCode } from './edition-format';
import type { EditionId } from './editions';
import type { Figure, Figures } from './figure';

/**
 * Where in the document something is printed. Numbers count from 1, as a person counts; a box is in points from the page's top left.
 * `person`: a person typed the figure and the reader had found no place for it.
 */
export type Place =
  | { readonly kind: 'grid'; readonly table: number; readonly row: number; readonly column: number }
  | { readonly kind: 'line'; readonly line: number; readonly field?: number }
  | { readonly kind: 'paragraph'; readonly paragraph: number }
  | { readonly kind: 'page'; readonly page: number; readonly box: readonly [left: number, top: number, right: number, bottom: number] }
  | { readonly kind: 'sheet'; readonly sheet: string; readonly address: string }
  | { readonly kind: 'person' };

/**
 * What can speak for a figure's being read from the right place, or against it: `row_label` the words in front of the row; `row_order` its rank
 * among its neighbours; `column_header` the words above it; `count` as many values as the row has columns; `position` where its
 * neighbours stand; `row_sum`, `column_sum` and `balance` the relations of the form it lies in, once they have two or more numbers above 0;
 * `second_reading` another way of reading the same document; `certainty` how sure the recognition of a picture is of the digits.
 */
export const figureSigns = [
  'row_label',
  'row_order',
  'column_header',
  'count',
  'position',
  'row_sum',
  'column_sum',
  'balance',
  'second_reading',
  'certainty',
] as const;
export type FigureSign = (typeof figureSigns)[number];

/** Signs of one figure. A reading stored before they were kept has none. */
export interface WithSigns {
  readonly supportedBy?: readonly FigureSign[];
  readonly contradictedBy?: readonly FigureSign[];
}

/**
 * How the figure of one cell was come by. `printed` is the text as it stands in the document, `note` what stands in brackets
 * behind a number, `unit` a unit printed in the cell. `unread` says whether nothing was found for the cell or what was found is unclear.
 */
export type FigureReading = WithSigns & FigureState;

type FigureState =
  | {
      readonly state: 'number';
      readonly value: number;
      readonly printed: string;
      readonly place: Place;
      readonly unit?: string;
      readonly note?: string;
    }
  | { readonly state: 'blank'; readonly printed: string; readonly place: Place }
  | { readonly state: 'not_applicable'; readonly printed: string; readonly place: Place }
  | { readonly state: 'unread'; readonly why: 'unclear'; readonly printed: string; readonly place?: Place }
  | { readonly state: 'unread'; readonly why: 'not_found' };

/** Something in or around the document that speaks for a name or a year. */
export interface Sign<Value> {
  readonly where:
    | 'title'
    | 'page_title'
    | 'file_name'
    | 'file_path'
    | 'introduction'
    | 'period'
    | 'body'
    | 'contact_line'
    | 'signature'
    | 'publication_date';
  readonly text: string;
  readonly value: Value;
}

/** A name or year weighed from its signs; `null` where they name nothing or contradict each other without a majority. */
export interface Weighed<Value> {
  readonly value: Value | null;
  readonly signs: readonly Sign<Value>[];
}

/** Something a person should know about the reading. `code` is stable, `text` is Chinese. */
export interface Remark {
  readonly code: string;
  readonly text: string;
  readonly cells?: readonly CellCode[];
}

/** A row or column that the form does not have, kept as printed and out of every total. */
export interface Extension {
  readonly table: TableCode;
  readonly kind: 'row' | 'column';
  readonly label: string;
  /** Printed values with their places; `row` names the statutory row beside which a value of a column stands. */
  readonly values: readonly { readonly printed: string; readonly place: Place; readonly row?: string }[];
}

/** Whether a reading can be taken over as it is. Each reason is one Chinese sentence, with the cells to look at where it has some. */
export interface Acceptance {
  readonly withoutPerson: boolean;
  readonly reasons: readonly Remark[];
}

/** A heading of one of the six sections as printed, in the order of the document. `isInPlace`: it stands where the form has it. */
export interface PrintedHeading {
  readonly section: 1 | 2 | 3 | 4 | 5 | 6;
  readonly text: string;
  readonly isInPlace: boolean;
}

/** A document that is an annual report, read. `figures` has every cell of the edition. */
export interface ReportReading {
  readonly kind: 'report';
  readonly agency: Weighed<string>;
  readonly year: Weighed<number>;
  readonly edition: EditionId;
  /** True where no column header showed the edition, so that it follows from the year or the rows alone. */
  readonly editionPresumed: boolean;
  readonly figures: Readonly<Partial<Record<CellCode, FigureReading>>>;
  readonly sections: Readonly<Partial<Record<'1' | '2' | '3' | '4' | '5' | '6', string>>>;
  readonly remarks: readonly Remark[];
  /** Absent in readings stored before extensions were kept, and where there are none. */
  readonly extensions?: readonly Extension[];
  /** Absent in readings stored before it was judged. */
  readonly acceptance?: Acceptance;
  /** Title and introduction: what stands before the first heading. */
  readonly opening?: string;
  readonly headings?: readonly PrintedHeading[];
}

/** A document that could be opened and is something else. */
export interface NotAReport {
  readonly kind: 'not-a-report';
  readonly reason: 'other_document' | 'list_page' | 'explanation' | 'before_2019' | 'empty_shell' | 'no_text';
  /** Chinese, with the next step. */
  readonly sentence: string;
}

/** A document that could not be opened. */
export interface Unreadable {
  readonly kind: 'unreadable';
  readonly reason:
    | 'empty'
    | 'too_large'
    | 'unknown_type'
    | 'unsupported_type'
    | 'damaged'
    | 'archive'
    | 'password'
    | 'bomb'
    | 'time_limit'
    | 'memory_limit'
    | 'crashed'
    /** Pages are pictures, and reading pictures is off or not installed: a case for entering by hand, not a failure. */
    | 'scanned';
  /** Chinese, with the next step. */
  readonly sentence: string;
}

export type DocumentReading = ReportReading | NotAReport | Unreadable;

/** The figure a reading gives for sums and checks: its number, or the word for why there is none. */
export const figureOf = (reading: FigureReading): Figure => (reading.state === 'number' ? reading.value : reading.state);

/** The figures of a reading, every cell of its edition. */
export function figuresOf({ figures }: Pick<ReportReading, 'figures'>): Figures {
  return Object.fromEntries(Object.entries(figures).map(([cell, reading]) => [cell, figureOf(reading)]));
}
