import { strToU8, zipSync } from 'fflate';
import { isTable, startsOf, type DrawnReport, type DrawnSlot, type DrawnTable } from './drawn-report';

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const run = (text: string) => `<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;

/** How a Word file is put together; the defaults are what a plain word processor writes. */
export interface DocxStyle {
  readonly run: (text: string) => string;
  readonly paragraph: (inner: string) => string;
  readonly heading: (text: string, section: number) => string;
  readonly cell: (marks: string, inner: string) => string;
  readonly title: (text: string) => string;
  readonly numbering?: string;
  /** Changes the inside of the body, or the whole part, as some producers write it. */
  readonly body?: (inner: string) => string;
  readonly document?: (xml: string) => string;
}

const paragraph = (inner: string) => `<w:p>${inner}</w:p>`;
export const plainDocx: DocxStyle = {
  run,
  paragraph,
  heading: (text) => paragraph(`<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>${run(text)}`),
  cell: (marks, inner) => `<w:tc><w:tcPr>${marks}</w:tcPr>${inner}</w:tc>`,
  title: (text) => paragraph(run(text)),
};

const withoutNumeral = (heading: string) => heading.replace(/^[一二三四五六]、/, '');

export const docxStyles = {
  plain: plainDocx,
  /** 一、二、三 made by the word processor, so that no number stands in the text. */
  'automatic-numbers': {
    ...plainDocx,
    heading: (text) => paragraph(`<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr></w:pPr>${run(withoutNumeral(text))}`),
    numbering:
      '<w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num>',
  },
  'content-controls': {
    ...plainDocx,
    cell: (marks, inner) => `<w:sdt><w:sdtPr/><w:sdtContent><w:tc><w:tcPr>${marks}</w:tcPr>${inner}</w:tc></w:sdtContent></w:sdt>`,
    heading: (text) => `<w:sdt><w:sdtContent>${paragraph(run(text))}</w:sdtContent></w:sdt>`,
  },
  /** Numbers replaced in revision mode: the old one deleted, the new one inserted. */
  'tracked-changes': {
    ...plainDocx,
    run: (text) =>
      /^\d+$/.test(text)
        ? `<w:del w:id="1" w:author="a"><w:r><w:delText>99</w:delText></w:r></w:del><w:ins w:id="2" w:author="a">${run(text)}</w:ins>`
        : run(text),
  },
  'title-in-text-box': {
    ...plainDocx,
    title: (text) => {
      const box = `<w:txbxContent>${paragraph(run(text))}</w:txbxContent>`;
      return paragraph(
        `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
      );
    },
  },
  /** Runs of one character, a hidden number in every cell, a footnote mark behind figures. */
  'split-runs': {
    ...plainDocx,
    run: (text) =>
      `${[...text].map(run).join('')}<w:r><w:rPr><w:vanish/></w:rPr><w:t>77</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="1"/></w:r>`,
  },
  'two-paragraph-labels': {
    ...plainDocx,
    run: (text) => (/^\D{8,20}$/.test(text) ? `${run(text.slice(0, 5))}</w:p><w:p>${run(text.slice(5))}` : run(text)),
  },
} satisfies Record<string, DocxStyle>;

/** What particular producers make of a Word file. */
export const docxOfProducers = {
  /** The strict standard, and a writer that calls the namespace something else. */
  'strict-other-prefix': {
    ...plainDocx,
    document: (xml) =>
      xml
        .replaceAll(/(<\/?|\s)w:/g, '$1ns0:')
        .replace(
          'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
          'xmlns:ns0="http://purl.oclc.org/ooxml/wordprocessingml/main"',
        ),
  },
  /** Everything in the one cell of a table that only draws a frame. */
  'in-a-frame': {
    ...plainDocx,
    body: (inner) => `<w:tbl><w:tblPr/><w:tr><w:tc>${inner}<w:p/></w:tc></w:tr></w:tbl>`,
  },
  /** Rows begin behind the left edge, the merged cells at the left being left out; revisions deleted rows. */
  'moved-and-deleted': {
    ...plainDocx,
    paragraph: (inner) =>
      `<w:p><w:moveFrom w:id="3" w:author="a"><w:r><w:t>88</w:t></w:r></w:moveFrom>${inner}<w:r><w:instrText> PAGE </w:instrText></w:r></w:p>`,
    body: (inner) =>
      inner.replaceAll(
        '</w:tbl>',
        '<w:tr><w:trPr><w:del w:id="4" w:author="a"/></w:trPr><w:tc><w:p><w:r><w:t>66</w:t></w:r></w:p></w:tc></w:tr></w:tbl>',
      ),
  },
} satisfies Record<string, DocxStyle>;

/** A table with grid spans and vertical merges, continued cells written out as Word does. */
function tableXml(table: DrawnTable, style: DocxStyle): string {
  const starts = startsOf(table);
  const open = new Map<number, { slot: DrawnSlot; until: number }>();
  const rows = table.rows.map((slots, row) => {
    const cells: string[] = [];
    const own = new Map(slots.map((slot, place) => [starts[row]![place]!, slot]));
    for (let column = 0; column < table.columns;) {
      const above = open.get(column);
      const slot = own.get(column);
      if (above && above.until > row) {
        cells.push(style.cell(`<w:gridSpan w:val="${above.slot.colspan}"/><w:vMerge/>`, '<w:p/>'));
        column += above.slot.colspan;
      } else if (slot) {
        if (slot.rowspan > 1) open.set(column, { slot, until: row + slot.rowspan });
        const marks = `${slot.colspan > 1 ? `<w:gridSpan w:val="${slot.colspan}"/>` : ''}${slot.rowspan > 1 ? '<w:vMerge w:val="restart"/>' : ''}`;
        cells.push(style.cell(marks, slot.text === '' ? '<w:p/>' : style.paragraph(style.run(slot.text))));
        column += slot.colspan;
      } else column += 1;
    }
    return `<w:tr>${cells.join('')}</w:tr>`;
  });
  return `<w:tbl><w:tblPr/><w:tblGrid>${'<w:gridCol w:w="800"/>'.repeat(table.columns)}</w:tblGrid>${rows.join('')}</w:tbl>`;
}

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';
const date = new Date(2025, 0, 10);

/** The report as a Word file (OOXML). Equal reports give equal bytes. */
export function writeDocx(report: DrawnReport, style: DocxStyle = plainDocx): Uint8Array {
  const prose = (text: string) => style.paragraph(run(text));
  const { body: inBody = (inner: string) => inner, document = (xml: string) => xml } = style;
  const body = [
    ...(report.title === '' ? [] : [style.title(report.title)]),
    ...report.introduction.map(prose),
    ...report.sections.flatMap(({ heading, parts }, place) => [
      ...(heading === '' ? [] : [style.heading(heading, place + 1)]),
      ...parts.map((part) => (isTable(part) ? tableXml(part, style) : prose(part))),
    ]),
    ...report.ending.map(prose),
  ].join('');
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const files = {
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': document(`${head}<w:document ${namespaces}><w:body>${inBody(body)}<w:sectPr/></w:body></w:document>`),
    ...(style.numbering ? { 'word/numbering.xml': `${head}<w:numbering ${namespaces}>${style.numbering}</w:numbering>` } : {}),
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), { mtime: date });
}
