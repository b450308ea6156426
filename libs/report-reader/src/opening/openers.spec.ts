import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import CFB from 'cfb';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Block, GridBlock } from '../document';
import { openDocument } from './open-document';
import { pageContents } from './page-contents';

const fixtures = fileURLToPath(new URL('../../../../test/fixtures/', import.meta.url));
const documentOf = (name: string): Uint8Array => {
  const folder = join(fixtures, name);
  return readFileSync(
    join(
      folder,
      readdirSync(folder).find((file) => file.startsWith('document.'))!,
    ),
  );
};
const text = (content: string) => new TextEncoder().encode(content);
const blocksOf = async (bytes: Uint8Array): Promise<readonly Block[]> => {
  const opened = await openDocument(bytes);
  if (opened.kind !== 'opened') throw new Error(opened.sentence);
  return opened.blocks;
};
/** Each cell as text@row,column with its spans where they are more than one. */
const printed = ({ rows }: GridBlock) =>
  rows.map((row) =>
    row.map(
      ({ text: own, row: line, column, rowspan, colspan }) =>
        `${own}@${line},${column}${rowspan * colspan > 1 ? ` ${rowspan}x${colspan}` : ''}`,
    ),
  );
const grids = (blocks: readonly Block[]) => blocks.filter((block): block is GridBlock => block.kind === 'grid');

describe('a workbook of Excel 2003 in XML', () => {
  it('leaves out hidden rows, columns and sheets, keeps merges, and shows an error as one', async () => {
    const page = `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
      <Worksheet ss:Name="表"><Table><Column/><Column ss:Hidden="1"/>
      <Row><Cell ss:MergeDown="2"><Data ss:Type="String">规章</Data></Cell><Cell><Data ss:Type="Number">7</Data></Cell><Cell><Data ss:Type="Number">12.350000000000001</Data></Cell></Row>
      <Row ss:Hidden="1"><Cell ss:Index="3"><Data ss:Type="Number">8</Data></Cell></Row>
      <Row><Cell ss:Index="3"><Data ss:Type="Error">#REF!</Data></Cell><Cell/><Cell><Data ss:Type="Number">0</Data></Cell></Row></Table></Worksheet>
      <Worksheet ss:Name="底稿"><Table><Row><Cell><Data ss:Type="Number">9</Data></Cell></Row></Table><WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet></Workbook>`;
    expect(grids(await blocksOf(text(page))).map(printed)).toEqual([
      [
        ['规章@0,0 2x1', '12.35@0,1', '@0,2', '@0,3'],
        ['#REF!@1,1', '@1,2', '0@1,3'],
      ],
    ]);
  });
});

describe('rich text', () => {
  const table = (inner: string) => text(`{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0\\fcharset134 SimSun;}}\\f0 ${inner}}`);

  it('keeps merged cells, and leaves deleted and hidden text out', async () => {
    const first =
      "\\trowd\\clvmgf\\cellx1000\\clmgf\\cellx2000\\clmrg\\cellx3000 \\pard\\intbl \\'b9\\'e6\\'d5\\'c2\\cell {\\deleted 99}{\\v 5}12\\cell\\cell\\row";
    const second = "\\trowd\\clvmrg\\cellx1000\\cellx2000\\cellx3000 \\pard\\intbl\\cell \\u-230\\'3f\\u-240\\'3f\\cell\\cell\\row";
    const [grid] = grids(await blocksOf(table(`${first}${second}\\pard\\par`)));
    expect(grid).toMatchObject({ isExact: true });
    expect(printed(grid!)).toEqual([
      ['规章@0,0 2x1', '12@0,1 1x2'],
      ['\uff1a\uff10@1,1', '@1,2'],
    ]);
  });

  it('only counts the cells of rows whose marks do not fit', async () => {
    const [grid] = grids(await blocksOf(table('\\trowd\\cellx1000 \\pard\\intbl 1\\cell 2\\cell 3\\cell\\row\\pard\\par')));
    expect(grid).toMatchObject({ isExact: false });
    expect(printed(grid!)).toEqual([['1@0,0', '2@0,1', '3@0,2']]);
  });

  it('is damaged where its end is missing, since a row may be cut', async () => {
    const bytes = documentOf('drawn/2024-rtf-gbk');
    expect(await openDocument(bytes.subarray(0, bytes.length - 400))).toMatchObject({ kind: 'unreadable', reason: 'damaged' });
  });
});

describe('a Word 97 document', () => {
  it('gives tables with places and spans, and text boxes before the body', async () => {
    const [first] = await blocksOf(documentOf('converted/2024-docx-title-in-text-box-as-doc'));
    expect(first).toMatchObject({ kind: 'paragraph', text: expect.stringMatching(/2024年政府信息公开工作年度报告/) as string });
    const all = grids(await blocksOf(documentOf('converted/2024-docx-plain-as-doc')));
    expect(all.every(({ isExact }) => isExact)).toBe(true);
    expect(all.flatMap(({ rows }) => rows.flat()).some(({ rowspan }) => rowspan > 5)).toBe(true);
  });

  it('walks through tables that only lay out the page', async () => {
    const blocks = await blocksOf(documentOf('converted/2024-html-site-template-as-doc'));
    expect(grids(blocks).length).toBeGreaterThanOrEqual(6);
    expect(grids(blocks).every(({ isExact }) => isExact)).toBe(true);
  });

  it('of which two readers find different amounts of text is read as tokens that are not exact', async () => {
    const container = CFB.read(documentOf('converted/2024-docx-plain-as-doc'), { type: 'array' });
    const main = CFB.find(container, '/WordDocument')!;
    // A field begins in the first line and never ends.
    const broken = Buffer.from(main.content);
    broken.writeUInt16LE(0x13, broken.indexOf(Buffer.from('根据《中华', 'utf16le')));
    main.content = broken;
    const blocks = await blocksOf(new Uint8Array(CFB.write(container, { type: 'buffer' }) as Buffer));
    expect(grids(blocks).length).toBeGreaterThan(0);
    expect(grids(blocks).some(({ isExact }) => isExact)).toBe(false);
  });

  it.each([
    ['a password', 'password', 'WordDocument', (bytes: Uint8Array) => ((bytes[11]! |= 1), bytes)],
    ['Word 95', 'unsupported_type', 'WordDocument', (bytes: Uint8Array) => ((bytes[2] = 0x65), (bytes[3] = 0), bytes)],
    ['a locked package', 'password', 'EncryptedPackage', (bytes: Uint8Array) => bytes],
    ['Works', 'unsupported_type', 'MatOST', (bytes: Uint8Array) => bytes],
    ['something else', 'unsupported_type', 'VisioDocument', (bytes: Uint8Array) => bytes],
  ] as const)('with %s is refused in one sentence', async (_, reason, stream, change) => {
    const source = CFB.find(CFB.read(documentOf('converted/2024-docx-plain-as-doc'), { type: 'array' }), '/WordDocument')!;
    const container = CFB.utils.cfb_new();
    CFB.utils.cfb_add(container, `/${stream}`, change(Uint8Array.from(source.content)));
    const answer = await openDocument(new Uint8Array(CFB.write(container, { type: 'buffer' }) as Buffer));
    expect(answer).toMatchObject({ kind: 'unreadable', reason });
    if (answer.kind === 'unreadable') expect(answer.sentence).toMatch(/。$/);
  });
});

describe('OFD', () => {
  const page = (objects: string) =>
    zipSync({
      'OFD.xml': strToU8('<o:OFD xmlns:o="x"><o:DocBody><o:DocRoot>/D\\Document.xml</o:DocRoot></o:DocBody></o:OFD>'),
      'D/Document.xml': strToU8(
        '<Document><CommonData><PageArea><PhysicalBox>0 0 100 200</PhysicalBox></PageArea></CommonData><Pages><Page BaseLoc="./P/../P/Content.xml"/></Pages></Document>',
      ),
      'D/P/Content.xml': strToU8(`<Page><Content><Layer>${objects}</Layer></Content></Page>`),
    });

  it('places characters by steps, repeated steps and a matrix, in points, and passes invisible ones over', async () => {
    const [content] = (await pageContents(
      page(`<TextObject Boundary="10 20 50 5" Size="5"><TextCode X="0" Y="4" DeltaX="g 2 5 7">规章一二</TextCode></TextObject>
        <TextObject Boundary="10 40 9 9" Size="1" CTM="5 0 0 5 0 0"><TextCode X="0" Y="1">3</TextCode></TextObject>
        <PageBlock Visible="false"><TextObject Boundary="0 0 9 9" Size="5"><TextCode X="0" Y="1">99</TextCode></TextObject></PageBlock>
        <PathObject Boundary="10 50 80 10"><AbbreviatedData>M 0 0 L 80 0 L 80 10</AbbreviatedData></PathObject>`),
    ))!;
    const millimetres = (value: number) => Math.round((value / 72) * 25.4 * 10) / 10;
    expect(content!.glyphs.map(({ text: own, left, size }) => [own, millimetres(left), millimetres(size)])).toEqual([
      ['规', 10, 5],
      ['章', 15, 5],
      ['一', 20, 5],
      ['二', 27, 5],
      ['3', 10, 5],
    ]);
    expect(content!.rulings.map(({ isHorizontal, at, from, to }) => [isHorizontal, ...[at, from, to].map(millimetres)])).toEqual([
      [true, 50, 10, 90],
      [false, 90, 50, 60],
    ]);
    expect([content!.width, content!.height].map(millimetres)).toEqual([100, 200]);
  });

  it('with a drawing of very many lines, or blocks without end, is answered', async () => {
    const lines = Array.from({ length: 7000 }, (_, line) => `M 0 ${line / 40} L 99 ${line / 40} M ${line / 80} 0 L ${line / 80} 190`).join(
      ' ',
    );
    expect(
      await openDocument(page(`<PathObject Boundary="0 0 100 200"><AbbreviatedData>${lines}</AbbreviatedData></PathObject>`)),
    ).toMatchObject({ kind: expect.stringMatching(/opened|unreadable/) as string });
    expect(await openDocument(page(`${'<PageBlock>'.repeat(500)}${'</PageBlock>'.repeat(500)}`))).toMatchObject({ reason: 'damaged' });
  });
});

describe('a page saved whole', () => {
  it('whose end is missing is damaged', async () => {
    const bytes = documentOf('drawn/2024-mhtml-by-browser');
    expect(await openDocument(bytes.subarray(0, bytes.length * 0.7))).toMatchObject({ kind: 'unreadable', reason: 'damaged' });
  });
});

/** Damage by a fixed sequence: the file cut, bits turned over, bytes replaced, a piece copied over another. */
function damaged(bytes: Uint8Array, number: number): Uint8Array {
  let state = number * 7919 + 13;
  const next = (below: number) => (state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff) % Math.max(1, below);
  const copy = Uint8Array.from(bytes);
  if (number % 4 === 0) return copy.subarray(0, next(copy.length));
  if (number % 4 === 3) {
    const from = next(copy.length);
    copy.set(bytes.subarray(from, from + 200).subarray(0, copy.length - Math.max(from, 0)), next(copy.length - 200));
    return copy;
  }
  for (let time = 0; time < 6; time += 1) copy[next(copy.length)]! ^= number % 4 === 1 ? 1 << next(8) : 0xff;
  return copy;
}

it.each([
  'drawn/2024-xls-one-sheet',
  'drawn/2024-xls-in-xml',
  'drawn/2024-rtf-gbk',
  'drawn/2024-mhtml-by-word',
  'drawn/2024-ofd-relative',
  'converted/2024-docx-plain-as-doc',
])(
  'answers whatever happens to %s',
  async (name) => {
    const bytes = documentOf(name);
    for (let number = 0; number < 40; number += 1) {
      const answer = await openDocument(damaged(bytes, number));
      if (answer.kind === 'unreadable') expect(answer.sentence).toMatch(/。$/);
    }
  },
  60_000,
);
