import { entriesOf, openEntries } from './entries';
import { rawName } from './member-name';

/** Names that make a zip a document: Office, OpenDocument, OFD, EPUB. */
const documents = new Set(['[Content_Types].xml', 'word/document.xml', 'xl/workbook.xml', 'OFD.xml', 'mimetype', 'META-INF/manifest.xml']);
const looked = 2000;

/** Whether a zip is a bundle of files rather than one document. What cannot be opened is no archive: its opener says what is wrong. */
export async function isArchive(bytes: Uint8Array): Promise<boolean> {
  try {
    const entries = await entriesOf(await openEntries(bytes), looked);
    return entries.every((entry) => !documents.has(rawName(entry).toString('latin1')));
  } catch {
    return false;
  }
}
