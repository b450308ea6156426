import type { Block } from '../../document';
import { wordGrid, type WordCell, type WordRow } from '../word-table/word-grid';

type Definition = Omit<WordCell, 'text'>;
interface Level {
  text: string;
  cells: string[];
  isInTable: boolean;
  isHeading: boolean;
}
const fresh = (): Level => ({ text: '', cells: [], isInTable: false, isHeading: false });

/** Paragraphs and tables of an RTF document while its words come in. Tables inside cells give their text to the cell around them. */
export class RtfBody {
  readonly blocks: Block[] = [];
  private readonly boxes: Level[] = [];
  private level = fresh();
  private depth = 1;
  private rows: WordRow[] = [];
  private definitions: Definition[] = [];
  private next: Pick<Definition, 'vertical' | 'horizontal'> = {};
  private left = 0;
  private tables = 0;
  private paragraphs = 0;

  add(text: string): void {
    this.level.text += text;
  }

  /** A word that builds tables or says what a paragraph is; other words have no meaning here. */
  mark(name: string, value = 0): void {
    if (name === 'trowd') [this.definitions, this.next, this.left] = [[], {}, 0];
    else if (name === 'trleft') this.left = value;
    else if (name === 'clvmgf') this.next = { ...this.next, vertical: 'first' };
    else if (name === 'clvmrg') this.next = { ...this.next, vertical: 'continued' };
    else if (name === 'clmgf') this.next = { ...this.next, horizontal: 'first' };
    else if (name === 'clmrg') this.next = { ...this.next, horizontal: 'continued' };
    else if (name === 'cellx') this.define(value);
    else if (name === 'intbl') this.level.isInTable = true;
    else if (name === 'itap') this.depth = value;
    else if (name === 'outlinelevel') this.level.isHeading = value < 9;
    else if (name === 'pard') {
      Object.assign(this.level, { isInTable: false, isHeading: false });
      this.depth = 1;
    } else if (name === 'nestcell' || name === 'nestrow') this.add('\n');
    else if (name === 'cell') this.endCell();
    else if (name === 'row') this.endRow();
  }

  endParagraph(): void {
    const { level } = this;
    if (level.isInTable || level.cells.length > 0) return this.add('\n');
    const lines = level.text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    if (this.boxes.length === 0) this.endTable();
    for (const text of lines)
      this.blocks.push({
        kind: level.isHeading ? 'heading' : 'paragraph',
        text,
        place: { kind: 'paragraph', paragraph: (this.paragraphs += 1) },
      });
    level.text = '';
  }

  /** Text boxes stand before the paragraph or table that holds them. */
  beginBox(): void {
    this.boxes.push(this.level);
    this.level = fresh();
  }

  endBox(): void {
    Object.assign(this.level, { isInTable: false, text: [...this.level.cells, this.level.text].join('\n'), cells: [] });
    this.endParagraph();
    this.level = this.boxes.pop() ?? fresh();
  }

  finish(): void {
    while (this.boxes.length > 0) this.endBox();
    if (this.level.cells.length > 0) this.endRow();
    this.level.isInTable = false;
    this.endParagraph();
    this.endTable();
  }

  private define(right: number): void {
    this.definitions.push({ ...this.next, left: this.definitions.at(-1)?.right ?? this.left, right });
    this.next = {};
  }

  private endCell(): void {
    if (this.depth > 1) return this.add('\n');
    this.level.cells.push(this.level.text.trim());
    this.level.text = '';
  }

  private endRow(): void {
    const { level, definitions } = this;
    const isSure = level.cells.length === definitions.length;
    this.rows.push({
      isSure,
      cells: level.cells.map((text, place) => ({ text, ...(definitions[place] ?? { left: place, right: place + 1 }) })),
    });
    level.cells = [];
    level.text = '';
  }

  private endTable(): void {
    if (this.rows.length > 0) this.blocks.push(wordGrid(this.rows, (this.tables += 1)));
    this.rows = [];
  }
}
