import type { Block, TextBlock } from '../../document';
import { refuse } from '../refusals';
import { wordGrid, type WordCell } from './word-grid';

/** Edges and merges of the cells of a row. */
export type RowDefinition = readonly Omit<WordCell, 'text'>[];

interface Row {
  readonly cells: readonly (readonly Block[])[];
  readonly definition: RowDefinition;
  readonly isSure: boolean;
}

/** The body (depth 0), or a table that is still open: its rows, the cells of the row in work, and what the cell in work holds. */
interface Level {
  rows: Row[];
  cells: Block[][];
  content: Block[];
  text: string;
}

const deepest = 30;
const emptyLevel = (): Level => ({ rows: [], cells: [], content: [], text: '' });
const lineAfterLine = (blocks: readonly Block[]) => blocks.map((block) => (block.kind === 'grid' ? '' : block.text)).join('\n');

/**
 * Paragraphs and tables of DOC and RTF, which store text in order and say at the end of each paragraph how deep in tables it stands.
 * A table that holds tables is layout, as on web pages: what its cells hold is read one after the other.
 */
export class WordBlocks {
  private levels: Level[] = [emptyLevel()];
  private tables = 0;

  add(text: string): void {
    this.levels.at(-1)!.text += text;
  }

  /** `depth` counts the tables around the paragraph. Text that came in before belongs to it. */
  endParagraph(depth: number, isHeading: boolean): void {
    const level = this.at(depth);
    const lines = level.text.split('\n').map((line) => line.trim());
    for (const text of lines)
      if (text !== '') level.content.push({ kind: isHeading ? 'heading' : 'paragraph', text, place: { kind: 'paragraph', paragraph: 0 } });
    level.text = '';
  }

  endCell(depth: number): void {
    this.endParagraph(depth, false);
    const level = this.at(depth);
    level.cells.push(level.content);
    level.content = [];
  }

  /** `isSure` is false where the definition is known not to fit. */
  endRow(depth: number, definition: RowDefinition, isSure = true): void {
    const level = this.at(depth);
    level.text = '';
    if (level.cells.length > 0)
      level.rows.push({ cells: level.cells, definition, isSure: isSure && definition.length === level.cells.length });
    [level.cells, level.content] = [[], []];
  }

  /** All blocks, paragraphs numbered; tables left open are closed. */
  finish(): Block[] {
    this.endParagraph(0, false);
    let paragraphs = 0;
    return this.levels[0]!.content.map((block): Block =>
      block.kind === 'grid' ? block : { ...block, place: { kind: 'paragraph', paragraph: (paragraphs += 1) } },
    );
  }

  /** The level of a depth. Deeper tables have ended; text in work moves along, since a paragraph's depth is known at its end only. */
  private at(depth: number): Level {
    if (depth > deepest) refuse('damaged');
    const last = this.levels.at(-1)!;
    if (this.levels.length - 1 === depth) return last;
    const { text } = last;
    last.text = '';
    while (this.levels.length - 1 > depth) this.closeTable();
    while (this.levels.length - 1 < depth) this.levels.push(emptyLevel());
    const level = this.levels.at(-1)!;
    level.text += text;
    return level;
  }

  private closeTable(): void {
    const { rows, cells, content } = this.levels.pop()!;
    if (content.length > 0) cells.push(content);
    if (cells.length > 0) rows.push({ cells, definition: [], isSure: false });
    this.levels.at(-1)!.content.push(...this.blocksOf(rows));
  }

  private blocksOf(rows: readonly Row[]): Block[] {
    if (rows.length === 0) return [];
    if (rows.some((row) => row.cells.some((cell) => cell.some(({ kind }) => kind === 'grid'))))
      return rows.flatMap(({ cells }) => cells.flat());
    const printed = rows.map(({ cells, definition, isSure }) => ({
      isSure,
      cells: cells.map((cell, place) => ({
        text: lineAfterLine(cell as readonly TextBlock[]),
        ...(definition[place] ?? { left: place, right: place + 1 }),
      })),
    }));
    return [wordGrid(printed, (this.tables += 1))];
  }
}
