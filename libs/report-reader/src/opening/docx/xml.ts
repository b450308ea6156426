import { SaxesParser } from 'saxes';
import { refuse } from '../refusals';

/** An element of a package part. Text is kept as children, so that order survives. */
export class XmlElement {
  readonly children: (XmlElement | string)[] = [];

  constructor(
    readonly name: string,
    private readonly attributes: Readonly<Record<string, string>>,
  ) {}

  attribute(name: string): string | undefined {
    return this.attributes[name];
  }

  get elements(): XmlElement[] {
    return this.children.filter((child): child is XmlElement => child instanceof XmlElement);
  }

  /** Direct children of a name. */
  all(name: string): XmlElement[] {
    return this.elements.filter((child) => child.name === name);
  }

  first(name: string): XmlElement | undefined {
    return this.children.find((child): child is XmlElement => child instanceof XmlElement && child.name === name);
  }

  /** The value that most elements carry: `w:val` of a child. */
  value(name: string): string | undefined {
    return this.first(name)?.attribute('w:val');
  }

  /** The first element of a name at any depth. */
  deep(name: string): XmlElement | undefined {
    for (const child of this.elements) {
      const found = child.name === name ? child : child.deep(name);
      if (found) return found;
    }
    return undefined;
  }
}

/** The prefixes we know elements by, whatever a writer calls them and whichever of the two standards (transitional, strict) it follows. */
const knownPrefixes: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
};

/** Names in the prefixes we know; only writers with other prefixes need their names changed. */
class Prefixes {
  private readonly renamed = new Map<string, string>();

  learn(attributes: Readonly<Record<string, string>>): void {
    for (const name in attributes) {
      if (!name.startsWith('xmlns')) continue;
      const prefix = name.slice(6);
      const known = knownPrefixes[attributes[name]!];
      if (known !== undefined && known !== prefix) this.renamed.set(prefix, known);
    }
  }

  name(name: string, isElement: boolean): string {
    if (this.renamed.size === 0) return name;
    const colon = name.indexOf(':');
    if (colon < 0 && !isElement) return name;
    const known = this.renamed.get(colon < 0 ? '' : name.slice(0, colon));
    return known === undefined ? name : `${known}:${name.slice(colon + 1)}`;
  }

  attributes(given: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
    if (this.renamed.size === 0) return given;
    return Object.fromEntries(Object.entries(given).map(([name, value]) => [this.name(name, false), value]));
  }
}

/** Parses a part without entities of its own: a document type is refused, so nothing can expand or be fetched. */
export function parseXml(text: string): XmlElement {
  const root = new XmlElement('', {});
  const open: XmlElement[] = [root];
  const prefixes = new Prefixes();
  const parser = new SaxesParser();
  parser.on('doctype', () => refuse('damaged', '文件内含有不应出现的外部定义，出于安全未打开。请让填报单位重新另存为 Word（.docx）。'));
  parser.on('opentag', ({ name, attributes }) => {
    prefixes.learn(attributes as Record<string, string>);
    const element = new XmlElement(prefixes.name(name, true), prefixes.attributes(attributes as Record<string, string>));
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', (part) => open.at(-1)!.children.push(part));
  parser.on('cdata', (part) => open.at(-1)!.children.push(part));
  parser.on('error', (error) => {
    throw error;
  });
  try {
    parser.write(text).close();
  } catch (error) {
    if (error instanceof Error && 'answer' in error) throw error;
    refuse('damaged');
  }
  return root;
}
