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
    return this.elements.find((child) => child.name === name);
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

/** Parses a part without entities of its own: a document type is refused, so nothing can expand or be fetched. */
export function parseXml(text: string): XmlElement {
  const root = new XmlElement('', {});
  const open: XmlElement[] = [root];
  const parser = new SaxesParser();
  parser.on('doctype', () => refuse('damaged', '文件内含有不应出现的外部定义，出于安全未打开。请让填报单位重新另存为 Word（.docx）。'));
  parser.on('opentag', ({ name, attributes }) => {
    const element = new XmlElement(name, attributes as Record<string, string>);
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', (part) => open.at(-1)!.children.push(part));
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
