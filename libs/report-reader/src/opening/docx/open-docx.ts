import type { Block, GridCell, OpenedDocument } from '../../document';
import { refuse } from '../refusals';
import { inlineText, isOn, skipped } from './inline-text';
import { Numbering } from './numbering';
import { parseXml, XmlElement } from './xml';

const mostCells = 50_000;

/** What may stand around rows and cells without being one: content controls, inserted or marked parts. */
const wrappers = new Set(['w:sdt', 'w:sdtContent', 'w:ins', 'w:moveTo', 'w:customXml', 'w:smartTag']);
const unwrapped = (element: XmlElement, name: string): XmlElement[] =>
  element.elements.flatMap((child) => (child.name === name ? [child] : wrappers.has(child.name) ? unwrapped(child, name) : []));

const within = (element: XmlElement, name: string): XmlElement[] =>
  element.elements.flatMap((child) => (skipped.has(child.name) ? [] : [...(child.name === name ? [child] : []), ...within(child, name)]));

const isPicture = (element: XmlElement): boolean =>
  ['pic:pic', 'v:imagedata', 'w:object', 'a:blip'].some((name) => element.deep(name) !== undefined);

/** Rows as they are printed: neither deleted nor hidden. */
const rowsOf = (table: XmlElement) =>
  unwrapped(table, 'w:tr').filter((row) => {
    const marks = row.first('w:trPr');
    return !marks?.first('w:del') && !isOn(marks?.first('w:hidden'));
  });

/** A table that is there for its frame only: what is nested in it holds more cells than it has itself. */
function isLayout(rows: readonly XmlElement[]): boolean {
  const own = rows.flatMap((row) => unwrapped(row, 'w:tc'));
  const nested = own.flatMap((cell) => within(cell, 'w:tbl'));
  return nested.length > 0 && nested.flatMap((table) => within(table, 'w:tc')).length > own.length;
}

type Placed = GridCell & { rowspan: number; colspan: number };

class Walk {
  readonly blocks: Block[] = [];
  private paragraphs = 0;
  private tables = 0;
  private cells = 0;
  pictures = 0;
  embedded: string[] = [];

  constructor(private readonly numbering: Numbering) {}

  body(element: XmlElement): void {
    for (const child of element.elements) {
      if (child.name === 'w:p') this.paragraph(child);
      else if (child.name === 'w:tbl') this.table(child);
      else if (child.name === 'w:altChunk') this.embedded.push(child.attribute('r:id') ?? '');
      else if (!skipped.has(child.name)) this.body(child);
    }
  }

  private paragraph(element: XmlElement): void {
    if (isPicture(element)) this.pictures += 1;
    const boxes: XmlElement[] = [];
    const text = this.numbering.next(element) + inlineText(element, (box) => boxes.push(box));
    const properties = element.first('w:pPr');
    const kind =
      /heading|^[1-9]$/i.test(properties?.value('w:pStyle') ?? '') || properties?.first('w:outlineLvl') ? 'heading' : 'paragraph';
    for (const line of text.split('\n')) {
      if (line.trim() !== '')
        this.blocks.push({ kind, text: line.trim(), place: { kind: 'paragraph', paragraph: (this.paragraphs += 1) } });
    }
    boxes.forEach((box) => this.body(box));
  }

  /** Paragraphs of a cell, nested tables and text boxes included. A picture alone is something printed, and no blank. */
  private cellText(cell: XmlElement): string {
    const lines: string[] = [];
    const collect = (element: XmlElement) => {
      for (const child of element.elements) {
        if (child.name === 'w:p') lines.push(this.numbering.next(child) + inlineText(child, collect));
        else if (!skipped.has(child.name)) collect(child);
      }
    };
    collect(cell);
    const text = lines.join('\n').trim();
    if (!isPicture(cell)) return text;
    this.pictures += 1;
    return text === '' ? '［图片］' : text;
  }

  private table(table: XmlElement): void {
    const rows = rowsOf(table);
    if (isLayout(rows)) return rows.forEach((row) => unwrapped(row, 'w:tc').forEach((cell) => this.body(cell)));
    const number = (this.tables += 1);
    /** The cell that a vertical merge continues, by column. */
    const above = new Map<number, Placed>();
    this.blocks.push({ kind: 'grid', isExact: true, rows: rows.map((line, row) => this.row(line, row, number, above)) });
  }

  private row(line: XmlElement, row: number, table: number, above: Map<number, Placed>): Placed[] {
    const placed: Placed[] = [];
    let column = Number(line.first('w:trPr')?.value('w:gridBefore') ?? 0) || 0;
    for (const cell of unwrapped(line, 'w:tc')) {
      if ((this.cells += 1) > mostCells) refuse('bomb');
      const marks = cell.first('w:tcPr');
      if (marks?.first('w:cellDel')) continue;
      const colspan = Math.min(100, Math.max(1, Number(marks?.value('w:gridSpan') ?? 1) || 1));
      const isContinued = (name: string) => {
        const mark = marks?.first(name);
        return mark !== undefined && (mark.attribute('w:val') ?? 'continue') === 'continue';
      };
      const [last, upper] = [placed.at(-1), above.get(column)];
      if (isContinued('w:hMerge') && last) last.colspan += colspan;
      else if (isContinued('w:vMerge') && upper) upper.rowspan += 1;
      else {
        const place = { kind: 'grid' as const, table, row: row + 1, column: column + 1 };
        const one: Placed = { row, column, rowspan: 1, colspan, text: this.cellText(cell), place };
        placed.push(one);
        if (marks?.first('w:vMerge')) above.set(column, one);
        else above.delete(column);
      }
      column += colspan;
    }
    return placed;
  }
}

/** The main part of a package; some writers number it. */
export const mainPart = (names: Iterable<string>): string | undefined =>
  [...names].filter((name) => /^word\/document\d*\.xml$/i.test(name)).sort((one, other) => one.length - other.length)[0];

const textOf = (bytes: Buffer): string =>
  new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8').decode(bytes);

/**
 * A Word document (OOXML) from the inflated parts of its package. `openEmbedded` opens a document that stands in it as a whole, such as
 * the web page that some programs merely wrap.
 */
export async function openDocx(
  parts: ReadonlyMap<string, Buffer>,
  openEmbedded: (bytes: Uint8Array) => Promise<OpenedDocument | undefined>,
): Promise<OpenedDocument> {
  const body = parts.get(mainPart(parts.keys()) ?? '');
  if (!body || body.length === 0) return refuse('damaged');
  const root = (name: string, element: string) => {
    const part = parts.get(name);
    return part?.length ? parseXml(textOf(part)).first(element) : undefined;
  };
  const walk = new Walk(new Numbering(root('word/numbering.xml', 'w:numbering'), root('word/styles.xml', 'w:styles')));
  walk.body(parseXml(textOf(body)));
  const blocks = [...walk.blocks];
  if (walk.embedded.length > 0) {
    const targets = new Map(
      (root('word/_rels/document.xml.rels', 'Relationships')?.elements ?? []).map((one) => [one.attribute('Id'), one.attribute('Target')]),
    );
    for (const id of walk.embedded) {
      const part = parts.get(`word/${targets.get(id) ?? ''}`.replace('word//', ''));
      const opened = part?.length ? await openEmbedded(part) : undefined;
      if (!opened)
        refuse('unsupported_type', '这份 Word 文件只是包着另一份文档，未能打开其中的内容。请用 Word 或 WPS 打开后另存为 .docx 再导入。');
      blocks.push(...opened!.blocks);
    }
  }
  return { kind: 'opened', type: 'docx', blocks, traits: { scripts: 0, links: [], pictures: walk.pictures } };
}
