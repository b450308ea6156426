import { lattices, type Lattice, type LatticeCell } from '../opening/page/lattice';
import type { Glyph, PageContent, Ruling } from '../opening/page/page-content';
import { greyOf, type PageRaster } from '../picture/raster';
import type { Box } from './crop';
import { greyPage, type GreyPage } from './grey-page';
import { isDust, patches, printLines, type Patch } from './ink';
import { pageRulings } from './page-rulings';
import { characterLine, readCell, readLine, type Print } from './read-print';
import type { Recogniser } from './recogniser';
import { leaning, pointBefore, straightened, turned, type Quarter } from './straighten';

/** A scan is read at 200 dots an inch of A4, whatever size it claims. */
const dots = 200;
const points = 72 / dots;
const inset = 5;
const leastLine = 14;
const leastTable = { width: 60, height: 12 };

/** Pixels a page must be wide to be read: A4 upright or lying. */
export const pixelsToRead = ({ width, height }: { width: number; height: number }): number =>
  Math.round((width > height ? 842 : 595) / points);

/** A page read from its picture: its content upright and straight, and the way from a box there to the same box on the page as it came. */
export interface ScannedPage {
  readonly content: PageContent;
  readonly onPage: (box: Box) => Box;
}

interface StraightPage {
  readonly page: GreyPage;
  readonly angle: number;
  readonly quarters: Quarter;
  readonly rulings: readonly Ruling[];
  readonly tables: readonly Lattice[];
}

const inPixels = ({ left, top, right, bottom }: Box, margin = 0): Box => ({
  left: Math.round(left / points) + margin,
  top: Math.round(top / points) + margin,
  right: Math.round(right / points) - margin,
  bottom: Math.round(bottom / points) - margin,
});

/** The rulings of a table; a few strokes of a large character that happen to close a field are none. */
const isTable = ({ left, right, top, bottom }: Lattice) => right - left >= leastTable.width && bottom - top >= leastTable.height;

function straightPage(raw: GreyPage, quarters: Quarter): StraightPage {
  const upright = turned(raw, quarters);
  const angle = leaning(upright);
  const page = Math.abs(angle) > 0.0014 ? straightened(upright, angle) : upright;
  const rulings = pageRulings(page).map((ruling) => ({
    ...ruling,
    at: ruling.at * points,
    from: ruling.from * points,
    to: ruling.to * points,
  }));
  const tables = lattices(rulings).filter(isTable);
  const isOfTable = ({ isHorizontal, at, from, to }: Ruling) =>
    tables.some(({ left, right, top, bottom }) =>
      isHorizontal
        ? at >= top - 1 && at <= bottom + 1 && to > left && from < right
        : at >= left - 1 && at <= right + 1 && to > top && from < bottom,
    );
  return { page, angle, quarters, rulings: rulings.filter(isOfTable), tables };
}

/** Lines of print outside the tables. */
function looseLines({ page, tables }: StraightPage): Box[] {
  const regions = tables.map((table) => inPixels(table, -8));
  const whole = { left: 4, top: 4, right: page.width - 4, bottom: page.height - 4 };
  const isInside = (patch: Patch) =>
    regions.some(({ left, top, right, bottom }) => patch.right > left && patch.left < right && patch.bottom > top && patch.top < bottom);
  const ink = patches(page, whole, page.threshold).filter((patch) => !isDust(patch) && !isInside(patch) && patch.bottom - patch.top < 200);
  return printLines(ink, leastLine).map(({ box }) => box);
}

/** The characters of a print as glyphs of the page; ink that says nothing stays as a glyph without text. */
function glyphsOf({ box, characters, certainty }: Print, cell?: LatticeCell): Glyph[] {
  const size = (box.bottom - box.top) * points;
  const middle = ((box.top + box.bottom) / 2) * points;
  const at = (share: number) => (box.left + share * (box.right - box.left)) * points;
  const all = characters.length === 0 ? [{ text: '', certainty, at: 0.5 }] : characters;
  return all.map((character) => {
    const half = (/^[\x20-\x7e]$/.test(character.text) ? 0.25 : 0.5) * size;
    const centre = at(character.at);
    const inside = cell ? Math.max(cell.left + 0.5, Math.min(cell.right - 0.5, centre)) : centre;
    return {
      text: character.text.trim(),
      left: inside - half,
      right: inside + half,
      middle,
      size,
      certainty: Math.min(certainty, character.certainty),
    };
  });
}

const overlap = (one: LatticeCell, other: LatticeCell) =>
  one.row < other.row + other.rowspan &&
  other.row < one.row + one.rowspan &&
  one.column < other.column + other.colspan &&
  other.column < one.column + one.colspan;

/** What a table prints. Cells that overlap are a sign of a lost ruling: nothing in them is certain. */
async function tableGlyphs(page: GreyPage, { cells }: Lattice, model: Recogniser): Promise<Glyph[]> {
  const glyphs: Glyph[] = [];
  for (const cell of cells) {
    const isOverlapped = cells.some((other) => other !== cell && overlap(cell, other));
    for (const print of await readCell(page, inPixels(cell, inset), model))
      glyphs.push(...glyphsOf(isOverlapped ? { ...print, certainty: 0 } : print, cell));
  }
  return glyphs;
}

/** `count` of many, evenly spread. */
const every = <Item>(items: readonly Item[], count: number): Item[] =>
  items.length <= count
    ? [...items]
    : Array.from({ length: count }, (_, place) => items[Math.floor(((place + 0.5) * items.length) / count)]!);

/** How well a few prints of a page read as Chinese, from 0 to 1. */
async function legibility(straight: StraightPage, model: Recogniser): Promise<number> {
  const cells = straight.tables
    .flatMap(({ cells: own }) => own)
    .map((cell) => inPixels(cell, inset))
    .filter(({ left, right, top, bottom }) => right - left > 100 && bottom - top < 300);
  const scores: number[] = [];
  for (const box of [...every(looseLines(straight), 3), ...every(cells, 5)]) {
    const ink = patches(straight.page, box, straight.page.threshold).filter((patch) => !isDust(patch));
    const line = printLines(ink, leastLine)[0];
    if (!line) continue;
    const characters = await characterLine(straight.page, line.box, model);
    const isChinese = characters.filter(({ text }) => /\p{Script=Han}/u.test(text)).length >= 2;
    scores.push(isChinese ? characters.reduce((sum, { certainty }) => sum + certainty, 0) / characters.length : 0);
  }
  return scores.length === 0 ? 0 : scores.reduce((sum, score) => sum + score, 0) / scores.length;
}

/** The page upright: other quarters are tried only where it reads badly as it lies. */
async function uprightPage(raw: GreyPage, model: Recogniser): Promise<StraightPage> {
  let best: { page: StraightPage; score: number } | undefined;
  for (const quarters of [0, 1, 3, 2] as const) {
    const page = straightPage(raw, quarters);
    const score = await legibility(page, model);
    if (!best || score > best.score) best = { page, score };
    if (score > 0.7) break;
  }
  return best!.page;
}

/** Reads a page from its picture: rulings, what each cell of its tables prints, and the lines outside them. Sizes in points of A4. */
export async function scanPage({ raster, width }: PageRaster, model: Recogniser): Promise<ScannedPage> {
  const straight = await uprightPage(greyPage(greyOf(raster)), model);
  const { page, angle, quarters, rulings, tables } = straight;
  const glyphs: Glyph[] = [];
  for (const table of tables) glyphs.push(...(await tableGlyphs(page, table, model)));
  for (const box of looseLines(straight)) glyphs.push(...glyphsOf(await readLine(page, box, model)));
  const scale = width / raster.width;
  return {
    content: { glyphs, rulings, pictures: 1, width: page.width * points, height: page.height * points },
    onPage: ({ left, top, right, bottom }) => {
      const [x, y] = pointBefore([(left + right) / 2 / points, (top + bottom) / 2 / points], page, angle, quarters);
      const [wide, high] = [(right - left) / 2 / points, (bottom - top) / 2 / points];
      const [across, down] = quarters % 2 === 0 ? [wide, high] : [high, wide];
      return { left: (x - across) * scale, top: (y - down) * scale, right: (x + across) * scale, bottom: (y + down) * scale };
    },
  };
}
