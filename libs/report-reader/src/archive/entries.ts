import { crc32 } from 'node:zlib';
import yauzl from 'yauzl';
import { refuse } from '../opening/refusals';

/** A zip opened for its entries, one after another; names stay raw bytes. Refused as damaged where its directory cannot be read. */
export function openEntries(bytes: Uint8Array): Promise<yauzl.ZipFile> {
  return new Promise((resolve, reject) =>
    yauzl.fromBuffer(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      { lazyEntries: true, decodeStrings: false, validateEntrySizes: true },
      (fault, zip) => (fault || !zip ? reject(fault ?? new Error('no zip')) : resolve(zip)),
    ),
  );
}

/** Every entry of the directory, in its order; at most `most` are looked at. */
export function entriesOf(zip: yauzl.ZipFile, most: number): Promise<yauzl.Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: yauzl.Entry[] = [];
    zip.on('error', reject);
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: yauzl.Entry) => {
      entries.push(entry);
      if (entries.length >= most) resolve(entries);
      else zip.readEntry();
    });
    zip.readEntry();
  });
}

export const suspectRatio = 200;
const usual = 1024 * 1024;

/** What an entry holds, or why it cannot be had. `grow` is told every byte while it is inflated, and throws where there are too many. */
export function contentOf(zip: yauzl.ZipFile, entry: yauzl.Entry, grow: (bytes: number) => void): Promise<Buffer | 'damaged' | 'suspect'> {
  if (entry.uncompressedSize > usual && entry.uncompressedSize > suspectRatio * Math.max(1, entry.compressedSize))
    return Promise.resolve('suspect');
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (fault, stream) => {
      if (fault || !stream) return resolve('damaged');
      const chunks: Buffer[] = [];
      stream.on('error', () => resolve('damaged'));
      stream.on('data', (chunk: Buffer) => {
        try {
          grow(chunk.length);
          chunks.push(chunk);
        } catch (refusal) {
          stream.destroy();
          reject(refusal);
        }
      });
      stream.on('end', () => {
        const content = Buffer.concat(chunks);
        resolve(crc32(content) === entry.crc32 >>> 0 ? content : 'damaged');
      });
    });
  });
}

/** Adds up what was inflated; above `most` bytes the whole archive is refused. */
export function counter(most: number): (bytes: number) => void {
  let inflated = 0;
  return (bytes) => {
    inflated += bytes;
    if (inflated > most) refuse('bomb', '压缩包解压后异常庞大（超过 200 MB），已停止。请分成几个压缩包，或直接拖入文件夹。');
  };
}

const leastHeader = 30;

/** Whether entries lie over one another, as only a bomb's do: a few bytes that come out again and again. */
export function overlap(entries: readonly yauzl.Entry[]): boolean {
  const places = entries
    .map(({ relativeOffsetOfLocalHeader, compressedSize }) => ({ from: relativeOffsetOfLocalHeader, size: leastHeader + compressedSize }))
    .sort((one, other) => one.from - other.from);
  return places.some(({ from, size }, at) => at + 1 < places.length && from + size > places[at + 1]!.from);
}
