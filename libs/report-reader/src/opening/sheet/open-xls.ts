import type { CellObject, WorkSheet } from '@e965/xlsx';
import type { OpenedDocument } from '../../document';
import { refuse } from '../refusals';
import { sheetBlocks } from './sheet-blocks';
import { printedNumber, visibleCells, type StoredSheet } from './visible-cells';

const mostSheets = 100;

/** What a cell shows. An error is its code (#REF!), never the number that stands for it; a date is shown as one, not as its serial number. */
function shown({ t, v, w, z }: CellObject, isDate: (format: string) => boolean): string {
  if (t === 'e') return w ?? '#ERROR!';
  if (t === 'z' || v === undefined || v === null) return '';
  if (t !== 'n') return String(t === 'b' ? (w ?? v) : v).trim();
  const isShownOtherwise = w?.trim() === '' || (typeof z === 'string' && isDate(z));
  return isShownOtherwise ? (w ?? '').trim() : printedNumber(Number(v));
}

function storedSheet(
  name: string,
  sheet: WorkSheet,
  decode: (address: string) => { r: number; c: number },
  isDate: (format: string) => boolean,
): StoredSheet {
  const texts = new Map<number, Map<number, string>>();
  for (const [address, cell] of Object.entries(sheet) as [string, CellObject][]) {
    if (address.startsWith('!')) continue;
    const { r, c } = decode(address);
    if (!texts.has(r)) texts.set(r, new Map());
    texts.get(r)!.set(c, shown(cell, isDate));
  }
  return {
    name,
    texts,
    merges: (sheet['!merges'] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c })),
    isHiddenRow: (row) => sheet['!rows']?.[row]?.hidden === true,
    isHiddenColumn: (column) => sheet['!cols']?.[column]?.hidden === true,
  };
}

/** An Excel 5 to 2003 workbook (BIFF in OLE): visible sheets in order, merged cells, stored results of formulas. Before Excel 97 (`isOld`) texts are in a code page. */
export async function openXls(bytes: Uint8Array, isOld: boolean): Promise<OpenedDocument> {
  const { read, set_cptable: setCodePages, SSF, utils } = await import('@e965/xlsx');
  if (isOld) setCodePages(await import('@e965/xlsx/dist/cpexcel'));
  const workbook = (() => {
    try {
      return read(bytes, { type: 'array', cellFormula: false, cellHTML: false, cellNF: true, cellStyles: true });
    } catch (error) {
      return refuse(error instanceof Error && /password|encrypt/i.test(error.message) ? 'password' : 'damaged');
    }
  })();
  if (workbook.SheetNames.length > mostSheets) refuse('bomb');
  const sheets = workbook.SheetNames.filter((_, place) => !workbook.Workbook?.Sheets?.[place]?.Hidden);
  const isDate = (format: string) => SSF.is_date(format) as boolean;
  const cells = sheets.map((name) =>
    visibleCells(storedSheet(name, workbook.Sheets[name] ?? refuse('damaged'), utils.decode_cell, isDate)),
  );
  return { kind: 'opened', type: 'xls', blocks: cells.flatMap(sheetBlocks), traits: { scripts: 0, links: [], pictures: 0 } };
}
