import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { placeKey, type DocumentView } from '@mingshu/report-format';
import { expect, it } from 'vitest';
import { readDocument } from '../read-document';
import { drawPage } from './draw-page';
import { pageImage, viewDocument } from './view-document';

const fixtures = fileURLToPath(new URL('../../../../test/fixtures/drawn', import.meta.url));
const document = (name: string) => {
  const folder = join(fixtures, name);
  return readFileSync(
    join(
      folder,
      readdirSync(folder).find((file) => file.startsWith('document.'))!,
    ),
  );
};
/** One document of every kind and shape. */
const names = readdirSync(fixtures).filter((name) => name.startsWith('2024-'));

const textsByPlace = (view: Extract<DocumentView, { kind: 'blocks' }>) =>
  new Map(
    view.blocks.flatMap((block) =>
      block.kind === 'grid'
        ? block.rows.flat().map(({ place, text }) => [placeKey(place), text] as const)
        : [[placeKey(block.place), block.text] as const],
    ),
  );
const plain = (text: string) => text.normalize('NFKC').replaceAll(/\s+/g, '');

it('shows every figure that was read at its own place, with the print it was read from', async () => {
  let figures = 0;
  for (const name of names) {
    const bytes = document(name);
    const [reading, view] = [await readDocument(bytes), await viewDocument(bytes)];
    if (reading.kind !== 'report' || view.kind === 'unreadable') throw new Error(`${name}: ${reading.kind}, ${view.kind}`);
    const texts = view.kind === 'blocks' ? textsByPlace(view) : undefined;
    for (const [cell, figure] of Object.entries(reading.figures)) {
      if (!('place' in figure) || !figure.place) continue;
      figures += 1;
      if (texts) {
        expect(plain(texts.get(placeKey(figure.place)) ?? 'no such place'), `${name} ${cell}`).toContain(plain(figure.printed));
        continue;
      }
      if (view.kind !== 'pages' || figure.place.kind !== 'page') throw new Error(`${name} ${cell}: not on a page`);
      const [left, top, right, bottom] = figure.place.box;
      const page = view.pages[figure.place.page - 1]!;
      expect(0 <= left && left < right && right <= page.width && 0 <= top && top < bottom && bottom <= page.height, `${name} ${cell}`).toBe(
        true,
      );
    }
  }
  expect(figures).toBeGreaterThan(190 * names.length);
}, 240_000);

it('keeps nothing of a hostile page but its words', async () => {
  const page = `<html><body><h1>年报</h1><p onclick="alert(1)">引言<script>alert(2)</script><img src=x onerror=alert(3)></p>
    <table><tr><td><a href="javascript:alert(4)">&lt;b&gt;1&lt;/b&gt;</a></td><td style="background:url(http://a.example)">2</td></tr></table></body></html>`;
  const view = await viewDocument(new TextEncoder().encode(page));
  expect(JSON.stringify(view)).not.toMatch(/alert|http|javascript|onerror/);
  expect(view).toMatchObject({ kind: 'blocks', isCut: false });
  expect(JSON.stringify(view)).toContain('<b>1</b>');
});

it('draws words as words, whatever they hold', () => {
  const glyph = (text: string) => ({ text, left: 1, right: 2, middle: 3, size: 4 });
  const drawing = drawPage({ glyphs: [glyph('<script>'), glyph('&'), glyph('\u0000')], rulings: [], pictures: 0, width: 100, height: 50 });
  expect(drawing).toContain('&lt;script&gt;');
  expect(drawing).not.toMatch(/<script|&(?!amp;|lt;|gt;)/);
});

it('shows the end of a very long document as left out, and refuses a page that is not there', async () => {
  const lines = Array.from({ length: 9000 }, (_, line) => `第${line}行`).join('\n');
  expect(await viewDocument(new TextEncoder().encode(lines))).toMatchObject({ kind: 'blocks', isCut: true });
  expect((await pageImage(document('2024-pdf-drawn-lines'), 99, 96)).kind).toBe('unreadable');
});

it('draws a page in typefaces the document lacks itself, every character that is read', async () => {
  const drawn = await pageImage(document('2024-pdf-drawn-lines'), 1, 96);
  if (drawn.kind !== 'page-image') throw new Error(drawn.sentence);
  expect(drawn.type).toBe('image/svg+xml');
  const words = new TextDecoder().decode(drawn.bytes).replaceAll(/<[^>]*>/g, '');
  expect(words).toContain('政府信息公开工作年度报告');
});
