import type { FileToSend } from './dropped-files';

const mostFiles = 20;
const mostBytes = 40 * 1024 * 1024;

/** Files cut into requests: few enough that the first are read while the last are still on their way. */
export function portionsOf(files: readonly FileToSend[]): FileToSend[][] {
  const portions: FileToSend[][] = [];
  let bytes = 0;
  for (const one of files) {
    const last = portions.at(-1);
    if (!last || last.length >= mostFiles || bytes + one.file.size > mostBytes) {
      portions.push([one]);
      bytes = one.file.size;
    } else {
      last.push(one);
      bytes += one.file.size;
    }
  }
  return portions;
}
