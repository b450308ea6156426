import type { Request } from 'express';
import type { StorageEngine } from 'multer';
import { largestDocument } from '@mingshu/report-reader';
import { documentName } from './document-name';
import { readableName, uploadStore } from './document-storage';

/** A file of a request that is looked at once and removed, never kept. `path` is absent where it exceeded 20 MB. */
export class PassingDocument {
  fileName!: string;
  path?: string;
  /** Removes it; whoever received it calls this in every case. */
  remove!: () => Promise<void>;
}

/** Streams an upload into a folder of its own, which is removed after the answer; what a killed program leaves there is swept. */
export const passingDocumentStorage: StorageEngine = {
  _handleFile(_request: Request, file, done) {
    uploadStore()
      .pass(file.stream, largestDocument)
      .then(
        (passing) => done(null, { fileName: documentName(readableName(file.originalname)), ...passing } as never),
        (error: unknown) => done(error),
      );
  },
  _removeFile(_request: Request, file, done) {
    (file as unknown as PassingDocument).remove().then(() => done(null), done);
  },
};
