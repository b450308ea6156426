import type { CellCode } from './cell-code';
import type { ColumnKind, EditionFormat, TableCode, Unit } from './edition-format';
import { editionIds, editions, type EditionId } from './editions';

/** What the form says about one cell: where it stands, in official words, and what may be printed in it. */
export interface CellFormat {
  readonly code: CellCode;
  readonly table: TableCode;
  /** Number of the table's section in the report: 表二, 表三 and 表四 are 2, 3 and 4. */
  readonly section: 2 | 3 | 4;
  /** Code of the row; in tables 2 and 4 with its block. */
  readonly row: string;
  readonly column: string;
  readonly rowLabel: string;
  readonly columnLabel: string;
  readonly kind: ColumnKind;
  readonly unit: Unit;
}

function cellFormats({ tables }: EditionFormat): CellFormat[] {
  const { disclosure, requests, disputes } = tables;
  const inDisclosure = disclosure.blocks.flatMap((block) =>
    block.rows.flatMap((row) =>
      block.columns.map(({ code, label, kind, unit }) => ({
        code: `disclosure.${block.code}.${row.code}.${code}`,
        table: 'disclosure' as const,
        section: 2 as const,
        row: `${block.code}.${row.code}`,
        column: code,
        rowLabel: row.label,
        columnLabel: label,
        kind,
        unit,
      })),
    ),
  );
  const inRequests = requests.rows.flatMap((row) =>
    requests.columns.map((column) => ({
      code: `requests.${row.code}.${column.code}`,
      table: 'requests' as const,
      section: 3 as const,
      row: row.code,
      column: column.code,
      rowLabel: row.label,
      columnLabel: column.parent ? `${column.parent}·${column.label}` : column.label,
      kind: 'count' as const,
      unit: '件' as const,
    })),
  );
  const inDisputes = disputes.blocks.flatMap((block) =>
    disputes.columns.map((column) => ({
      code: `disputes.${block.code}.${column.code}`,
      table: 'disputes' as const,
      section: 4 as const,
      row: block.code,
      column: column.code,
      rowLabel: block.label,
      columnLabel: column.label,
      kind: 'count' as const,
      unit: '件' as const,
    })),
  );
  return [...inDisclosure, ...inRequests, ...inDisputes] as CellFormat[];
}

const formatsByEdition = Object.fromEntries(editionIds.map((id) => [id, cellFormats(editions[id])])) as Record<EditionId, CellFormat[]>;
const codesByEdition = Object.fromEntries(editionIds.map((id) => [id, formatsByEdition[id].map(({ code }) => code)])) as Record<
  EditionId,
  CellCode[]
>;
const formatByCode = new Map(editionIds.flatMap((id) => formatsByEdition[id].map((format) => [format.code, format] as const)));

/** Every cell of an edition in the order of the form: 200 in the 2021 edition, 198 in the 2019 edition. */
export const cellsOf = (edition: EditionId): readonly CellCode[] => codesByEdition[edition];

/** What the form says about a cell. @throws RangeError for a code of no edition, which only data from outside can hold. */
export function cellFormat(code: CellCode): CellFormat {
  const format = formatByCode.get(code);
  if (!format) throw new RangeError(`no edition has a cell ${code}`);
  return format;
}

/** Whether a word from outside is a cell code. */
export const isCellCode = (word: string): word is CellCode => formatByCode.has(word as CellCode);

/** A cell in words, 表三「一、本年新收政府信息公开申请数量」行「自然人」列 for example. */
export function cellTitle(code: CellCode): string {
  const { section, rowLabel, columnLabel } = cellFormat(code);
  return `表${'一二三四'[section - 1]}「${rowLabel}」行「${columnLabel}」列`;
}
