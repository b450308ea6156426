import type { OpenedDocument } from '../../document';
import { parseXml, type XmlElement } from '../docx/xml';
import { decodeText } from '../text/decode-text';
import { localName, named } from '../xml-names';
import { sheetBlocks } from './sheet-blocks';
import { printedNumber, visibleCells, type Merge, type StoredSheet } from './visible-cells';

const setting = (element: XmlElement, name: string) => element.attribute(`ss:${name}`) ?? element.attribute(name);
const count = (element: XmlElement, name: string) => Math.max(0, Number.parseInt(setting(element, name) ?? '0', 10) || 0);
const textOf = (element: XmlElement): string =>
  element.children.map((child) => (typeof child === 'string' ? child : localName(child) === 'PhoneticText' ? '' : textOf(child))).join('');

function shown(cell: XmlElement): string {
  const [data] = named(cell, 'Data');
  if (!data) return '';
  const text = textOf(data).trim();
  return setting(data, 'Type') === 'Number' && Number.isFinite(Number(text)) && text !== '' ? printedNumber(Number(text)) : text;
}

function storedSheet(sheet: XmlElement): StoredSheet {
  const texts = new Map<number, Map<number, string>>();
  const merges: Merge[] = [];
  const [hiddenRows, hiddenColumns] = [new Set<number>(), new Set<number>()];
  const [table] = named(sheet, 'Table');
  let column = -1;
  for (const one of table ? named(table, 'Column') : []) {
    column = setting(one, 'Index') ? count(one, 'Index') - 1 : column + 1;
    const span = Math.min(count(one, 'Span'), 16_384);
    if (setting(one, 'Hidden') === '1') for (let step = 0; step <= span; step += 1) hiddenColumns.add(column + step);
    column += span;
  }
  let row = -1;
  for (const line of table ? named(table, 'Row') : []) {
    row = setting(line, 'Index') ? count(line, 'Index') - 1 : row + 1;
    const cells = new Map<number, string>();
    if (setting(line, 'Hidden') === '1') hiddenRows.add(row);
    let place = -1;
    for (const cell of named(line, 'Cell')) {
      place = setting(cell, 'Index') ? count(cell, 'Index') - 1 : place + 1;
      cells.set(place, shown(cell));
      const [across, down] = [count(cell, 'MergeAcross'), count(cell, 'MergeDown')];
      if (across + down > 0) merges.push({ top: row, left: place, bottom: row + down, right: place + across });
      place += across;
    }
    texts.set(row, cells);
    row += count(line, 'Span');
  }
  return {
    name: setting(sheet, 'Name') ?? '',
    texts,
    merges,
    isHiddenRow: (one) => hiddenRows.has(one),
    isHiddenColumn: (one) => hiddenColumns.has(one),
  };
}

const isShown = (sheet: XmlElement) =>
  !named(sheet, 'WorksheetOptions').some((options) => named(options, 'Visible').some((one) => /hidden/i.test(textOf(one))));

/** An Excel 2003 workbook in XML: visible sheets in order, with merges and stored results. */
export function openSheetXml(bytes: Uint8Array): OpenedDocument {
  const root = parseXml(decodeText(bytes).replace(/^\uFEFF/, ''));
  const sheets = root.elements.flatMap((workbook) => named(workbook, 'Worksheet')).filter(isShown);
  const blocks = sheets.flatMap((sheet) => sheetBlocks(visibleCells(storedSheet(sheet))));
  return { kind: 'opened', type: 'xls', blocks, traits: { scripts: 0, links: [], pictures: 0 } };
}
