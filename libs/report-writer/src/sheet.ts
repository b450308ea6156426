import type { CellStyle, MergeRange, WriteSheet } from 'hucre';
import { guarded } from './formula-guard';

const line = { style: 'thin' as const, color: { rgb: '000000' } };
const borders = { top: line, right: line, bottom: line, left: line };
const font = { name: '仿宋', size: 11 };

export const styles = {
  title: { font: { name: '方正小标宋简体', size: 18 }, alignment: { horizontal: 'center', vertical: 'center' } },
  note: { font, alignment: { horizontal: 'left', vertical: 'center', wrapText: true } },
  header: { font: { ...font, bold: true }, border: borders, alignment: { horizontal: 'center', vertical: 'center', wrapText: true } },
  label: { font, border: borders, alignment: { horizontal: 'left', vertical: 'center', wrapText: true } },
  figure: { font, border: borders, alignment: { horizontal: 'right', vertical: 'center' } },
  plain: { font, alignment: { vertical: 'center' } },
} as const satisfies Record<string, CellStyle>;

export interface Slot {
  readonly row: number;
  readonly column: number;
  readonly value: string | number | null;
  readonly style: keyof typeof styles;
  readonly rowspan?: number;
  readonly colspan?: number;
  readonly format?: string;
}

export interface SheetLook {
  readonly name: string;
  readonly widths: readonly number[];
  readonly frozen?: { readonly rows: number; readonly columns: number };
  readonly titleRows?: readonly [first: number, last: number];
}

/** A sheet from its slots. Every place of a merged slot is styled, else its border breaks; text is guarded against formulas. */
export function sheetOf(slots: readonly Slot[], { name, widths, frozen, titleRows }: SheetLook): WriteSheet {
  const rows: (string | number | null)[][] = [];
  const cells: NonNullable<WriteSheet['cells']> = new Map();
  const merges: MergeRange[] = [];
  for (const { row, column, value, style, rowspan = 1, colspan = 1, format } of slots) {
    for (let down = 0; down < rowspan; down += 1) {
      for (let right = 0; right < colspan; right += 1) {
        const line = (rows[row + down] ??= []);
        const isAnchor = down === 0 && right === 0;
        line[column + right] = isAnchor ? (typeof value === 'string' ? guarded(value) : value) : null;
        cells.set(`${row + down},${column + right}`, { style: format ? { ...styles[style], numFmt: format } : styles[style] });
      }
    }
    if (rowspan > 1 || colspan > 1)
      merges.push({ startRow: row, startCol: column, endRow: row + rowspan - 1, endCol: column + colspan - 1 });
  }
  // Array.from visits the gaps between tables too; rows.map would leave holes, and the width would be NaN.
  const width = Math.max(0, ...Array.from(rows, (line) => line?.length ?? 0));
  return {
    name,
    rows: Array.from(rows, (line) => Array.from({ length: width }, (_, column) => line?.[column] ?? null)),
    cells,
    merges,
    columns: widths.map((one) => ({ width: one })),
    ...(frozen ? { freezePane: frozen } : {}),
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      ...(titleRows ? { printTitlesRow: `$${titleRows[0]}:$${titleRows[1]}` } : {}),
    },
    headerFooter: { oddFooter: '&C— &P —' },
  };
}
