import type { OpenedDocument } from '../../document';
import type { XmlElement } from '../docx/xml';
import type { Matrix } from '../page/matrix';
import { blocksOfPages } from '../page/page-blocks';
import type { PageContent } from '../page/page-content';
import { withoutDoubles } from '../page/without-doubles';
import { refuse } from '../refusals';
import { firstNamed, named, textIn } from '../xml-names';
import { Drawing, numbers } from './drawing';
import { OfdParts } from './package-paths';

const mostPages = 60;
const points = 72 / 25.4;
const sheet = [0, 0, 210, 297] as const;

const withoutText = '这份 OFD 的页面是图片或图形，没有可识读的文字。请让填报单位提供 Word（.docx）文件，或改为手工录入。';

/** One document of a package: its page templates, its usual sheet and where its pages are. */
class OfdDocument {
  private readonly common: XmlElement | undefined;
  readonly pages: readonly XmlElement[];

  constructor(
    private readonly parts: OfdParts,
    private readonly name: string,
  ) {
    const root = parts.root(name);
    this.common = firstNamed(root, 'CommonData');
    this.pages = named(firstNamed(root, 'Pages') ?? root ?? refuse('damaged'), 'Page');
  }

  /** What a page draws, its templates first. */
  page(entry: XmlElement): PageContent & { shapes: number } {
    const root = this.part(entry);
    const [left = 0, top = 0, width = sheet[2], height = sheet[3]] =
      this.box(firstNamed(root, 'Area')) ?? this.box(firstNamed(this.common, 'PageArea')) ?? sheet;
    const toPoints: Matrix = [points, 0, 0, points, -left * points, -top * points];
    const drawing = new Drawing(toPoints);
    for (const use of root ? named(root, 'Template') : []) {
      const template = (this.common ? named(this.common, 'TemplatePage') : []).find(
        (one) => one.attribute('ID') === use.attribute('TemplateID'),
      );
      const content = template && firstNamed(this.part(template), 'Content');
      if (content) drawing.draw(content);
    }
    const content = firstNamed(root, 'Content');
    if (content) drawing.draw(content);
    const { glyphs, rulings, pictures, shapes } = drawing;
    return { glyphs: withoutDoubles(glyphs), rulings, pictures, shapes, width: width * points, height: height * points };
  }

  private part(entry: XmlElement): XmlElement | undefined {
    return this.parts.root(this.parts.resolve(this.name, entry.attribute('BaseLoc') ?? ''));
  }

  private box(area: XmlElement | undefined): number[] | undefined {
    const box = numbers(textIn(firstNamed(area, 'PhysicalBox')));
    return box.length === 4 && box[2]! > 0 && box[3]! > 0 ? box : undefined;
  }
}

/** Characters turned into outlines and pictures of pages cannot be read; a locked package has parts that say so. */
function refuseWithoutText(pages: readonly (PageContent & { shapes: number })[], names: readonly string[]): void {
  const characters = pages.reduce((sum, { glyphs }) => sum + glyphs.length, 0);
  if (characters >= 50 || !pages.some(({ pictures, shapes }) => pictures + shapes > 0)) return;
  if (names.some((name) => /encrypt/i.test(name))) refuse('password');
  refuse('unsupported_type', withoutText);
}

/**
 * What the pages of an OFD document (GB/T 33190) print and draw, for reading them and for showing them, from the inflated parts of its
 * package. Throws a refusal where it is damaged, too long, or has no characters.
 */
export function ofdPages(inflated: ReadonlyMap<string, Buffer>): PageContent[] {
  const parts = new OfdParts(inflated);
  const root = parts.root('OFD.xml') ?? refuse('damaged');
  const documents = named(root, 'DocBody').map(
    (body) => new OfdDocument(parts, parts.resolve('OFD.xml', textIn(firstNamed(body, 'DocRoot')))),
  );
  const count = documents.reduce((sum, { pages }) => sum + pages.length, 0);
  if (count === 0) refuse('damaged');
  if (count > mostPages) refuse('too_large', `这份 OFD 有 ${count} 页，远多于一份年度报告，未打开。请只导入报告本身。`);
  const pages = documents.flatMap((document) => document.pages.map((entry) => document.page(entry)));
  refuseWithoutText(pages, [...inflated.keys()]);
  return pages;
}

/** An OFD document: its characters and lines go the way of a PDF's. */
export function openOfd(inflated: ReadonlyMap<string, Buffer>): OpenedDocument {
  const pages = ofdPages(inflated);
  const pictures = pages.reduce((sum, page) => sum + page.pictures, 0);
  return { kind: 'opened', type: 'ofd', blocks: blocksOfPages(pages), traits: { scripts: 0, links: [], pictures } };
}
