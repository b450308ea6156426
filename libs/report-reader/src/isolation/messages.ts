import type { DocumentReading, DocumentView, Unreadable } from '@mingshu/report-format';
import type { ArchiveContents } from '../archive/take-out';
import type { PageLinks } from '../links/page-links';
import type { PagePicture } from '../picture/page-picture';
import type { RosterRows } from '../roster-rows';
import type { PageImage } from '../view/view-document';

/** What the parent asks of a child. Only the path travels, never the bytes. */
export type ReadingRequest =
  /** `leavesScans`: pages that are pictures are not read here; the document comes back as scanned, for the child that reads them. */
  | { readonly task: 'read'; readonly path: string; readonly fileName?: string; readonly leavesScans: boolean }
  | { readonly task: 'scan'; readonly path: string; readonly fileName?: string }
  | { readonly task: 'rows'; readonly path: string }
  | { readonly task: 'links'; readonly path: string; readonly address: string }
  | { readonly task: 'take-out'; readonly path: string; readonly folder: string }
  | { readonly task: 'view'; readonly path: string }
  | { readonly task: 'page'; readonly path: string; readonly page: number; readonly dpi: number }
  | { readonly task: 'picture'; readonly path: string; readonly page: number; readonly dpi: number };

export type Answer = DocumentReading | RosterRows | ArchiveContents | PageLinks | PagePicture | DocumentView | PageImage | Unreadable;

/** What a child says: before each page of a scan which one it is, and in the end its answer. */
export type ReadingAnswer = { readonly page: number } | { readonly answer: Answer } | { readonly fault: string };
