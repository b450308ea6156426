import type { RowDefinition } from '../word-table/word-blocks';
import { propertiesOf } from './properties';
import type { Stream } from './stream';
import type { FormattedRun } from './formatted-runs';

/** What a paragraph's properties say about tables and headings. */
export interface ParagraphMarks {
  readonly depth: number;
  readonly isRowEnd: boolean;
  /** The paragraph mark that ends a cell of a table inside a table, where no cell marks stand. */
  readonly isInnerCellEnd: boolean;
  readonly isInnerRowEnd: boolean;
  readonly isHeading: boolean;
  readonly row?: RowDefinition;
  /** A later change of the row that is not followed here, so that its edges are not to be trusted. */
  readonly isRowChanged: boolean;
}

const codes = {
  inTable: 0x2416, rowEnd: 0x2417, depth: 0x6649, depthChange: 0x664a, innerCell: 0x244b, innerRowEnd: 0x244c, outline: 0x2640, huge: [0x6645, 0x6646], definition: 0xd608, insert: 0x7621, remove: 0x5622, merge: 0x5624, split: 0x5625, vertical: 0xd62b,
} as const; // prettier-ignore
const cellSize = 20;

/** Edges and merges of a row ([MS-DOC] 2.9.328, 2.9.325): count, edges, then twenty bytes a cell, fewer where the rest is plain. */
function rowOf(operand: Stream): RowDefinition {
  const count = operand.u8(0);
  if (operand.length < 1 + 2 * (count + 1)) return [];
  return Array.from({ length: count }, (_, index) => {
    const [left, right] = [operand.i16(1 + 2 * index), operand.i16(3 + 2 * index)];
    const at = 1 + 2 * (count + 1) + cellSize * index;
    const flags = at + 2 <= operand.length ? operand.u16(at) : 0;
    const [sideways, down] = [flags & 3, (flags >> 5) & 3];
    return {
      left,
      right,
      horizontal: sideways === 1 ? 'continued' : sideways > 1 ? 'first' : undefined,
      vertical: down === 1 ? 'continued' : down > 1 ? 'first' : undefined,
    } as const;
  });
}

/** The marks of a paragraph. A row with many cells keeps its properties in the data stream and only points there. */
export function paragraphMarks(run: FormattedRun | undefined, data: Stream): ParagraphMarks {
  let [isInTable, depth, isRowEnd, isInnerCellEnd, isInnerRowEnd, isHeading, isRowChanged] = [false, 0, false, false, false, false, false];
  let row: RowDefinition | undefined;
  const apply = (list: Stream, isNested: boolean) => {
    for (const { code, operand } of propertiesOf(list)) {
      if (code === codes.inTable) isInTable = operand.u8(0) === 1;
      else if (code === codes.rowEnd) isRowEnd = operand.u8(0) === 1;
      else if (code === codes.depth) depth = operand.u32(0);
      else if (code === codes.depthChange) depth += operand.u32(0) | 0;
      else if (code === codes.innerCell) isInnerCellEnd = operand.u8(0) === 1;
      else if (code === codes.innerRowEnd) isInnerRowEnd = operand.u8(0) === 1;
      else if (code === codes.outline) isHeading = operand.u8(0) < 9;
      else if (code === codes.definition) row = rowOf(operand);
      else if (code === codes.vertical && row?.[operand.u8(0)]) {
        const kind = operand.u8(1);
        row = row.map((cell, index) =>
          index === operand.u8(0) ? { ...cell, vertical: kind === 1 ? 'continued' : kind > 1 ? 'first' : undefined } : cell,
        );
      } else if (code === codes.insert || code === codes.remove || code === codes.merge || code === codes.split) isRowChanged = true;
      else if ((codes.huge as readonly number[]).includes(code) && !isNested) {
        const at = operand.u32(0);
        if (at + 2 <= data.length) apply(data.part(at + 2, Math.min(data.u16(at), data.length - at - 2)), true);
      }
    }
  };
  if (run) apply(run.list, false);
  return { depth: depth > 0 ? depth : isInTable ? 1 : 0, isRowEnd, isInnerCellEnd, isInnerRowEnd, isHeading, row, isRowChanged };
}
