import { readdir, stat } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import type { DocumentReading } from '@mingshu/report-format';
import type { ReaderPool } from '@mingshu/report-reader';

/** A file as it was named and what its document says. */
export interface ReadFile {
  readonly file: string;
  readonly reading: DocumentReading;
}

/** Something wrong with the command itself, in Chinese. */
export class Misuse extends Error {}

/** Files as named; a folder stands for the files in it, in order of name. @throws Misuse for what does not exist. */
export async function filesOf(names: readonly string[], folder: string): Promise<string[]> {
  const lists = await Promise.all(
    names.map(async (name) => {
      const path = resolve(folder, name);
      const found = await stat(path).catch(() => undefined);
      if (!found) throw new Misuse(`找不到文件：${name}`);
      if (!found.isDirectory()) return [path];
      const entries = await readdir(path, { withFileTypes: true, recursive: true });
      return entries
        .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
        .map((entry) => join(entry.parentPath, entry.name))
        .sort();
    }),
  );
  return lists.flat();
}

/** Reads files in the pool, several at a time; answers keep the order asked. */
export function readFiles(pool: ReaderPool, paths: readonly string[], folder: string): Promise<ReadFile[]> {
  return Promise.all(
    paths.map(async (path) => {
      const inside = relative(folder, path);
      return { file: inside.startsWith('..') ? path : inside, reading: await pool.read({ path, fileName: basename(path) }) };
    }),
  );
}
