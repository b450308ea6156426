import { createRequire } from 'node:module';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCodeTable, writeCodeTable } from './code-table';
import { pdfPages } from './open-pdf';

const folder = join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'cmaps');
const table = (name: string) => readCodeTable(new Uint8Array(readFileSync(join(folder, `${name}.bcmap`))))!;

describe('a table from codes to characters', () => {
  it('knows the characters of 清 and of 1 in three encodings, and the codes there are', () => {
    expect(['UniGB-UCS2-H', 'UniGB-UTF16-H'].map((name) => table(name).characters.get(0x6e05))).toEqual([3170, 3170]);
    expect(table('GBK-EUC-H').characters.get(0xc7e5)).toBe(3170);
    expect(table('UniGB-UCS2-H').characters.get(0x31)).toBe(18);
    expect(table('GBK-EUC-H').spaces).toEqual([
      { bytes: 1, first: 0, last: 0x80 },
      { bytes: 2, first: 0x8140, last: 0xfefe },
    ]);
    expect(table('UniGB-UCS2-V').base).toBe('UniGB-UCS2-H');
  });

  it('comes back as it was from being written with all its codes, every one for simplified Chinese', () => {
    const names = readdirSync(folder).filter((name) => name.endsWith('.bcmap') && name.includes('GB') && !name.includes('-UCS2.'));
    for (const name of names) {
      const read = table(name.replace('.bcmap', ''));
      expect(readCodeTable(writeCodeTable(read, read.characters.keys())), name).toEqual(read);
    }
    expect(names.length).toBe(32);
  });

  it('is told from one that leads to text', () => {
    expect(table('Adobe-GB1-UCS2')).toBeUndefined();
  });
});

/** A page with a line in a font that is named and not embedded: its codes come from a table, to text by another; given by hand where `map` is a stream. */
const page = (encoding: string, codes: string, map = ''): Uint8Array => {
  const content = `BT /F1 10 Tf 20 50 Td <${codes}> Tj ET`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[6 0 R]/Count 1>>',
    `<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding ${encoding}/DescendantFonts[4 0 R]>>`,
    '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/FontDescriptor 5 0 R/DW 1000/W[1 95 500 814 939 500]>>',
    '<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 100]/Resources<</Font<</F1 3 0 R>>>>/Contents 7 0 R>>',
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
    `<</Type/CMap/CMapName/Own/Length ${map.length}>>stream\n${map}\nendstream`,
  ];
  const body = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join('');
  return new TextEncoder().encode(`%PDF-1.4\n${body}trailer<</Size 9/Root 1 0 R>>\n`);
};
const printed = async (bytes: Uint8Array) =>
  (await pdfPages(bytes)).flatMap(({ glyphs }) => glyphs.map(({ text, left, right }) => [text, Math.round(left), Math.round(right)]));

describe('a PDF whose fonts are not embedded', () => {
  const qing = ['清', 20, 30];
  const one = ['1', 30, 35];

  it('is read with the codes it prints, whatever PDFs before it printed', async () => {
    expect(await printed(page('/UniGB-UCS2-H', '6e050031'))).toEqual([qing, one]);
    expect(await printed(page('/GBK-EUC-H', 'c7e531'))).toEqual([qing, one]);
    expect(await printed(page('/UniGB-UCS2-H', '6cb30032'))).toEqual([
      ['河', 20, 30],
      ['2', 30, 35],
    ]);
  });

  it('has its characters from the collection where their numbers are the codes', async () => {
    expect(await printed(page('/Identity-H', '0c620012'))).toEqual([qing, one]);
  });

  it('has them from a table of its own too', async () => {
    const own = '/CMapName /Own def 1 begincodespacerange <00> <ff> endcodespacerange 2 begincidchar <01> 3170 <02> 18 endcidchar endcmap';
    expect(await printed(page('8 0 R', '0102', own))).toEqual([qing, one]);
  });

  it('reads a code beyond the table as the character it is', async () => {
    expect(await printed(page('/UniGB-UCS2-H', '6e05347c'))).toEqual([qing, ['㑼', 30, 40]]);
  });
});
