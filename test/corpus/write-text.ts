import { isTable, paddedLines, type DrawnReport, type DrawnTable } from './drawn-report';

/** How a table stands in plain text: its lines. */
export type TextShape = (table: DrawnTable) => readonly string[];

const full = (fields: readonly string[]) => fields.filter((field) => field !== '');

export const textShapes = {
  tabs: (table) => paddedLines(table).map((fields) => fields.join('\t')),
  pipes: (table) => paddedLines(table).map((fields) => `| ${fields.join(' | ')} |`),
  markdown: (table) => {
    const lines = paddedLines(table).map((fields) => `| ${fields.join(' | ')} |`);
    return [lines[0]!, `|${' --- |'.repeat(table.columns)}`, ...lines.slice(1)];
  },
  'pipes-without-merged': (table) => table.rows.map((slots) => `${full(slots.map(({ text }) => text)).join(' | ')} |`),
  'pipes-broken': (table) => table.rows.flatMap((slots) => slots.map(({ text }) => (text === '' ? '|' : `${text} |`))),
  'one-a-paragraph': (table) => table.rows.flatMap((slots) => full(slots.map(({ text }) => text)).flatMap((text) => [text, ''])),
  spaces: (table) => table.rows.map((slots) => full(slots.map(({ text }) => text)).join(' ')),
  'wide-spaces': (table) => table.rows.map((slots) => full(slots.map(({ text }) => text)).join('　　')),
} satisfies Record<string, TextShape>;

export type TextShapeName = keyof typeof textShapes;

/** The report as plain text, its tables in a shape. */
export function writeText(report: DrawnReport, shape: TextShape = textShapes.tabs): string {
  return [
    report.title,
    '',
    ...report.introduction,
    '',
    ...report.sections.flatMap(({ heading, parts }) => [
      heading,
      '',
      ...parts.flatMap((part) => (isTable(part) ? [...shape(part), ''] : [part])),
      '',
    ]),
    ...report.ending,
  ].join('\n');
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

export const utf16 = (text: string): Uint8Array => Uint8Array.from([0xff, 0xfe, ...Buffer.from(text, 'utf16le')]);

const codeTables = new Map<string, ReadonlyMap<string, readonly number[]>>();

/** A double-byte encoding's codes by character, found by turning its decoder around. */
function codeTable(encoding: 'gb18030' | 'big5'): ReadonlyMap<string, readonly number[]> {
  const known = codeTables.get(encoding);
  if (known) return known;
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if ([...character].length === 1 && !table.has(character)) table.set(character, [lead, trail]);
    }
  codeTables.set(encoding, table);
  return table;
}

/** Bytes of a text in a double-byte encoding; what it cannot write becomes a question mark. */
export function encoded(text: string, encoding: 'gb18030' | 'big5'): Uint8Array {
  const table = codeTable(encoding);
  return Uint8Array.from(
    [...text].flatMap((character) => {
      const code = character.codePointAt(0)!;
      return code < 0x80 ? [code] : [...(table.get(character) ?? [0x3f])];
    }),
  );
}
