/** A table that comes with pdf.js packed: which character of a collection a code in a font stands for, and which codes there are. */
export interface CodeTable {
  readonly header: number;
  /** The name of the table this one completes. */
  readonly base: string;
  /** How many bytes codes have, by their values. */
  readonly spaces: readonly { readonly bytes: number; readonly first: number; readonly last: number }[];
  readonly characters: ReadonlyMap<number, number>;
}

const kinds = { space: 0, absent: 1, character: 2, range: 3, note: 7 };
const baseNote = 1;

class Packed {
  private at = 0;
  constructor(private readonly packed: Uint8Array) {}

  /** −1 at the end. */
  byte(): number {
    return this.packed[this.at++] ?? -1;
  }

  number(): number {
    for (let number = 0; ;) {
      const byte = this.byte();
      number = number * 128 + (byte & 127);
      if (byte < 128) return number;
    }
  }

  signed(): number {
    const number = this.number();
    return number % 2 === 1 ? -(number + 1) / 2 : number / 2;
  }

  code(bytes: number): number {
    let code = 0;
    for (let place = 0; place < bytes; place += 1) code = code * 256 + this.byte();
    return code;
  }

  text(): string {
    return String.fromCharCode(...Array.from({ length: this.number() }, () => this.number()));
  }
}

/** Reads a packed table (.bcmap of pdf.js: runs of entries, each told by what it adds to the one before). `undefined` where it leads to text and not to characters. */
export function readCodeTable(bytes: Uint8Array): CodeTable | undefined {
  const packed = new Packed(bytes);
  const header = packed.byte();
  const spaces: CodeTable['spaces'][number][] = [];
  const characters = new Map<number, number>();
  let base = '';
  for (let lead = packed.byte(); lead >= 0; lead = packed.byte()) {
    const [kind, follows, size] = [lead >> 5, (lead & 16) !== 0, (lead & 15) + 1];
    if (kind === kinds.note) {
      const text = packed.text();
      if ((lead & 31) === baseNote) base = text;
      continue;
    }
    if (kind > kinds.range) return undefined;
    const count = packed.number();
    let [last, character] = [-1, -1];
    for (let entry = 0; entry < count; entry += 1) {
      const isNext = entry > 0 && follows && kind !== kinds.space && kind !== kinds.absent;
      const first = entry === 0 ? packed.code(size) : last + 1 + (isNext ? 0 : packed.number());
      last = kind === kinds.character ? first : first + packed.number();
      if (kind === kinds.space) spaces.push({ bytes: size, first, last });
      else character = kind === kinds.character && entry > 0 ? character + 1 + packed.signed() : packed.number();
      if (kind >= kinds.character) for (let code = first; code <= last; code += 1) characters.set(code, character + code - first);
    }
  }
  return { header, base, spaces, characters };
}

/** Packs a table with the characters of some codes only, each entry by itself. */
export function writeCodeTable({ header, base, spaces, characters }: CodeTable, codes: Iterable<number>): Uint8Array<ArrayBuffer> {
  const packed: number[] = [header];
  const number = (value: number) => {
    let lead = 1;
    while (lead * 128 <= value) lead *= 128;
    for (; lead >= 1; lead /= 128) packed.push((Math.floor(value / lead) % 128) + (lead > 1 ? 128 : 0));
  };
  const code = (value: number, bytes: number) => {
    for (let place = bytes - 1; place >= 0; place -= 1) packed.push(Math.floor(value / 256 ** place) % 256);
  };
  if (base !== '') {
    packed.push((kinds.note << 5) + baseNote, base.length);
    for (const letter of base) number(letter.charCodeAt(0));
  }
  for (const { bytes, first, last } of spaces) {
    packed.push((kinds.space << 5) + bytes - 1, 1);
    code(first, bytes);
    number(last - first);
  }
  for (const one of codes) {
    const character = characters.get(one);
    if (character === undefined) continue;
    packed.push((kinds.character << 5) + 3, 1);
    code(one, 4);
    number(character);
  }
  return Uint8Array.from(packed);
}
