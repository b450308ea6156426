import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export interface KeptDocument {
  readonly sha256: string;
  readonly bytes: number;
}

/** Originals on disk, named by their own hash. A user's file name never becomes a path. */
export class DocumentStore {
  constructor(private readonly folder: string) {}

  /** Where the bytes of a hash lie. @throws RangeError for what is no hash. */
  path(sha256: string): string {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError('not a hash');
    return join(this.folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  }

  has(sha256: string): boolean {
    return existsSync(this.path(sha256));
  }

  open(sha256: string): Readable {
    return createReadStream(this.path(sha256));
  }

  /** Keeps a stream: hashed on its way to a temporary file, flushed to disk, then renamed to its hash. `undefined` when it exceeds `most` bytes. */
  async put(stream: Readable, most: number): Promise<KeptDocument | undefined> {
    const temporary = join(this.folder, 'incoming', randomUUID());
    await mkdir(dirname(temporary), { recursive: true });
    const hash = createHash('sha256');
    let bytes = 0;
    try {
      await pipeline(
        stream,
        async function* (chunks: AsyncIterable<Buffer>) {
          for await (const chunk of chunks) {
            bytes += chunk.length;
            // What exceeds the limit is read to its end and forgotten, so that the rest of the request can be read.
            if (bytes > most) continue;
            hash.update(chunk);
            yield chunk;
          }
        },
        createWriteStream(temporary),
      );
      if (bytes > most) return undefined;
      const sha256 = hash.digest('hex');
      const file = await open(temporary, 'r+');
      await file.sync();
      await file.close();
      await mkdir(dirname(this.path(sha256)), { recursive: true });
      await rename(temporary, this.path(sha256));
      return { sha256, bytes };
    } finally {
      await rm(temporary, { force: true });
    }
  }

  /** Holds a stream for one look, in a folder of its own; `path` is absent when it exceeds `most` bytes. Removed by the caller, or at once where the stream breaks. */
  async pass(stream: Readable, most: number): Promise<{ path?: string; remove: () => Promise<void> }> {
    const { path: folder, remove } = await this.scratch();
    const path = join(folder, 'document');
    let bytes = 0;
    try {
      await pipeline(
        stream,
        async function* (chunks: AsyncIterable<Buffer>) {
          for await (const chunk of chunks) {
            bytes += chunk.length;
            if (bytes <= most) yield chunk;
          }
        },
        createWriteStream(path),
      );
    } catch (error) {
      await remove();
      throw error;
    }
    return bytes > most ? { remove } : { path, remove };
  }

  /** A folder for files on their way, and how to remove it. */
  async scratch(): Promise<{ path: string; remove: () => Promise<void> }> {
    const path = join(this.folder, 'incoming', randomUUID());
    await mkdir(path, { recursive: true });
    return { path, remove: () => rm(path, { recursive: true, force: true }) };
  }

  /** Removes what a program that was killed left on its way before `before`. */
  async sweepIncoming(before: Date): Promise<void> {
    const incoming = join(this.folder, 'incoming');
    for (const name of await readdir(incoming).catch(() => [])) {
      const path = join(incoming, name);
      const about = await stat(path).catch(() => undefined);
      if (about && about.mtime < before) await rm(path, { recursive: true, force: true });
    }
  }

  async remove(sha256: string): Promise<void> {
    await rm(this.path(sha256), { force: true });
  }
}
