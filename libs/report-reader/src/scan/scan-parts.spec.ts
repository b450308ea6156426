import type { FigureReading, Place } from '@mingshu/report-format';
import { describe, expect, it } from 'vitest';
import type { PageContent } from '../opening/page/page-content';
import { aligned } from './aligned';
import { certainFigures } from './certain-figures';
import type { Box } from './crop';
import { greyPage } from './grey-page';
import { patches } from './ink';
import { isScanned } from './is-scanned';
import { loneStroke } from './lone-stroke';
import { pageRulings } from './page-rulings';
import { readCell } from './read-print';
import type { Recogniser } from './recogniser';
import type { ScannedPage } from './scan-page';
import { readScans } from './read-scans';
import { leaning, pointBefore, straightened, turned } from './straighten';

/** A white page on which strokes of three pixels are drawn from point to point. */
function drawn(width: number, height: number, strokes: readonly (readonly [number, number, number, number])[], shade = 0) {
  const data = new Uint8Array(width * height).fill(255);
  for (const [x1, y1, x2, y2] of strokes) {
    const steps = Math.ceil(Math.max(Math.abs(x2 - x1), Math.abs(y2 - y1)));
    for (let step = 0; step <= steps; step += 1) {
      const [x, y] = [Math.round(x1 + ((x2 - x1) * step) / steps), Math.round(y1 + ((y2 - y1) * step) / steps)];
      for (let dy = -1; dy <= 1; dy += 1) for (let dx = -1; dx <= 1; dx += 1) data[(y + dy) * width + x + dx] = shade;
    }
  }
  return greyPage({ width, height, channels: 1, data });
}

const cell: Box = { left: 0, top: 0, right: 100, bottom: 60 };
const strokeIn = (...strokes: readonly [number, number, number, number][]) => {
  const page = drawn(100, 60, strokes);
  return loneStroke(page, patches(page, cell, page.threshold), cell);
};

describe('a page that leans', () => {
  const degrees = 0.6;
  const slope = Math.tan((degrees * Math.PI) / 180);
  const lines = Array.from({ length: 8 }, (_, place) => [50, 100 + place * 80, 750, 100 + place * 80 + 700 * slope] as const);

  it('is found to lean and put straight', () => {
    const page = drawn(800, 900, lines);
    const angle = leaning(page);
    expect((angle * 180) / Math.PI).toBeCloseTo(degrees, 1);
    expect(Math.abs(leaning(straightened(page, angle)))).toBeLessThan(0.001);
  });

  it('and lies on its side gives back every point of the page as it came', () => {
    const page = drawn(300, 200, [[100, 50, 101, 50]]);
    for (const quarters of [0, 1, 2, 3] as const) {
      const upright = turned(page, quarters);
      const at = upright.data.findIndex((value) => value < 100);
      const point: [number, number] = [(at % upright.width) + 0.5, Math.floor(at / upright.width) + 0.5];
      const [x, y] = pointBefore(point, upright, 0, quarters);
      expect(Math.hypot(x - 100, y - 50)).toBeLessThan(4);
    }
  });
});

it('tells rulings from strokes of characters by their ends', () => {
  const table = [0, 1, 2].flatMap((place) => [
    [100, 100 + place * 60, 500, 100 + place * 60] as const,
    [100 + place * 200, 100, 100 + place * 200, 220] as const,
  ]);
  const rulings = pageRulings(drawn(800, 600, [...table, [150, 400, 400, 400], [600, 100, 600, 300]]));
  expect(rulings.map(({ isHorizontal, at }) => `${isHorizontal ? '横' : '竖'}${Math.round(at)}`).sort()).toEqual([
    '横100',
    '横160',
    '横220',
    '竖100',
    '竖300',
    '竖500',
  ]);
});

describe('a stroke alone in a cell', () => {
  it('is a slash or a dash by its shape', () => {
    expect(strokeIn([58, 15, 42, 45])).toBe('/');
    expect(strokeIn([40, 30, 62, 30])).toBe('—');
  });

  it('is neither where it could be a 1, a 7, or what is left of a ruling', () => {
    expect(strokeIn([50, 15, 50, 45])).toBeUndefined();
    expect(strokeIn([42, 15, 58, 15], [58, 15, 48, 45])).toBeUndefined();
    expect(strokeIn([2, 30, 98, 30])).toBeUndefined();
    expect(strokeIn([40, 55, 62, 55])).toBeUndefined();
  });
});

describe('a cell', () => {
  const digit: readonly [number, number, number, number][] = [[50, 15, 50, 45]];
  const says =
    (...answers: string[]): Recogniser['recognise'] =>
    async () =>
      [...(answers.length > 1 ? answers.shift()! : answers[0]!)].map((text, place) => ({ text, certainty: 0.99, at: place / 10 }));
  const read = async (recognise: Recogniser['recognise'], shade = 0) => {
    const page = drawn(100, 60, [...digit, [5, 55, 6, 55]]);
    const grey = shade ? { ...page, data: drawn(100, 60, digit, shade).data } : page;
    return (await readCell(grey, cell, { recognise })).map(({ characters, certainty }) => [
      characters.map(({ text }) => text).join(''),
      certainty,
    ]);
  };

  it('is certain where two readings say the same', async () => {
    expect(await read(says('1', '11'))).toEqual([['1', 0.99]]);
  });

  it('is never certain where readings differ or one is sure of another number', async () => {
    expect(await read(says('1', '77', '4', '9'))).toEqual([['1', 0]]);
    expect(await read(says('1', '77', '11'))).toEqual([['1', 0]]);
  });

  it('with a short stroke in front of it, no larger than dust, is no figure without a sign', async () => {
    const minus = drawn(100, 60, [...digit, [34, 30, 36, 30]]);
    const [print] = await readCell(minus, cell, { recognise: says('1', '11') });
    expect(print!.certainty).toBe(0.5);
    const [signed] = await readCell(minus, cell, { recognise: says('-1', '-1-1') });
    expect(signed!.certainty).toBe(0.99);
  });

  it('with ink that says nothing is not blank', async () => {
    expect(await read(says('', '', '', ''))).toEqual([['', 0]]);
    expect(await read(says(''), 170)).toEqual([['', 0]]);
  });
});

const page = (more: Partial<PageContent>): PageContent => ({ glyphs: [], rulings: [], pictures: 1, width: 595, height: 842, ...more });
const glyphs = (text: string) => [...text].map((one, place) => ({ text: one, left: place, right: place + 1, middle: 9, size: 1 }));

it('lets a table go on over sheets that lay differently on the glass, and keeps where it stood', () => {
  const sheet = (shift: number, stretch: number): ScannedPage => {
    const x = (at: number) => at * stretch + shift;
    const lines = [0, 1, 2].map((row) => ({ isHorizontal: true, at: 100 + 30 * row, from: x(50), to: x(500) }));
    const columns = [50, 200, 320, 500].map((at) => ({ isHorizontal: false, at: x(at), from: 100, to: 160 }));
    const glyph = { text: '7', left: x(250), right: x(260), middle: 115, size: 10, certainty: 1 };
    return { content: page({ glyphs: [glyph], rulings: [...lines, ...columns] }), onPage: (box) => box };
  };
  const second = aligned(sheet(14, 1.01), sheet(0, 1));
  expect(second.content.rulings.filter(({ isHorizontal }) => !isHorizontal).map(({ at }) => Math.round(at))).toEqual([50, 200, 320, 500]);
  expect(Math.round(second.content.glyphs[0]!.left)).toBe(250);
  expect(second.onPage({ left: 200, right: 320, top: 0, bottom: 9 })).toEqual({
    left: expect.closeTo(216),
    right: expect.closeTo(337.2),
    top: 0,
    bottom: 9,
  });
  expect(aligned(sheet(90, 1), sheet(0, 1)).content.rulings[3]!.at).toBe(140);
});

it('reads a page from its picture where there is hardly any text on it, or none that can be told', () => {
  expect(isScanned(page({ pictured: 0.9 }))).toBe(true);
  expect(isScanned(page({ pictured: 0.9, glyphs: glyphs('政府信息公开'.repeat(20)) }))).toBe(false);
  expect(isScanned(page({ pictured: 0.1 }))).toBe(false);
  expect(isScanned(page({ pictures: 0, glyphs: glyphs('\ue001\ue002政'.repeat(30)) }))).toBe(true);
});

it('makes no figure of print that is not certain, and no blank of a shadow', () => {
  const place = (left: number): Place => ({ kind: 'page', page: 1, box: [left, 0, left + 9, 9] });
  const of = (column: number, text: string, certainty?: number) => ({
    row: 0,
    column,
    rowspan: 1,
    colspan: 1,
    text,
    place: place(column),
    certainty,
  });
  const figure = (column: number, printed: string): FigureReading => ({
    state: 'number',
    value: Number(printed),
    printed,
    place: place(column),
  });
  const blank = (column: number): FigureReading => ({ state: 'blank', printed: '', place: place(column) });
  const read = certainFigures(
    {
      'disputes.review.upheld': figure(0, '3'),
      'disputes.review.other': figure(1, '8'),
      'disputes.review.total': blank(2),
      'disputes.review.pending': blank(3),
    },
    [{ kind: 'grid', isExact: true, rows: [[of(0, '3', 0.99), of(1, '8', 0.6), of(2, '', 0), of(3, '')]] }],
  );
  expect(Object.values(read).map((one) => [one!.state, 'printed' in one! ? one.printed : undefined])).toEqual([
    ['number', '3'],
    ['unread', '8'],
    ['unread', ''],
    ['blank', ''],
  ]);
});

it('reads only the pages that are pictures and keeps the others as they are', async () => {
  const title = glyphs('清河县柳河镇人民政府年度报告').map((glyph, place) => ({
    ...glyph,
    left: 40 + 12 * place,
    right: 52 + 12 * place,
    size: 12,
  }));
  const table = [
    [40, 100, 560, 100],
    [40, 160, 560, 160],
    [40, 100, 40, 160],
    [300, 100, 300, 160],
    [560, 100, 560, 160],
    [420, 115, 420, 145],
  ] as const;
  const { data, width, height } = drawn(600, 800, table);
  const recognise = async ({ width: wide, height: high }: { width: number; height: number }) =>
    [...(wide > high ? '11' : '1')].map((text, place) => ({ text, certainty: 0.99, at: place / 2 }));
  const asked: number[] = [];
  const blocks = await readScans(
    [page({ pictures: 0, glyphs: title }), page({ pictured: 1 })],
    [2],
    async (number) => (asked.push(number), { raster: { width, height, channels: 1, data }, width: 300, height: 400, pages: 2 }),
    { model: { recognise } },
  );
  expect(asked).toEqual([2]);
  expect(blocks[0]).toMatchObject({ kind: 'paragraph', text: '清河县柳河镇人民政府年度报告', place: { page: 1 } });
  const [, grid] = blocks;
  const cells = grid?.kind === 'grid' ? grid.rows.flat() : [];
  expect(
    cells.map(({ text, certainty, place }) => [text, certainty, place.kind === 'page' && [place.page, ...place.box.map(Math.round)]]),
  ).toEqual([
    ['', undefined, [2, 20, 50, 150, 80]],
    ['1', 0.99, [2, 150, 50, 280, 80]],
  ]);
});
