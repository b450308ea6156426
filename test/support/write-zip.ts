import { crc32, deflateRawSync } from 'node:zlib';

/** An entry as it is to stand in a zip, lies included. */
export interface ZipEntry {
  readonly name: string | Buffer;
  readonly content: string | Uint8Array;
  /** Unix mode. */
  readonly attributes?: number;
  readonly flags?: number;
  /** What the header claims the size to be. */
  readonly declared?: number;
  readonly checksum?: number;
  /** How often the directory names this same content. */
  readonly copies?: number;
}

/** A zip written by hand, so that anything can be wrong with it. */
export function writeZip(entries: readonly ZipEntry[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, attributes = 0, flags = 0, declared, checksum, copies = 1 } of entries) {
    const raw = Buffer.from(content);
    const packed = deflateRawSync(raw, { level: 9 });
    const rawName = Buffer.from(name as string);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(checksum ?? crc32(raw), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(declared ?? raw.length, 18);
    common.writeUInt16LE(rawName.length, 22);
    const body = Buffer.concat([Buffer.from('PK\x03\x04'), common, rawName, packed]);
    for (let copy = 0; copy < copies; copy += 1) {
      const tail = Buffer.alloc(14);
      tail.writeUInt32LE((attributes << 16) >>> 0, 6);
      tail.writeUInt32LE(offset, 10);
      directory.push(Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 3]), common, tail, rawName]));
    }
    bodies.push(body);
    offset += body.length;
  }
  const names = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  const count = Math.min(directory.length, 0xffff);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(names.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, names, end]);
}
