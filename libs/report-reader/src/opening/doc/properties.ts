import type { Stream } from './stream';

/** A property change: its code and its operand. */
export interface Property {
  readonly code: number;
  readonly operand: Stream;
}

const fixedSizes = [1, 1, 2, 4, 2, 2, undefined, 3] as const;
const [tableDefinition, tabChange] = [0xd608, 0xc615];

/** The property changes of a list in their order ([MS-DOC] 2.2.5). A list that ends in the middle of one ends before it. */
export function* propertiesOf(list: Stream): Generator<Property> {
  let place = 0;
  while (place + 3 <= list.length) {
    const code = list.u16(place);
    place += 2;
    let size: number | undefined = fixedSizes[code >> 13];
    if (size === undefined) {
      if (code === tableDefinition) {
        if (place + 2 > list.length) return;
        size = list.u16(place) - 1;
        place += 2;
      } else {
        size = list.u8(place);
        place += 1;
        if (code === tabChange && size === 255) return;
      }
    }
    if (size < 0 || place + size > list.length) return;
    yield { code, operand: list.part(place, size) };
    place += size;
  }
}
