import type { OpenedDocument } from '../../document';
import { rasterisePicture } from '../../picture/rasterise-picture';
import type { PageRaster } from '../../picture/raster';
import { isScanned } from '../../scan/is-scanned';
import { readScans, type Scans } from '../../scan/read-scans';
import { pixelsToRead } from '../../scan/scan-page';
import type { XmlElement } from '../docx/xml';
import type { Matrix } from '../page/matrix';
import { blocksOfPages } from '../page/page-blocks';
import { kindByBytes } from '../kind-by-bytes';
import type { PageContent } from '../page/page-content';
import { withoutDoubles } from '../page/without-doubles';
import { refuse } from '../refusals';
import { firstNamed, named, textIn } from '../xml-names';
import { readZip } from '../zip';
import { Drawing, numbers, type PlacedPicture } from './drawing';
import { OfdParts } from './package-paths';

const mostPages = 60;
const points = 72 / 25.4;
const sheet = [0, 0, 210, 297] as const;

/** A picture that covers this part of a page is the page. */
const wholePage = 0.85;

const withoutText = '这份 OFD 的页面是图片或图形，没有可识读的文字。请让填报单位提供 Word（.docx）文件，或改为手工录入。';

/** A page of an OFD document. `picture` names the part that holds the picture which is the whole page. */
interface OfdPage extends PageContent {
  readonly shapes: number;
  readonly picture?: string;
}

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
  page(entry: XmlElement): OfdPage {
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
    const { glyphs, rulings, pictures, placedPictures, shapes } = drawing;
    const size = { width: width * points, height: height * points };
    const covered = placedPictures.map((placed) => coveredShare(placed, size));
    const widest = covered.indexOf(Math.max(...covered));
    const picture = (covered[widest] ?? 0) >= wholePage ? this.pictureFile(placedPictures[widest]!.resource) : undefined;
    return {
      ...{ glyphs: withoutDoubles(glyphs), rulings, pictures, shapes, ...size },
      ...(picture ? { picture, pictured: covered[widest] } : {}),
    };
  }

  /** The part that holds a picture, by the number objects call it by. */
  private pictureFile(resource: string): string | undefined {
    const lists = ['PublicRes', 'DocumentRes'].flatMap((list) => (this.common ? named(this.common, list) : []));
    for (const list of lists) {
      const name = this.parts.resolve(this.name, textIn(list));
      const root = this.parts.root(name);
      const media = (root ? named(root, 'MultiMedias') : [])
        .flatMap((group) => named(group, 'MultiMedia'))
        .find((one) => one.attribute('ID') === resource);
      const file = media && textIn(firstNamed(media, 'MediaFile')).trim();
      if (root && file) return this.parts.resolve(this.parts.resolve(name, `${root.attribute('BaseLoc') ?? '.'}/-`), file);
    }
    return undefined;
  }

  private part(entry: XmlElement): XmlElement | undefined {
    return this.parts.root(this.parts.resolve(this.name, entry.attribute('BaseLoc') ?? ''));
  }

  private box(area: XmlElement | undefined): number[] | undefined {
    const box = numbers(textIn(firstNamed(area, 'PhysicalBox')));
    return box.length === 4 && box[2]! > 0 && box[3]! > 0 ? box : undefined;
  }
}

const coveredShare = ({ box: [left, top, right, bottom] }: PlacedPicture, { width, height }: { width: number; height: number }) =>
  (Math.max(0, Math.min(right, width) - Math.max(left, 0)) * Math.max(0, Math.min(bottom, height) - Math.max(top, 0))) / (width * height);

/** Characters turned into outlines and pictures that are no whole page cannot be read; a locked package has parts that say so. */
function refuseWithoutText(pages: readonly OfdPage[], names: readonly string[]): void {
  if (pages.some(isScanned)) return;
  const characters = pages.reduce((sum, { glyphs }) => sum + glyphs.length, 0);
  if (characters >= 50 || !pages.some(({ pictures, shapes }) => pictures + shapes > 0)) return;
  if (names.some((name) => /encrypt/i.test(name))) refuse('password');
  refuse('unsupported_type', withoutText);
}

/**
 * What the pages of an OFD document (GB/T 33190) print and draw, for reading them and for showing them, from the inflated parts of its
 * package. Throws a refusal where it is damaged, too long, or has no characters.
 */
export function ofdPages(inflated: ReadonlyMap<string, Buffer>): OfdPage[] {
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

/** Page `page` (from 1) of an OFD document where it is a picture; `undefined` for a page with text and for any other package. Throws a refusal where the picture cannot be decoded. */
export async function rasteriseOfd(
  bytes: Uint8Array,
  page: number,
  pixelsWide: (points: { width: number; height: number }) => number,
  mayGrow = false,
): Promise<PageRaster | undefined> {
  const inflated = await readZip(bytes, (name) => /\.xml$/i.test(name));
  if (!inflated.has('OFD.xml')) return undefined;
  const pages = ofdPages(inflated);
  const asked = pages[page - 1];
  if (!asked?.picture || !isScanned(asked)) return undefined;
  const isAsked = (name: string) => new OfdParts(new Map([[name, Buffer.of(1)]])).content(asked.picture!) !== undefined;
  const picture = new OfdParts(await readZip(bytes, isAsked)).content(asked.picture);
  if (!picture || kindByBytes(picture) !== 'picture') return refuse('unsupported_type', withoutText);
  const { width, height } = asked;
  const { raster } = await rasterisePicture(picture, 1, () => pixelsWide({ width, height }), mayGrow);
  return { raster, width, height, pages: pages.length };
}

/** An OFD document: its characters and lines go the way of a PDF's, and so do pages that are pictures. */
export async function openOfd(inflated: ReadonlyMap<string, Buffer>, bytes: Uint8Array, scans: Scans = 'none'): Promise<OpenedDocument> {
  const pages = ofdPages(inflated);
  const scanned = pages.flatMap((page, index) => (isScanned(page) ? [index + 1] : []));
  const traits = { scripts: 0, links: [], pictures: pages.reduce((sum, page) => sum + page.pictures, 0) };
  if (scanned.length === 0) return { kind: 'opened', type: 'ofd', blocks: blocksOfPages(pages), traits };
  if (typeof scans === 'string') return refuse('scanned');
  const draw = async (page: number) => (await rasteriseOfd(bytes, page, pixelsToRead, true)) ?? refuse('damaged');
  return { kind: 'opened', type: 'ofd', blocks: await readScans(pages, scanned, draw, scans), traits };
}
