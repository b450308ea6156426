import type { Place } from '@mingshu/report-format';
import type { Block, GridCell } from '../../document';

/** A printed cell of a sheet; row and column count from 0. */
export interface SheetCell {
  readonly row: number;
  readonly column: number;
  readonly rowspan: number;
  readonly colspan: number;
  readonly text: string;
  readonly place: Place;
}

/** A cell that stands alone in its row and reads like a title, a heading or prose rather than like a label. */
const isProse = (text: string) => text.length > 30 || /^[一二三四五六]、\S{4,}/.test(text) || /信息公开|第二十条/.test(text);

/** Blocks of one sheet: rows with a single text that is no label are paragraphs, everything between them is a table of the document's own. */
export function sheetBlocks(rows: readonly (readonly SheetCell[])[]): Block[] {
  const blocks: Block[] = [];
  let grid: GridCell[][] = [];
  const endGrid = () => {
    if (grid.length > 0) blocks.push({ kind: 'grid', isExact: true, rows: grid });
    grid = [];
  };
  for (const cells of rows) {
    const printed = cells.filter(({ text }) => text !== '');
    const [only] = printed;
    if (printed.length === 0 && grid.length === 0) continue;
    if (printed.length === 1 && only && (grid.length === 0 || isProse(only.text))) {
      endGrid();
      for (const line of only.text.split('\n').map((one) => one.trim()))
        if (line !== '') blocks.push({ kind: 'paragraph', text: line, place: only.place });
      continue;
    }
    const row = grid.length;
    grid.push(cells.map((cell) => ({ ...cell, row })));
  }
  endGrid();
  return blocks;
}
