import { refuse } from '../refusals';

/** A stream of a Word file, read with its bounds kept: whoever points outside is damaged. */
export class Stream {
  private readonly view: DataView;

  constructor(readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get length(): number {
    return this.bytes.length;
  }

  u8(offset: number): number {
    return this.view.getUint8(this.checked(offset, 1));
  }

  u16(offset: number): number {
    return this.view.getUint16(this.checked(offset, 2), true);
  }

  i16(offset: number): number {
    return this.view.getInt16(this.checked(offset, 2), true);
  }

  u32(offset: number): number {
    return this.view.getUint32(this.checked(offset, 4), true);
  }

  part(offset: number, length: number): Stream {
    return new Stream(this.bytes.subarray(this.checked(offset, length), offset + length));
  }

  private checked(offset: number, length: number): number {
    if (!Number.isInteger(offset) || offset < 0 || length < 0 || offset + length > this.bytes.length) refuse('damaged');
    return offset;
  }
}
