/** A piece of RTF: a group's brace, a control word with its number, a character's byte, or a run of plain bytes. */
export type Token =
  | { readonly kind: 'open' | 'close' }
  | { readonly kind: 'word'; readonly name: string; readonly value?: number }
  | { readonly kind: 'bytes'; readonly bytes: string };

const control = /\\(?:([a-zA-Z]{1,32})(-?\d{1,10})? ?|'([0-9a-fA-F]{2})|([^a-zA-Z']))/y;
const plain = /[^\\{}\r\n]+/y;

/** The tokens of an RTF text; its bytes are given as characters 0 to 255. Binary data (\bin) is passed over. */
export function* tokens(text: string): Generator<Token> {
  let place = 0;
  while (place < text.length) {
    const character = text[place]!;
    if (character === '{' || character === '}') {
      yield { kind: character === '{' ? 'open' : 'close' };
      place += 1;
    } else if (character === '\\') {
      control.lastIndex = place;
      const found = control.exec(text);
      if (!found) {
        place += 1;
        continue;
      }
      place = control.lastIndex;
      const [, name, number, hex, symbol] = found;
      if (name === 'bin') place += Math.max(0, Number(number ?? 0));
      else if (name) yield { kind: 'word', name, value: number === undefined ? undefined : Number(number) };
      else if (hex) yield { kind: 'bytes', bytes: String.fromCharCode(Number.parseInt(hex, 16)) };
      else if (symbol === '\\' || symbol === '{' || symbol === '}') yield { kind: 'bytes', bytes: symbol };
      else yield { kind: 'word', name: symbol! };
    } else {
      plain.lastIndex = place;
      const found = plain.exec(text);
      if (found) yield { kind: 'bytes', bytes: found[0] };
      place = found ? plain.lastIndex : place + 1;
    }
  }
}
