import { strToU8, zipSync } from 'fflate';
import { isTable, startsOf, type DrawnReport, type DrawnTable } from './drawn-report';

/** How an OFD document is drawn and packed. */
export interface OfdStyle {
  /** Prefix of every element; producers choose their own or none. */
  readonly prefix: 'ofd:' | '';
  readonly paths: 'relative' | 'absolute';
  /** Lines as strokes, as thin filled figures, or boxes drawn by one closed stroke. */
  readonly rulings: 'strokes' | 'figures' | 'boxes';
  /** How characters follow each other: steps written out, steps repeated (g n v), or an object for each character with a matrix. */
  readonly steps: 'plain' | 'repeated' | 'matrix';
  /** Objects lie in blocks in blocks, and a layer with other numbers is not visible. */
  readonly isNested?: boolean;
  /** The running head is drawn by a page template. */
  readonly hasTemplate?: boolean;
  /** Characters turned into outlines. */
  readonly isOutlined?: boolean;
}

const [size, leading, left, width, pageWidth, pageHeight] = [2.6, 3.4, 16, 178, 210, 297];
const advance = (character: string) => (character.charCodeAt(0) < 128 ? size / 2 : size);
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const short = (value: number) => String(Math.round(value * 1000) / 1000);

function wrapped(text: string, box: number): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines = [''];
    let at = 0;
    for (const character of paragraph) {
      if (at + advance(character) > box && lines.at(-1) !== '') [at] = [0, lines.push('')];
      lines[lines.length - 1] += character;
      at += advance(character);
    }
    return lines.filter((line) => line !== '');
  });
}

class Drawing {
  readonly pages: string[] = [''];
  private y = 20;
  private id = 100;

  constructor(private readonly style: OfdStyle) {}

  paragraph(text: string, indent = 0): void {
    for (const line of wrapped('　'.repeat(indent) + text, width)) {
      if (this.y > pageHeight - 22) this.turnPage();
      this.y += leading + 1;
      this.text(line, left, this.y);
    }
  }

  table(table: DrawnTable): void {
    const unit = width / table.columns;
    const starts = startsOf(table);
    const heights = table.rows.map(
      (slots) =>
        2.4 +
        leading *
          Math.max(1, ...slots.filter(({ rowspan }) => rowspan === 1).map(({ text, colspan }) => wrapped(text, colspan * unit - 2).length)),
    );
    this.y += 3;
    for (let from = 0; from < table.rows.length;) {
      let to = from;
      for (let room = pageHeight - 20 - this.y; to < table.rows.length && room >= heights[to]!; to += 1) room -= heights[to]!;
      if (to > from) this.rows(table, starts, heights, unit, from, to);
      if ((from = to) < table.rows.length) this.turnPage();
    }
    this.y += 2;
  }

  private rows(
    table: DrawnTable,
    starts: readonly (readonly number[])[],
    heights: readonly number[],
    unit: number,
    from: number,
    to: number,
  ): void {
    const top = this.y;
    const edge = (row: number) => top + heights.slice(from, row).reduce((sum, height) => sum + height, 0);
    table.rows.slice(0, to).forEach((slots, row) =>
      slots.forEach(({ text, rowspan, colspan }, place) => {
        const [begin, end] = [Math.max(row, from), Math.min(row + rowspan, to)];
        if (end <= begin) return;
        const [x1, x2] = [left + starts[row]![place]! * unit, left + (starts[row]![place]! + colspan) * unit];
        this.box(x1, edge(begin), x2, edge(end));
        if (row < from) return;
        const lines = wrapped(text, colspan * unit - 2);
        const middle = (edge(begin) + edge(end)) / 2 - ((lines.length - 1) * leading) / 2 + size * 0.35;
        lines.forEach((line, number) => this.text(line, x1 + 1, middle + number * leading));
      }),
    );
    this.y = edge(to);
  }

  private turnPage(): void {
    this.pages.push('');
    this.y = 20;
  }

  private add(element: string, attributes: string, inner: string): void {
    const { prefix } = this.style;
    this.pages[this.pages.length - 1] += `<${prefix}${element} ID="${(this.id += 1)}" ${attributes}>${inner}</${prefix}${element}>`;
  }

  private text(text: string, x: number, y: number): void {
    const { prefix, steps, isOutlined } = this.style;
    const characters = [...text];
    if (isOutlined)
      return this.add(
        'PathObject',
        `Boundary="${short(x)} ${short(y - size)} 9 3" Fill="true" Stroke="false"`,
        `<${prefix}AbbreviatedData>M 0 0 B 1 1 2 2 3 1 L 2 3 L 0 2 C</${prefix}AbbreviatedData>`,
      );
    const boundary = (from: number, across: number) => `Boundary="${short(from)} ${short(y - size)} ${short(across)} ${short(size * 1.3)}"`;
    if (steps === 'matrix') {
      let at = x;
      for (const character of characters) {
        this.add(
          'TextObject',
          `${boundary(at, size)} CTM="${size} 0 0 ${size} 0 0" Font="3" Size="1"`,
          `<${prefix}TextCode X="0" Y="1">${escaped(character)}</${prefix}TextCode>`,
        );
        at += advance(character);
      }
      return;
    }
    const all = characters.slice(0, -1).map(advance);
    const isEven = all.every((step) => step === all[0]);
    const written = steps === 'repeated' && isEven && all.length > 2 ? `g ${all.length} ${all[0]}` : all.map(short).join(' ');
    this.add(
      'TextObject',
      `${boundary(x, width)} Font="3" Size="${size}"`,
      `<${prefix}TextCode X="0" Y="${size}"${written ? ` DeltaX="${written}"` : ''}>${escaped(text)}</${prefix}TextCode>`,
    );
  }

  private box(x1: number, y1: number, x2: number, y2: number): void {
    const { prefix, rulings } = this.style;
    const [across, down] = [x2 - x1, y2 - y1];
    const path = (boundary: readonly number[], data: string, attributes: string) =>
      this.add(
        'PathObject',
        `Boundary="${boundary.map(short).join(' ')}" ${attributes}`,
        `<${prefix}AbbreviatedData>${data}</${prefix}AbbreviatedData>`,
      );
    if (rulings === 'boxes')
      return path(
        [x1, y1, across, down],
        `M 0 0 L ${short(across)} 0 L ${short(across)} ${short(down)} L 0 ${short(down)} C`,
        'LineWidth="0.2"',
      );
    for (const [x, y, w, h] of [
      [x1, y1, across, 0],
      [x1, y2, across, 0],
      [x1, y1, 0, down],
      [x2, y1, 0, down],
    ] as const) {
      const figure = `M 0 0 L ${short(w || 0.2)} 0 L ${short(w || 0.2)} ${short(h || 0.2)} L 0 ${short(h || 0.2)} C`;
      if (rulings === 'figures') path([x - 0.1, y - 0.1, w + 0.2, h + 0.2], figure, 'Fill="true" Stroke="false"');
      else path([x, y, w + 0.2, h + 0.2], `M 0 0 L ${short(w)} ${short(h)}`, 'LineWidth="0.2"');
    }
  }
}

/** The report as OFD (GB/T 33190), its times fixed so that two runs give the same bytes. */
export function writeOfd(report: DrawnReport, style: OfdStyle): Uint8Array {
  const drawing = new Drawing(style);
  drawing.paragraph(report.title);
  report.introduction.forEach((text) => drawing.paragraph(text, 2));
  for (const { heading, parts } of report.sections) {
    drawing.paragraph(heading);
    for (const part of parts) if (isTable(part)) drawing.table(part); else drawing.paragraph(part, 2); // prettier-ignore
  }
  const { prefix, paths, isNested, hasTemplate } = style;
  const space = prefix === '' ? 'xmlns="http://www.ofdspec.org/2016"' : 'xmlns:ofd="http://www.ofdspec.org/2016"';
  const tag = (name: string, inner: string, attributes = '') =>
    `<${prefix}${name}${attributes ? ` ${attributes}` : ''}>${inner}</${prefix}${name}>`;
  const root = (name: string, inner: string) =>
    strToU8(`<?xml version="1.0" encoding="UTF-8"?>\n<${prefix}${name} ${space}>${inner}</${prefix}${name}>`);
  const location = (path: string) => (paths === 'absolute' ? `/Doc_0\\${path.replaceAll('/', '\\')}` : path);
  const unseen = tag(
    'Layer',
    tag('TextObject', tag('TextCode', '99 98 97', 'X="0" Y="3"'), 'ID="9" Boundary="40 120 60 5" Font="3" Size="3"'),
    'ID="8" Visible="false"',
  );
  const layer = (content: string) =>
    isNested
      ? unseen + tag('Layer', tag('PageBlock', tag('PageBlock', content, 'ID="7"'), 'ID="6"'), 'ID="5"')
      : tag('Layer', content, 'ID="5" Type="Body"');
  const area = (name: string) => tag(name, tag('PhysicalBox', `0 0 ${pageWidth} ${pageHeight}`));
  const head = tag(
    'TextObject',
    tag('TextCode', '政府信息公开', 'X="0" Y="3" DeltaX="g 5 3"'),
    'ID="2" Boundary="16 8 60 5" Font="3" Size="3"',
  );
  const parts: Record<string, Uint8Array> = {
    'OFD.xml': root(
      'OFD',
      tag(
        'DocBody',
        tag('DocInfo', tag('DocID', '0')) + tag('DocRoot', paths === 'absolute' ? '/Doc_0/Document.xml' : 'Doc_0/Document.xml'),
      ),
    ),
    'Doc_0/Document.xml': root(
      'Document',
      tag(
        'CommonData',
        area('PageArea') + (hasTemplate ? tag('TemplatePage', '', `ID="1" BaseLoc="${location('Tpls/Tpl_0/Content.xml')}"`) : ''),
      ) +
        tag(
          'Pages',
          drawing.pages
            .map((_, page) => tag('Page', '', `ID="${page + 10}" BaseLoc="${location(`Pages/Page_${page}/Content.xml`)}"`))
            .join(''),
        ),
    ),
    ...(hasTemplate ? { 'Doc_0/Tpls/Tpl_0/Content.xml': root('Page', tag('Content', tag('Layer', head, 'ID="3"'))) } : {}),
    ...Object.fromEntries(
      drawing.pages.map((content, page) => [
        `Doc_0/Pages/Page_${page}/Content.xml`,
        root(
          'Page',
          (hasTemplate ? tag('Template', '', 'TemplateID="1" ZOrder="Background"') : '') + area('Area') + tag('Content', layer(content)),
        ),
      ]),
    ),
  };
  return zipSync(parts, { mtime: new Date(2025, 0, 1), level: 9 });
}

export const ofdStyles = {
  relative: { prefix: 'ofd:', paths: 'relative', rulings: 'strokes', steps: 'repeated', hasTemplate: true },
  absolute: { prefix: '', paths: 'absolute', rulings: 'figures', steps: 'plain', isNested: true },
  matrix: { prefix: 'ofd:', paths: 'relative', rulings: 'boxes', steps: 'matrix' },
} satisfies Record<string, OfdStyle>;
