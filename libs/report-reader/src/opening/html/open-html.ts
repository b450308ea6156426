import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import type { Block, GridCell, OpenedDocument } from '../../document';
import { raisedDigits } from '../raised-digits';
import { decodeText } from '../text/decode-text';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

const isElement = (node: Node): node is Element => 'tagName' in node;
const attribute = (element: Element, name: string) => element.attrs.find((one) => one.name === name)?.value;
const unseen = new Set(['script', 'style', 'noscript', 'template', 'head', 'iframe', 'select', 'textarea', 'button', 'svg']);
const breaking = new Set(
  'address article aside blockquote center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody td th tr ul br caption'.split(
    ' ',
  ),
);
const beside = new Set(['sup', 'sub', 'del', 's', 'strike']);
const isHidden = (element: Element) =>
  attribute(element, 'hidden') !== undefined || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attribute(element, 'style') ?? '');

/** Text as a reader sees it: blanks folded, a line break for each block inside. */
function textOf(node: Node): string {
  if ('value' in node && node.nodeName === '#text') return node.value;
  if (!isElement(node) || unseen.has(node.tagName) || isHidden(node)) return '';
  const inner = node.childNodes.map(textOf).join('');
  if (beside.has(node.tagName)) return raisedDigits(inner);
  return breaking.has(node.tagName) ? `\n${inner}\n` : inner;
}

const folded = (text: string) =>
  text
    .replaceAll(/[ \t\r\f\u00a0]+/g, ' ')
    .replaceAll(/ *\n[ \n]*/g, '\n')
    .trim();

const descendants = (element: Element, tag: string): Element[] =>
  element.childNodes.filter(isElement).flatMap((child) => [...(child.tagName === tag ? [child] : []), ...descendants(child, tag)]);

/** Whether a cell shows a picture, which is something printed and no blank; a dot that only keeps a space open is none. */
const hasPicture = (cell: Element): boolean =>
  descendants(cell, 'img').some(
    (picture) => !isHidden(picture) && !['width', 'height'].some((side) => /^[012](?:px)?$/.test(attribute(picture, side) ?? '')),
  );

const rowsOf = (table: Element): Element[] =>
  table.childNodes
    .filter(isElement)
    .flatMap((child) => (child.tagName === 'tr' ? [child] : ['tbody', 'thead', 'tfoot'].includes(child.tagName) ? rowsOf(child) : []));

/** Cells with their geometry: a cell that spans rows pushes the cells of later rows to the right. */
function gridOf(table: Element, number: number): GridCell[][] {
  const taken: boolean[][] = [];
  const rows = rowsOf(table).filter((row) => !isHidden(row));
  return rows.map((row, rowIndex) => {
    let column = 0;
    return row.childNodes
      .filter(isElement)
      .filter(({ tagName }) => tagName === 'td' || tagName === 'th')
      .map((cell) => {
        while (taken[rowIndex]?.[column]) column += 1;
        const span = (name: string, most: number) => Math.min(most, Math.max(1, Number.parseInt(attribute(cell, name) ?? '1', 10) || 1));
        const colspan = span('colspan', 100);
        const rowspan = attribute(cell, 'rowspan') === '0' ? rows.length - rowIndex : span('rowspan', rows.length - rowIndex);
        for (let down = 0; down < rowspan; down += 1) {
          const line = (taken[rowIndex + down] ??= []);
          for (let right = 0; right < colspan; right += 1) line[column + right] = true;
        }
        const placed: GridCell = {
          row: rowIndex,
          column,
          rowspan,
          colspan,
          text: folded(textOf(cell)) || (hasPicture(cell) ? '［图片］' : ''),
          place: { kind: 'grid', table: number, row: rowIndex + 1, column: column + 1 },
        };
        column += colspan;
        return placed;
      });
  });
}

/** Names of files that may hold a report. */
const document = /\.(?:docx?|wps|pdf|ofd|xlsx?|et|rtf|zip|rar)(?:[?#]|$)/i;

const declaredCharset = (bytes: Uint8Array) =>
  /charset\s*=\s*["']?([\w-]+)/i.exec(Buffer.from(bytes.subarray(0, 2048)).toString('latin1'))?.[1];
const dateOfPage = /(?:发布|公开|生成|成文|发文)(?:日期|时间)\s*[:：]?\s*(20\d{2})\s*[-年./]\s*(\d{1,2})\s*[-月./]\s*(\d{1,2})/;

/** A web page: headings, paragraphs and its data tables. A table that holds tables is layout and is walked through. */
export function openHtml(bytes: Uint8Array, charset?: string): OpenedDocument {
  const page = parse(decodeText(bytes, charset ?? declaredCharset(bytes)));
  const blocks: Block[] = [];
  const links: string[] = [];
  const attachments: { text: string; href: string }[] = [];
  let [tables, paragraphs, scripts, pictures] = [0, 0, 0, 0];
  let title: string | undefined;
  let running = '';
  const endParagraph = () => {
    for (const text of folded(running)
      .split('\n')
      .map((line) => line.trim())) {
      if (text !== '') blocks.push({ kind: 'paragraph', text, place: { kind: 'paragraph', paragraph: (paragraphs += 1) } });
    }
    running = '';
  };
  const walk = (node: Node): void => {
    if (!isElement(node)) {
      if (node.nodeName === '#text') running += (node as DefaultTreeAdapterTypes.TextNode).value;
      return;
    }
    const { tagName } = node;
    if (tagName === 'script') scripts += 1;
    if (tagName === 'img') pictures += 1;
    if (tagName === 'title') title = folded(node.childNodes.map(textOf).join(''));
    if (tagName === 'head')
      return node.childNodes.forEach((child) => isElement(child) && ['title', 'script'].includes(child.tagName) && walk(child));
    if (unseen.has(tagName) || isHidden(node)) return;
    const href = tagName === 'a' ? attribute(node, 'href') : undefined;
    if (href) {
      const text = folded(textOf(node));
      links.push(text);
      if (document.test(href) || document.test(text)) attachments.push({ text: text || href.replace(/^.*\//, ''), href });
    }
    if (tagName === 'table' && descendants(node, 'table').length === 0) {
      endParagraph();
      const caption = descendants(node, 'caption')[0];
      if (caption) running += textOf(caption);
      endParagraph();
      blocks.push({ kind: 'grid', isExact: true, rows: gridOf(node, (tables += 1)) });
      return;
    }
    const isHeading = /^h[1-6]$/.test(tagName);
    if (breaking.has(tagName)) endParagraph();
    if (isHeading) {
      const text = folded(textOf(node)).replaceAll('\n', '');
      if (text !== '') blocks.push({ kind: 'heading', text, place: { kind: 'paragraph', paragraph: (paragraphs += 1) } });
      return;
    }
    node.childNodes.forEach(walk);
    if (breaking.has(tagName)) endParagraph();
  };
  page.childNodes.forEach((node) => walk(node as Node));
  endParagraph();
  const wholeText = blocks.map((block) => (block.kind === 'grid' ? '' : block.text)).join('\n');
  const [, year, month, day] = dateOfPage.exec(wholeText) ?? [];
  const publicationDate = year ? `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}` : undefined;
  return { kind: 'opened', type: 'html', blocks, title, publicationDate, traits: { scripts, links, pictures, attachments } };
}
