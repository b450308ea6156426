import type { XmlElement } from '../docx/xml';
import { at, times, type Matrix } from '../page/matrix';
import type { Glyph, Ruling } from '../page/page-content';
import { rulingsOf } from '../page/rulings';
import { refuse } from '../refusals';
import { localName, named, textIn } from '../xml-names';

const mostGlyphs = 100_000;
const mostRulings = 20_000;
const deepest = 30;

/** Numbers of an attribute, which OFD parts by blanks. */
export const numbers = (text: string | undefined): number[] =>
  (text ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number)
    .filter(Number.isFinite);

/** Steps between characters; `g n v` stands for v, n times. At most `count` are needed. */
export function steps(text: string | undefined, count: number): number[] {
  const parts = (text ?? '').trim().split(/[\s,]+/);
  const all: number[] = [];
  for (let place = 0; place < parts.length && all.length < count; place += 1) {
    if (parts[place] !== 'g') all.push(Number(parts[place]));
    else {
      const [times, step] = [Number(parts[place + 1]), Number(parts[place + 2])];
      for (let one = 0; one < times && all.length < count; one += 1) all.push(step);
      place += 2;
    }
  }
  return all.every(Number.isFinite) ? all : [];
}

const isOff = (element: XmlElement, name: string) => element.attribute(name)?.toLowerCase() === 'false';
const isInvisible = (element: XmlElement) => isOff(element, 'Visible') || element.attribute('Alpha') === '0';
const isNarrow = (character: string) => character.charCodeAt(0) < 128;

/** A picture a page shows: the resource it names, and its box on the page in points. */
export interface PlacedPicture {
  readonly resource: string;
  readonly box: readonly [left: number, top: number, right: number, bottom: number];
}

/** What the objects of a page draw, in points from its top left. */
export class Drawing {
  readonly glyphs: Glyph[] = [];
  readonly rulings: Ruling[] = [];
  pictures = 0;
  readonly placedPictures: PlacedPicture[] = [];
  /** Paths that draw no line: many of them and no text mean that the text was turned into outlines. */
  shapes = 0;

  /** `page` turns millimetres of the page into points. */
  constructor(private readonly page: Matrix) {}

  /** Draws the objects inside a layer or block; blocks may lie in blocks. */
  draw(element: XmlElement, depth = 0): void {
    if (depth > deepest) refuse('damaged');
    for (const child of element.elements) {
      if (isInvisible(child)) continue;
      const name = localName(child);
      if (name === 'TextObject') this.text(child);
      else if (name === 'PathObject') this.path(child);
      else if (name === 'ImageObject') this.picture(child);
      else if (name === 'CompositeObject') this.pictures += 1;
      else if (name === 'Layer' || name === 'PageBlock' || name === 'Content') this.draw(child, depth + 1);
    }
  }

  /** From an object's own space to the page: its matrix, then the corner of its boundary. */
  private space(element: XmlElement): Matrix {
    const boundary = numbers(element.attribute('Boundary'));
    if (boundary.length !== 4) refuse('damaged');
    const [x = 0, y = 0] = boundary;
    const own = numbers(element.attribute('CTM'));
    const moved = times(this.page, [1, 0, 0, 1, x, y]);
    return own.length === 6 ? times(moved, own as unknown as Matrix) : moved;
  }

  private picture(element: XmlElement): void {
    this.pictures += 1;
    const [x = 0, y = 0, width = 0, height = 0] = numbers(element.attribute('Boundary'));
    const [left, top] = at(this.page, x, y);
    const [right, bottom] = at(this.page, x + width, y + height);
    this.placedPictures.push({ resource: element.attribute('ResourceID') ?? '', box: [left, top, right, bottom] });
  }

  private text(element: XmlElement): void {
    if (isOff(element, 'Fill') && element.attribute('Stroke') !== 'true') return;
    const space = this.space(element);
    const size = Number(element.attribute('Size') ?? 0);
    const stretch = Number(element.attribute('HScale') ?? 1) || 1;
    let [x, y] = [0, 0];
    for (const code of named(element, 'TextCode')) {
      const characters = [...textIn(code)];
      [x, y] = [numbers(code.attribute('X'))[0] ?? x, numbers(code.attribute('Y'))[0] ?? y];
      const [across, down] = [steps(code.attribute('DeltaX'), characters.length), steps(code.attribute('DeltaY'), characters.length)];
      characters.forEach((character, place) => {
        const width = size * stretch * (isNarrow(character) ? 0.5 : 1);
        this.glyph(character, space, x, y, width, size);
        x += across[place] ?? (down.length > 0 ? 0 : width);
        y += down[place] ?? 0;
      });
    }
  }

  private glyph(text: string, space: Matrix, x: number, y: number, width: number, size: number): void {
    if (text.trim() === '') return;
    if (this.glyphs.length >= mostGlyphs) refuse('bomb');
    const [[left, base], [right, rightBase]] = [at(space, x, y), at(space, x + width, y)];
    const height = Math.hypot(space[2], space[3]) * size || 1;
    const isUpright = Math.abs(rightBase - base) <= Math.abs(right - left) + 0.01;
    if (![left, right, base, height].every(Number.isFinite) || !isUpright) return;
    this.glyphs.push({ text, left: Math.min(left, right), right: Math.max(left, right), middle: base - height * 0.35, size: height });
  }

  private path(element: XmlElement): void {
    const space = this.space(element);
    const [isStroked, isFilled] = [!isOff(element, 'Stroke'), element.attribute('Fill') === 'true'];
    const data = named(element, 'AbbreviatedData').map(textIn).join(' ');
    const found = pathLines(data, (x, y) => at(space, x, y), isStroked, isFilled);
    if (found.length === 0) this.shapes += 1;
    if (this.rulings.length + found.length > mostRulings) refuse('bomb');
    this.rulings.push(...found);
  }
}

type Point = readonly [number, number];
const boxOf = (points: readonly Point[]): [number, number, number, number] => [
  Math.min(...points.map(([x]) => x)),
  Math.min(...points.map(([, y]) => y)),
  Math.max(...points.map(([x]) => x)),
  Math.max(...points.map(([, y]) => y)),
];

/** How many points follow a drawing word: S and M begin, L is a line, Q and B are curves, A is an arc, C closes. */
const pointsAfter: Readonly<Record<string, number>> = { S: 1, M: 1, L: 1, Q: 2, B: 3, C: 0 };

/** Straight level lines of a path: each stroked piece for itself, a filled figure where it is thin. */
function pathLines(data: string, place: (x: number, y: number) => Point, isStroked: boolean, isFilled: boolean): Ruling[] {
  const words = data.trim().split(/[\s,]+/);
  const lines: Ruling[] = [];
  let figure: Point[] = [];
  const stroke = (from: Point | undefined, to: Point | undefined) => {
    if (isStroked && from && to) lines.push(...rulingsOf(boxOf([from, to]), false));
  };
  const end = () => {
    if (isFilled && figure.length > 2 && figure.length < 1000) lines.push(...rulingsOf(boxOf(figure), false));
    figure = [];
  };
  for (let index = 0; index < words.length && lines.length <= mostRulings;) {
    const word = words[index]!;
    index += 1;
    if (word === 'A') {
      figure.push(place(Number(words[index + 5]), Number(words[index + 6])));
      index += 7;
      continue;
    }
    const count = pointsAfter[word];
    if (count === undefined) continue;
    const points = Array.from({ length: count }, (_, point) =>
      place(Number(words[index + 2 * point]), Number(words[index + 2 * point + 1])),
    );
    index += 2 * count;
    if (points.flat().some((value) => !Number.isFinite(value))) continue;
    if (word === 'S' || word === 'M') end();
    if (word === 'L') stroke(figure.at(-1), points[0]);
    if (word === 'C' && figure.length > 2) stroke(figure.at(-1), figure[0]);
    figure.push(...points);
  }
  end();
  return lines;
}
