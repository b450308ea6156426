import type { DocumentReading } from '@mingshu/report-format';
import { openDocument } from './opening/open-document';
import { readReport } from './recognition/read-report';
import type { Scans } from './scan/read-scans';

/** Kept with every reading, so that old readings are recognisable as old. */
export const READER_VERSION = '2026.2';

/**
 * Opens and reads a document in this process. Documents from outside go through a reader pool instead, where they can be contained.
 * `fileName` is one sign among others for agency and year; the type of the file is told by its bytes. `scans` reads pages that are pictures.
 */
export async function readDocument(bytes: Uint8Array, fileName?: string, scans: Scans = 'none'): Promise<DocumentReading> {
  const opened = await openDocument(bytes, scans);
  return opened.kind === 'opened' ? readReport(opened, { fileName }) : opened;
}
