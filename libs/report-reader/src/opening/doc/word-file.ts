import { refuse } from '../refusals';
import { Stream } from './stream';

/** The head of a Word 97 to 2003 document and the streams it points into ([MS-DOC] 2.5). */
export interface WordFile {
  readonly main: Stream;
  readonly table: Stream;
  readonly data: Stream;
  /** Characters of the body, and the range of characters that stand in text boxes. */
  readonly body: number;
  readonly boxes: { readonly from: number; readonly to: number };
  /** Where a structure of the table stream lies, by its number in the head. */
  readonly structure: (number: number) => Stream;
}

const firstOfWord97 = 0xc1;
const older = '这是 Word 95 或更早的文件，不能自动识读。请用 Word 或 WPS 打开后另存为 .docx 再导入。';

/** Structures of the table stream used here, by their numbers in the head. */
export const structures = { characters: 12, paragraphs: 13, pieces: 33 } as const;

/** Reads the head. A locked file or one of an older Word is refused. */
export function wordFile(streams: ReadonlyMap<string, Uint8Array>): WordFile {
  const main = new Stream(streams.get('WordDocument') ?? new Uint8Array());
  const [magic, version, flags] = [main.u16(0), main.u16(2), main.u16(10)];
  if (version < firstOfWord97 || magic === 0xa5dc) refuse('unsupported_type', older);
  if (magic !== 0xa5ec) refuse('damaged');
  if ((flags & 0x0100) !== 0) refuse('password');
  const tableName = (flags & 0x0200) === 0 ? '0Table' : '1Table';
  const table = new Stream(streams.get(tableName) ?? refuse('damaged'));
  const count = (offset: number) => main.u32(offset);
  const body = count(0x4c);
  const before = body + [0x50, 0x54, 0x58, 0x5c, 0x60].reduce((sum, offset) => sum + count(offset), 0);
  return {
    main,
    table,
    data: new Stream(streams.get('Data') ?? new Uint8Array()),
    body,
    boxes: { from: before, to: before + count(0x64) },
    structure: (number) => table.part(main.u32(0x9a + number * 8), main.u32(0x9e + number * 8)),
  };
}
