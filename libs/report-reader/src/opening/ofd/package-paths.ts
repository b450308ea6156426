import { parseXml, type XmlElement } from '../docx/xml';

/** The parts of an OFD package. Producers write paths from the root or from the file that names them, with slashes or backslashes. */
export class OfdParts {
  private readonly byName: Map<string, Buffer>;

  constructor(parts: ReadonlyMap<string, Buffer>) {
    this.byName = new Map([...parts].map(([name, content]) => [name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase(), content]));
  }

  /** The name of a part that `from` (a part's own name) calls `location`. */
  resolve(from: string, location: string): string {
    const path = location.trim().replaceAll('\\', '/');
    const folder = path.startsWith('/') ? [] : from.split('/').slice(0, -1);
    return path.split('/').reduce<string[]>((all, step) => {
      if (step === '..') return all.slice(0, -1);
      return step === '' || step === '.' ? all : [...all, step];
    }, folder).join('/'); // prettier-ignore
  }

  /** The bytes of a part, none where the package has no such part or it was not inflated. */
  content(name: string): Buffer | undefined {
    const content = this.byName.get(name.toLowerCase());
    return content && content.length > 0 ? content : undefined;
  }

  /** The root element of a part, none where the package has no such part. */
  root(name: string): XmlElement | undefined {
    const content = this.content(name);
    if (!content) return undefined;
    return parseXml(content.toString('utf8').replace(/^\uFEFF/, '')).elements[0];
  }
}
