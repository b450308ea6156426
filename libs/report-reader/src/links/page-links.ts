import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { kindByBytes } from '../opening/kind-by-bytes';
import { decodeText } from '../opening/text/decode-text';
import { normalise } from '../recognition/normalise';
import { printedPublicationDate, type PrintedDate } from './printed-date';

/** A link of a page. `address` is absolute, `text` what a person reads. */
export interface PageLink {
  readonly address: string;
  readonly text: string;
}

/** The links of a web page that lead to annual reports, those to files attached to it, and the day it says it was published. */
export interface PageLinks {
  readonly kind: 'links';
  readonly isPage: boolean;
  readonly reports: readonly PageLink[];
  readonly attachments: readonly PageLink[];
  readonly published: PrintedDate | null;
}

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

const mostLinks = 500;
const reportText = /信息公开.*(?:年度?报告|年报)|20\d\d年?度?(?:政务公开)?年报/;
const attached = /\.(?:docx?|wps|pdf|xlsx?|et|ofd|rtf|zip|txt|jpe?g|png)$/i;

const attribute = (element: Element, name: string) => element.attrs.find((one) => one.name === name)?.value;
const textOf = (node: Node): string => ('value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : '');
const unseen = new Set(['script', 'style', 'template', 'noscript']);
/** What a person sees of a page, roughly. */
const shownText = (node: Node): string =>
  'value' in node
    ? node.value
    : 'tagName' in node && unseen.has(node.tagName)
      ? ''
      : 'childNodes' in node
        ? node.childNodes.map(shownText).join('')
        : '';

function elements(node: Node, named: string, found: Element[] = []): Element[] {
  const stack: Node[] = [node];
  while (stack.length > 0) {
    const next = stack.pop()!;
    if ('tagName' in next && next.tagName === named) found.push(next);
    if ('childNodes' in next) stack.push(...next.childNodes.toReversed());
  }
  return found;
}

/** An address as an absolute one of the web, without its fragment; `undefined` for scripts, mail and whatever else. */
function absolute(reference: string | undefined, base: string): string | undefined {
  if (!reference || reference.startsWith('#')) return undefined;
  try {
    const url = new URL(reference.trim(), base);
    url.hash = '';
    return /^https?:$/.test(url.protocol) ? url.href : undefined;
  } catch {
    return undefined;
  }
}

const fileOf = (address: string) =>
  decodeURIComponent(new URL(address).pathname.replaceAll(/%(?![0-9a-f]{2})/gi, '%25'))
    .split('/')
    .at(-1) ?? '';

function fileNameOf(address: string): string {
  try {
    return fileOf(address);
  } catch {
    return '';
  }
}

/** What a page fetched from `address` links to. Bytes that are no web page have no links. */
export function pageLinks(bytes: Uint8Array, address: string): PageLinks {
  if (kindByBytes(bytes) !== 'html') return { kind: 'links', isPage: false, reports: [], attachments: [], published: null };
  const tree = parse(decodeText(bytes));
  const base = absolute(elements(tree, 'base').map((element) => attribute(element, 'href'))[0], address) ?? address;
  const [reports, attachments] = [new Map<string, PageLink>(), new Map<string, PageLink>()];
  for (const element of elements(tree, 'a').slice(0, mostLinks * 4)) {
    const target = absolute(attribute(element, 'href'), base);
    if (!target || target === address) continue;
    const shown = [attribute(element, 'title') ?? '', textOf(element)].map((text) => text.replaceAll(/\s+/g, ' ').trim());
    const text = (shown.toSorted((one, other) => other.length - one.length)[0] ?? '').slice(0, 120);
    const file = fileNameOf(target);
    if (attached.test(file)) attachments.set(target, { address: target, text: text || file });
    else if (reportText.test(normalise(text)) && !/解读|目录|指南|制度/.test(text)) reports.set(target, { address: target, text });
  }
  return {
    kind: 'links',
    isPage: true,
    reports: [...reports.values()].slice(0, mostLinks),
    attachments: [...attachments.values()].slice(0, mostLinks),
    published: printedPublicationDate(shownText(tree)),
  };
}
