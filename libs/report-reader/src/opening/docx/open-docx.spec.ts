import { strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import type { Block } from '../../document';
import { openDocument } from '../open-document';

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/** A package around a body, with further parts. */
const packed = (body: string, parts: Record<string, string> = {}) =>
  zipSync({
    'word/document.xml': strToU8(`<w:document ${namespaces}><w:body>${body}</w:body></w:document>`),
    ...Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])),
  });
const text = (words: string) => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`;
const cell = (inner: string, marks = '') => `<w:tc><w:tcPr>${marks}</w:tcPr>${inner}</w:tc>`;
const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;

async function blocksOf(bytes: Uint8Array): Promise<readonly Block[]> {
  const opened = await openDocument(bytes);
  if (opened.kind !== 'opened') throw new Error(opened.sentence);
  return opened.blocks;
}
const gridOf = async (inner: string) => {
  const [grid] = await blocksOf(packed(`<w:tbl>${inner}</w:tbl>`));
  return grid?.kind === 'grid'
    ? grid.rows.map((cells) => cells.map(({ text: printed, column, colspan }) => [column, colspan, printed]))
    : [];
};

it('takes no symbol and no picture for a blank', async () => {
  const symbol = '<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r></w:p>';
  const picture = '<w:p><w:r><w:drawing><a:blip r:embed="rId9"/></w:drawing></w:r></w:p>';
  expect(await gridOf(row(cell(text('规章')), cell(symbol), cell(picture), cell('<w:p/>')))).toEqual([
    [
      [0, 1, '规章'],
      [1, 1, '□'],
      [2, 1, '［图片］'],
      [3, 1, ''],
    ],
  ]);
});

it('keeps columns where rows begin late, cells are merged sideways the old way, or rows are hidden', async () => {
  const late = `<w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>${cell(text('7'))}</w:tr>`;
  const sideways = row(cell(text('总计'), '<w:hMerge w:val="restart"/>'), cell('<w:p/>', '<w:hMerge/>'), cell(text('5')));
  const hidden = `<w:tr><w:trPr><w:hidden/></w:trPr>${cell(text('99'))}</w:tr>`;
  expect(await gridOf(late + hidden + sideways)).toEqual([
    [[2, 1, '7']],
    [
      [0, 2, '总计'],
      [2, 1, '5'],
    ],
  ]);
});

it('writes the numbers that a style or a restarted list makes', async () => {
  const level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>';
  const styled = (words: string) => `<w:p><w:pPr><w:pStyle w:val="Title1"/></w:pPr><w:r><w:t>${words}</w:t></w:r></w:p>`;
  const listed = (words: string) =>
    `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr></w:pPr><w:r><w:t>${words}</w:t></w:r></w:p>`;
  const blocks = await blocksOf(
    packed(styled('总体情况') + styled('主动公开') + listed('其他') + styled('问题'), {
      'word/numbering.xml': `<w:numbering ${namespaces}><w:abstractNum w:abstractNumId="0">${level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num></w:numbering>`,
      'word/styles.xml': `<w:styles ${namespaces}><w:style w:type="paragraph" w:styleId="Title1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>`,
    }),
  );
  expect(blocks.map((block) => block.kind !== 'grid' && block.text)).toEqual(['一、总体情况', '二、主动公开', '五、其他', '六、问题']);
});

it('opens the page that a file only wraps, and says so where it cannot', async () => {
  const wrapping = '<w:altChunk r:id="rId1"/>';
  const relations = (target: string) => ({
    'word/_rels/document.xml.rels': `<Relationships><Relationship Id="rId1" Target="${target}"/></Relationships>`,
  });
  const page = packed(wrapping, { ...relations('afchunk.html'), 'word/afchunk.html': '<html><body><p>总体情况</p></body></html>' });
  expect(await blocksOf(page)).toMatchObject([{ kind: 'paragraph', text: '总体情况' }]);
  expect(await openDocument(packed(wrapping, relations('afchunk.dat')))).toMatchObject({ kind: 'unreadable', reason: 'unsupported_type' });
});
