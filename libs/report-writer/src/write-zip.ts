import { zipSync, type Zippable } from 'fflate';
import { epoch } from './same-bytes';

/** What a Windows desktop refuses in a file name. */
const refused = /[\\/:*?"<>|]/g;

/** Files in one zip under names any desktop takes; a name that occurs twice is numbered. Same files, same bytes. */
export function writeZip(files: readonly { readonly name: string; readonly bytes: Uint8Array }[]): Uint8Array {
  const zipped: Zippable = {};
  for (const { name, bytes } of files) {
    const safe = name.replace(refused, '_');
    const dot = safe.lastIndexOf('.');
    let free = safe;
    for (let count = 2; free in zipped; count += 1) free = `${safe.slice(0, dot)}（${count}）${safe.slice(dot)}`;
    // Documents are compressed already.
    zipped[free] = [bytes, { mtime: epoch, level: 0 }];
  }
  return zipSync(zipped);
}
