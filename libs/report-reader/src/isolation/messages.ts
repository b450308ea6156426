import type { DocumentReading, Unreadable } from '@mingshu/report-format';
import type { RosterRows } from '../roster-rows';

/** What the parent asks of a child. Only the path travels, never the bytes. */
export interface ReadingRequest {
  readonly task: 'read' | 'rows';
  readonly path: string;
  readonly fileName?: string;
}

export type ReadingAnswer = { readonly answer: DocumentReading | RosterRows | Unreadable } | { readonly fault: string };
