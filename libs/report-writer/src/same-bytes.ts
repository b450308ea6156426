import { unzipSync, zipSync, type Zippable } from 'fflate';

/** The earliest day a zip can name. */
export const epoch = new Date(1980, 0, 1, 0, 0, 0);
const stamp = '2000-01-01T00:00:00Z';

/** An OOXML package without the traces of when it was made: the same content gives the same bytes. */
export function withoutClock(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const zipped: Zippable = {};
  for (const name of Object.keys(parts).sort(
    (one, other) => Number(other === '[Content_Types].xml') - Number(one === '[Content_Types].xml') || one.localeCompare(other),
  )) {
    const isProperties = name.startsWith('docProps/');
    const part = parts[name]!;
    const text = isProperties
      ? new TextEncoder().encode(new TextDecoder().decode(part).replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g, stamp))
      : part;
    zipped[name] = [text, { mtime: epoch, level: 6 }];
  }
  return zipSync(zipped);
}
