import { isTable, startsOf, type DrawnReport, type DrawnTable } from './drawn-report';
import { encoded } from './write-text';

/** How a PDF is drawn. */
export interface PdfStyle {
  readonly rulings: 'strokes' | 'thin-boxes' | 'rows-only' | 'none';
  /** Font and encoding: named and not embedded by Unicode or GBK codes, or codes of the file's own with a table to Unicode. */
  readonly font: 'unicode' | 'gbk' | 'own-codes';
  readonly isDoubleStruck?: boolean;
  readonly isGlyphByGlyph?: boolean;
  readonly isTurned?: boolean;
  /** Drawn turned, and nothing in the file says so: the page lies on its side on the screen. */
  readonly isSideways?: boolean;
  /** A running head and a page number on every page. */
  readonly hasFurniture?: boolean;
  readonly repeatsHeader?: boolean;
  /** Texts begin at the top of their cell instead of standing in its middle. */
  readonly isAtTop?: boolean;
  /** Texts stand in the middle between the sides of their cell. */
  readonly isCentred?: boolean;
  /** Columns are as wide as their texts, a quarter of a character apart. */
  readonly isTight?: boolean;
  readonly pageHeight?: number;
  /** Characters written as others in the table to Unicode, as some producers do with radicals. */
  readonly disguise?: (character: string) => string;
}

const [size, leading, left, width, pageWidth] = [7, 9, 46, 500, 595];

/** Codes of the characters of a file: how a text is written into a page, and the font objects that go with it. */
class Font {
  private readonly own = new Map<string, number>();

  constructor(private readonly style: PdfStyle) {}

  codes(text: string): string {
    if (this.style.font === 'gbk') return Buffer.from(encoded(text, 'gb18030')).toString('hex');
    return [...text]
      .map((character) => {
        if (this.style.font === 'unicode') return character.charCodeAt(0);
        if (!this.own.has(character)) this.own.set(character, this.own.size + 1);
        return this.own.get(character)!;
      })
      .map((code) => code.toString(16).padStart(4, '0'))
      .join('');
  }

  /** Width of a character in thousandths; Latin letters and digits are half as wide. */
  private widths(): string {
    if (this.style.font !== 'own-codes') return '/DW 1000/W[1 95 500 814 939 500]';
    const narrow = [...this.own].filter(([character]) => character.charCodeAt(0) < 128);
    return `/DW 1000/W[${narrow.map(([, code]) => `${code} [500]`).join(' ')}]`;
  }

  /** Objects 3 to 6. */
  objects(): string[] {
    const encoding = { unicode: 'UniGB-UCS2-H', gbk: 'GBK-EUC-H', 'own-codes': 'Identity-H' }[this.style.font];
    const disguise = this.style.disguise ?? ((character: string) => character);
    const pairs = [...this.own].map(
      ([character, code]) => `<${code.toString(16).padStart(4, '0')}> <${disguise(character).charCodeAt(0).toString(16).padStart(4, '0')}>`,
    );
    const chunks = Array.from({ length: Math.ceil(pairs.length / 100) }, (_, chunk) => pairs.slice(chunk * 100, chunk * 100 + 100));
    const toUnicode = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Own def /CMapType 2 def 1 begincodespacerange <0000> <ffff> endcodespacerange ${chunks.map((chunk) => `${chunk.length} beginbfchar\n${chunk.join('\n')}\nendbfchar`).join('\n')} endcmap end end`;
    return [
      `<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/${encoding}/DescendantFonts[4 0 R]${this.style.font === 'own-codes' ? '/ToUnicode 6 0 R' : ''}>>`,
      `<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(${this.style.font === 'own-codes' ? 'Identity' : 'GB1'})/Supplement 4>>/FontDescriptor 5 0 R${this.widths()}>>`,
      '<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>',
      `<</Length ${toUnicode.length}>>stream\n${toUnicode}\nendstream`,
    ];
  }
}

const advance = (character: string) => (character.charCodeAt(0) < 128 ? size / 2 : size);
const widthOf = (text: string) => [...text].reduce((sum, character) => sum + advance(character), 0);

/** Lines of a text in a box of a width, broken where the width ends. */
function wrapped(text: string, box: number): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines = [''];
    let at = 0;
    for (const character of paragraph) {
      if (at + advance(character) > box && lines.at(-1) !== '') {
        lines.push('');
        at = 0;
      }
      lines[lines.length - 1] += character;
      at += advance(character);
    }
    return lines.filter((line) => line !== '');
  });
}

/** Where the columns of a table begin and the last ends: all alike, or each as wide as the longest line in it. */
function edgesOf(table: DrawnTable, isTight: boolean): readonly number[] {
  const unit = width / table.columns;
  if (!isTight) return Array.from({ length: table.columns + 1 }, (_, column) => left + column * unit);
  const starts = startsOf(table);
  const needed = table.rows.flatMap((slots, row) =>
    slots.map(({ text, colspan }, index) => ({
      from: starts[row]![index]!,
      colspan,
      room: Math.max(0, ...wrapped(text, colspan * unit - 6).map(widthOf)) + size / 4,
    })),
  );
  const widths = Array.from({ length: table.columns }, () => 0);
  for (const { from, colspan, room } of needed.sort((one, other) => one.colspan - other.colspan)) {
    const own = widths.slice(from, from + colspan).reduce((sum, one) => sum + one, 0);
    widths[from + colspan - 1]! += Math.max(0, room - own);
  }
  return widths.reduce((edges, one) => [...edges, edges.at(-1)! + one], [left]);
}

class Drawing {
  readonly pages: string[] = [];
  y = 0;

  constructor(
    private readonly style: PdfStyle,
    private readonly font: Font,
    private readonly runningHead: string,
  ) {
    this.turnPage();
  }

  get height(): number {
    return this.style.pageHeight ?? 842;
  }

  turnPage(): void {
    this.pages.push('');
    this.y = this.height - 60;
    if (this.style.hasFurniture) {
      this.text(this.runningHead, left, this.height - 30);
      this.text(`- ${this.pages.length} -`, 280, 24);
    }
  }

  text(text: string, x: number, y: number): void {
    const copies = this.style.isDoubleStruck ? [0, 0.3] : [0];
    for (const shift of copies) {
      if (!this.style.isGlyphByGlyph) {
        this.add(`BT /F1 ${size} Tf 1 0 0 1 ${(x + shift).toFixed(2)} ${y.toFixed(2)} Tm <${this.font.codes(text)}> Tj ET`);
        continue;
      }
      let at = x + shift;
      for (const character of text) {
        this.add(`BT /F1 ${size} Tf 1 0 0 1 ${at.toFixed(2)} ${y.toFixed(2)} Tm <${this.font.codes(character)}> Tj ET`);
        at += advance(character);
      }
    }
  }

  line(x1: number, y1: number, x2: number, y2: number): void {
    if (this.style.rulings === 'none' || (this.style.rulings === 'rows-only' && x1 === x2)) return;
    if (this.style.rulings === 'thin-boxes')
      this.add(`${Math.min(x1, x2) - 0.25} ${Math.min(y1, y2) - 0.25} ${Math.abs(x2 - x1) + 0.5} ${Math.abs(y2 - y1) + 0.5} re f`);
    else this.add(`0.5 w ${x1} ${y1} m ${x2} ${y2} l S`);
  }

  private add(operation: string): void {
    this.pages[this.pages.length - 1] += `${operation}\n`;
  }

  paragraph(text: string, indent = 0): void {
    wrapped('　'.repeat(indent) + text, width).forEach((line) => {
      if (this.y < 60) this.turnPage();
      this.text(line, left, this.y);
      this.y -= leading + 3;
    });
  }

  table(table: DrawnTable): void {
    const unit = width / table.columns;
    const starts = startsOf(table);
    const edges = edgesOf(table, this.style.isTight === true);
    const heights = table.rows.map(
      (slots) =>
        6 +
        leading *
          Math.max(1, ...slots.filter(({ rowspan }) => rowspan === 1).map(({ text, colspan }) => wrapped(text, colspan * unit - 6).length)),
    );
    const header = table.rows.findIndex((slots) => slots.some(({ cell }) => cell !== undefined));
    const place = (from: number, to: number) => {
      const top = this.y;
      const edge = (row: number) => top - heights.slice(from, row).reduce((sum, height) => sum + height, 0);
      table.rows.slice(0, to).forEach((slots, row) =>
        slots.forEach((slot, index) => {
          const [begin, end] = [Math.max(row, from), Math.min(row + slot.rowspan, to)];
          if (end <= begin) return;
          const [x1, x2] = [edges[starts[row]![index]!]!, edges[starts[row]![index]! + slot.colspan]!];
          const [high, low] = [edge(begin), edge(end)];
          this.line(x1, high, x2, high);
          this.line(x1, low, x2, low);
          this.line(x1, low, x1, high);
          this.line(x2, low, x2, high);
          if (row < from) return;
          const lines = wrapped(slot.text, slot.colspan * unit - 6);
          const middle = this.style.isAtTop ? high - size - 3 : (high + low) / 2 + ((lines.length - 1) * leading) / 2 - size * 0.35;
          const indent = (text: string) => (this.style.isCentred ? (x2 - x1 - widthOf(text)) / 2 : this.style.isTight ? 0 : 3);
          lines.forEach((text, number) => this.text(text, x1 + indent(text), middle - number * leading));
        }),
      );
      this.y = edge(to);
    };
    let from = 0;
    while (from < table.rows.length) {
      let to = from;
      let room = this.y - 50;
      while (to < table.rows.length && room >= heights[to]!) room -= heights[(to += 1) - 1]!;
      if (to <= header && from === 0 && this.y < this.height - 60) {
        this.turnPage();
        continue;
      }
      place(from, Math.max(to, from + 1));
      from = Math.max(to, from + 1);
      if (from < table.rows.length) {
        this.turnPage();
        if (this.style.repeatsHeader && header > 0) place(0, header);
      }
    }
    this.y -= 14;
  }
}

/** The report as a PDF with a text layer, its offsets counted. */
export function writePdf(report: DrawnReport, style: PdfStyle): Uint8Array {
  const font = new Font(style);
  const drawing = new Drawing(style, font, `${report.agency}　政府信息公开`);
  drawing.paragraph(report.title);
  report.introduction.forEach((text) => drawing.paragraph(text, 2));
  for (const { heading, parts } of report.sections) {
    if (heading !== '') drawing.paragraph(heading);
    for (const part of parts) {
      if (isTable(part)) drawing.table(part);
      else drawing.paragraph(part, 2);
    }
  }
  report.ending.forEach((text) => drawing.paragraph(text));
  const { height, pages } = drawing;
  const turn = (content: string) => (style.isTurned ? `0 1 -1 0 ${height} 0 cm\n${content}` : content);
  const box = style.isTurned ? `0 0 ${height} ${pageWidth}` : `0 0 ${pageWidth} ${height}`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${pages.map((_, index) => `${7 + 2 * index} 0 R`).join(' ')}]/Count ${pages.length}>>`,
    ...font.objects(),
    ...pages.flatMap((content, index) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[${box}]${style.isTurned && !style.isSideways ? '/Rotate 90' : ''}/Resources<</Font<</F1 3 0 R>>>>/Contents ${8 + 2 * index} 0 R>>`,
      `<</Length ${turn(content).length}>>stream\n${turn(content)}endstream`,
    ]),
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF`;
  return new TextEncoder().encode(text);
}

/** What particular producers make of a PDF. */
export const pdfOfProducers = {
  'no-lines-labels-at-top': { rulings: 'none', font: 'unicode', isAtTop: true },
  sideways: { rulings: 'strokes', font: 'unicode', isTurned: true, isSideways: true },
  'no-lines-over-pages': { rulings: 'none', font: 'unicode', hasFurniture: true, pageHeight: 420, repeatsHeader: true },
} satisfies Record<string, PdfStyle>;

/** Without lines: only the words above the columns tell which figure of a row is blank. */
export const pdfWithoutLines = {
  centred: { rulings: 'none', font: 'unicode', isCentred: true },
  'at-top': { rulings: 'none', font: 'unicode', isAtTop: true },
  tight: { rulings: 'none', font: 'unicode', isTight: true },
} satisfies Record<string, PdfStyle>;

export const pdfStyles = {
  'drawn-lines': { rulings: 'strokes', font: 'unicode' },
  'thin-boxes': { rulings: 'thin-boxes', font: 'gbk' },
  'no-lines': { rulings: 'none', font: 'unicode' },
  'lines-between-rows': { rulings: 'rows-only', font: 'unicode' },
  'struck-twice': { rulings: 'strokes', font: 'gbk', isDoubleStruck: true },
  'glyph-by-glyph': { rulings: 'thin-boxes', font: 'unicode', isGlyphByGlyph: true },
  turned: { rulings: 'strokes', font: 'unicode', isTurned: true },
  'running-head': { rulings: 'strokes', font: 'unicode', hasFurniture: true, pageHeight: 500 },
  'cut-by-pages': { rulings: 'strokes', font: 'unicode', hasFurniture: true, pageHeight: 420, repeatsHeader: true },
  'own-codes': { rulings: 'strokes', font: 'own-codes' },
} satisfies Record<string, PdfStyle>;
