import type { Request } from 'express';
import type { StorageEngine } from 'multer';
import { largestDocument } from '@mingshu/report-reader';
import { documentName } from './document-name';
import type { DocumentStore, KeptDocument } from './document-store';

/** A file of a request after it went to the store; `kept` is absent where it exceeded 20 MB. */
export class IncomingDocument {
  fileName!: string;
  kept?: KeptDocument;
}

/** The store uploads stream into. Set once when the program is built, as the upload decorators are evaluated before it. */
let store: DocumentStore | undefined;
export const keepUploadsIn = (documents: DocumentStore) => (store = documents);

/** Where uploads stream to. */
export const uploadStore = (): DocumentStore => store!;

/** Browsers send UTF-8 names, which arrive as Latin-1. */
export const readableName = (name: string) => {
  const decoded = Buffer.from(name, 'latin1').toString('utf8');
  return decoded.includes('\uFFFD') ? name : decoded;
};

/** Streams each uploaded file into the store; nothing is held in memory. */
export const documentStorage: StorageEngine = {
  _handleFile(_request: Request, file, done) {
    store!.put(file.stream, largestDocument).then(
      (kept) => done(null, { fileName: documentName(readableName(file.originalname)), kept } as never),
      (error: unknown) => done(error),
    );
  },
  _removeFile(_request: Request, _file, done) {
    done(null);
  },
};
