import type { Place } from '@mingshu/report-format';

/** A cell as printed. Numbers count from 0 inside the grid; `place` says where a person finds it. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly rowspan: number;
  readonly colspan: number;
  readonly text: string;
  readonly place: Place;
  /** Of print that was recognised in a picture: how sure the reading is, from 0 to 1. Text that was text has none. */
  readonly certainty?: number;
}

export interface TextBlock {
  readonly kind: 'heading' | 'paragraph';
  readonly text: string;
  readonly place: Place;
  readonly certainty?: number;
}

/** `isExact`: rows and columns come from the document's own table, so an empty cell is an empty cell. Otherwise they come from tabs or pipes in text. */
export interface GridBlock {
  readonly kind: 'grid';
  readonly isExact: boolean;
  readonly rows: readonly (readonly GridCell[])[];
}

export type Block = TextBlock | GridBlock;

/** What every opener returns, in reading order. Recognition sees blocks and never a format. */
export interface OpenedDocument {
  readonly kind: 'opened';
  readonly type: 'text' | 'html' | 'mhtml' | 'docx' | 'doc' | 'rtf' | 'xlsx' | 'xls' | 'csv' | 'pdf' | 'picture' | 'ofd';
  readonly blocks: readonly Block[];
  /** Title outside the text, a page's <title> for example. */
  readonly title?: string;
  readonly publicationDate?: string;
  /** What the opener noticed: a page built by script, links to other reports, pictures without text. */
  readonly traits: {
    readonly scripts: number;
    readonly links: readonly string[];
    readonly pictures: number;
    /** Documents that a page offers beside its text; the report may be in one of them. */
    readonly attachments?: readonly { readonly text: string; readonly href: string }[];
  };
}
