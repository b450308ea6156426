import yauzl from 'yauzl';
import { refuse } from './refusals';

const limits = { entries: 1000, inflated: 200 * 1024 * 1024, entry: 100 * 1024 * 1024, ratio: 200 };

/** The names and contents of a package, inflated under limits. Only entries that `wanted` accepts are inflated; all are counted. */
export function readZip(bytes: Uint8Array, wanted: (name: string) => boolean): Promise<Map<string, Buffer>> {
  return new Promise((resolve, reject) => {
    const fail = (reason: 'damaged' | 'bomb' | 'password') => {
      try {
        refuse(reason);
      } catch (refusal) {
        reject(refusal);
      }
    };
    yauzl.fromBuffer(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      { lazyEntries: true, validateEntrySizes: true },
      (fault, zip) => {
        if (fault || !zip) return fail('damaged');
        const contents = new Map<string, Buffer>();
        let inflated = 0;
        zip.on('error', () => fail('damaged'));
        zip.on('end', () => resolve(contents));
        if (zip.entryCount > limits.entries) return fail('bomb');
        zip.on('entry', (entry: yauzl.Entry) => {
          const isEncrypted = (entry.generalPurposeBitFlag & 1) === 1;
          if (isEncrypted) return fail('password');
          if (!wanted(entry.fileName)) {
            contents.set(entry.fileName, Buffer.alloc(0));
            return zip.readEntry();
          }
          const isSuspect =
            entry.uncompressedSize > 1024 * 1024 && entry.uncompressedSize > limits.ratio * Math.max(1, entry.compressedSize);
          if (entry.uncompressedSize > limits.entry || isSuspect) return fail('bomb');
          zip.openReadStream(entry, (streamFault, stream) => {
            if (streamFault || !stream) return fail('damaged');
            const chunks: Buffer[] = [];
            stream.on('error', () => fail('damaged'));
            stream.on('data', (chunk: Buffer) => {
              inflated += chunk.length;
              if (inflated > limits.inflated) {
                stream.destroy();
                fail('bomb');
              } else chunks.push(chunk);
            });
            stream.on('end', () => {
              contents.set(entry.fileName, Buffer.concat(chunks));
              zip.readEntry();
            });
          });
        });
        zip.readEntry();
      },
    );
  });
}
