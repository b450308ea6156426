import type { Block } from '../../document';
import { WordBlocks, type RowDefinition } from '../word-table/word-blocks';

type Marks = Pick<RowDefinition[number], 'vertical' | 'horizontal'>;
interface Stand {
  depth: number;
  isInTable: boolean;
  isHeading: boolean;
}
const outside = (): Stand => ({ depth: 1, isInTable: false, isHeading: false });

/** Paragraphs and tables of an RTF document while its words come in. What stands in text boxes comes first, as a title on a cover does. */
export class RtfBody {
  private readonly body = new WordBlocks();
  private readonly boxes = new WordBlocks();
  private readonly around: Stand[] = [];
  private stand = outside();
  private definition: RowDefinition = [];
  private next: Marks = {};
  private left = 0;

  add(text: string): void {
    this.target.add(text);
  }

  /** A word that builds tables or says what a paragraph is; other words have no meaning here. */
  mark(name: string, value = 0): void {
    if (name === 'trowd') [this.definition, this.next, this.left] = [[], {}, 0];
    else if (name === 'trleft') this.left = value;
    else if (name === 'clvmgf') this.next = { ...this.next, vertical: 'first' };
    else if (name === 'clvmrg') this.next = { ...this.next, vertical: 'continued' };
    else if (name === 'clmgf') this.next = { ...this.next, horizontal: 'first' };
    else if (name === 'clmrg') this.next = { ...this.next, horizontal: 'continued' };
    else if (name === 'cellx') this.define(value);
    else if (name === 'intbl') this.stand.isInTable = true;
    else if (name === 'itap') this.stand.depth = Math.max(0, value);
    else if (name === 'outlinelevel') this.stand.isHeading = value < 9;
    else if (name === 'pard') this.stand = outside();
    else if (name === 'cell') this.target.endCell(1);
    else if (name === 'row') this.target.endRow(1, this.definition);
    else if (name === 'nestcell') this.target.endCell(Math.max(2, this.stand.depth));
    else if (name === 'nestrow') this.target.endRow(Math.max(2, this.stand.depth), this.definition);
  }

  endParagraph(): void {
    this.target.endParagraph(this.stand.isInTable ? this.stand.depth : 0, this.stand.isHeading);
  }

  beginBox(): void {
    this.around.push(this.stand);
    this.stand = outside();
  }

  endBox(): void {
    this.endParagraph();
    this.stand = this.around.pop() ?? outside();
  }

  finish(): Block[] {
    return [...this.boxes.finish(), ...this.body.finish()];
  }

  private get target(): WordBlocks {
    return this.around.length > 0 ? this.boxes : this.body;
  }

  private define(right: number): void {
    if (this.definition.length >= 1000) return;
    this.definition = [...this.definition, { ...this.next, left: this.definition.at(-1)?.right ?? this.left, right }];
    this.next = {};
  }
}
