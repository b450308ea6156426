import type { Block, GridCell, OpenedDocument } from '../../document';
import { refuse } from '../refusals';
import { Numbering } from './numbering';
import { parseXml, XmlElement } from './xml';

const skipped = new Set([
  'w:del',
  'w:moveFrom',
  'mc:Fallback',
  'w:instrText',
  'w:delText',
  'w:rPr',
  'w:pPr',
  'w:sectPr',
  'w:footnoteReference',
  'w:rt',
]);
const isOn = (mark: XmlElement | undefined) => mark !== undefined && !['0', 'false', 'off'].includes(mark.attribute('w:val') ?? '1');

/** Text of a paragraph or run. Deleted and hidden text is not there for a reader; text boxes are given to `box` instead. */
function inlineText(element: XmlElement, box: (box: XmlElement) => void): string {
  return element.elements
    .map((child) => {
      if (skipped.has(child.name)) return '';
      if (child.name === 'w:t') return child.children.join('');
      if (child.name === 'w:tab') return '\t';
      if (child.name === 'w:br' || child.name === 'w:cr') return '\n';
      if (child.name === 'w:noBreakHyphen') return '-';
      if (child.name === 'w:sym') return '';
      if (child.name === 'w:txbxContent') {
        box(child);
        return '';
      }
      if (child.name === 'w:r' && isOn(child.first('w:rPr')?.first('w:vanish'))) return '';
      return inlineText(child, box);
    })
    .join('');
}

class Walk {
  readonly blocks: Block[] = [];
  private paragraphs = 0;
  private tables = 0;
  pictures = 0;

  constructor(private readonly numbering: Numbering) {}

  body(element: XmlElement): void {
    for (const child of element.elements) {
      if (child.name === 'w:p') this.paragraph(child);
      else if (child.name === 'w:tbl') this.table(child);
      else if (!skipped.has(child.name)) this.body(child);
    }
  }

  private text(paragraph: XmlElement, box: (box: XmlElement) => void): string {
    const list = paragraph.first('w:pPr')?.first('w:numPr');
    const number = list
      ? this.numbering.next(list.first('w:numId')?.attribute('w:val') ?? '', Number(list.first('w:ilvl')?.attribute('w:val') ?? 0))
      : '';
    return number + inlineText(paragraph, box);
  }

  private paragraph(element: XmlElement): void {
    if (element.deep('w:drawing') || element.deep('w:pict')) this.pictures += 1;
    const boxes: XmlElement[] = [];
    const text = this.text(element, (box) => boxes.push(box));
    const style = element.first('w:pPr')?.first('w:pStyle')?.attribute('w:val') ?? '';
    const kind = /heading|^[1-9]$/i.test(style) || element.first('w:pPr')?.first('w:outlineLvl') ? 'heading' : 'paragraph';
    for (const line of text.split('\n')) {
      if (line.trim() !== '')
        this.blocks.push({ kind, text: line.trim(), place: { kind: 'paragraph', paragraph: (this.paragraphs += 1) } });
    }
    boxes.forEach((box) => this.body(box));
  }

  private cellText(cell: XmlElement): string {
    const lines: string[] = [];
    const collect = (element: XmlElement) => {
      for (const child of element.elements) {
        if (child.name === 'w:p') lines.push(this.text(child, collect));
        else if (!skipped.has(child.name)) collect(child);
      }
    };
    collect(cell);
    return lines.join('\n').trim();
  }

  private table(table: XmlElement): void {
    const number = (this.tables += 1);
    const rows: GridCell[][] = [];
    /** The cell that a vertical merge continues, by column. */
    const above = new Map<number, { cell: GridCell & { rowspan: number }; text: string }>();
    const unwrapped = (element: XmlElement, name: string): XmlElement[] =>
      element.elements.flatMap((child) =>
        child.name === name
          ? [child]
          : ['w:sdt', 'w:sdtContent', 'w:ins', 'w:customXml'].includes(child.name)
            ? unwrapped(child, name)
            : [],
      );
    unwrapped(table, 'w:tr').forEach((line, row) => {
      if (line.first('w:trPr')?.first('w:del')) return;
      const cells: (GridCell & { rowspan: number; colspan: number })[] = [];
      let column = Number(line.first('w:trPr')?.first('w:gridBefore')?.attribute('w:val') ?? 0);
      for (const cell of unwrapped(line, 'w:tc')) {
        const marks = cell.first('w:tcPr');
        const colspan = Math.min(100, Math.max(1, Number(marks?.first('w:gridSpan')?.attribute('w:val') ?? 1) || 1));
        const vertical = marks?.first('w:vMerge');
        const continues = vertical && (vertical.attribute('w:val') ?? 'continue') === 'continue';
        const sideways = marks?.first('w:hMerge');
        const text = this.cellText(cell);
        const last = cells.at(-1);
        const upper = above.get(column);
        if (sideways && (sideways.attribute('w:val') ?? 'continue') === 'continue' && last) last.colspan += colspan;
        else if (continues && upper) upper.cell.rowspan += 1;
        else {
          const placed = {
            row,
            column,
            rowspan: 1,
            colspan,
            text,
            place: { kind: 'grid' as const, table: number, row: row + 1, column: column + 1 },
          };
          cells.push(placed);
          if (vertical) above.set(column, { cell: placed, text });
          else above.delete(column);
        }
        column += colspan;
      }
      rows.push(cells);
    });
    this.blocks.push({ kind: 'grid', isExact: true, rows });
  }
}

/** A Word document (OOXML) from the inflated parts of its package. */
export function openDocx(parts: ReadonlyMap<string, Buffer>): OpenedDocument {
  const body = parts.get('word/document.xml');
  if (!body || body.length === 0) return refuse('damaged');
  const numbering = parts.get('word/numbering.xml');
  const walk = new Walk(new Numbering(numbering?.length ? parseXml(numbering.toString('utf8')).first('w:numbering') : undefined));
  walk.body(parseXml(body.toString('utf8')));
  return { kind: 'opened', type: 'docx', blocks: walk.blocks, traits: { scripts: 0, links: [], pictures: walk.pictures } };
}
