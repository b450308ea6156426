import { lattices } from '../opening/page/lattice';
import type { ScannedPage } from './scan-page';

/** How far a feeder shifts or stretches one sheet against the next; more than that is another table. */
const mostStretch = 0.03;
const mostShift = 60;

/**
 * A scanned page pushed sideways so that its first table stands as the last one of the page before: no two sheets lie alike on the glass,
 * and a table that goes on over the page is told by its columns. Places lead back to the page as it came.
 */
export function aligned(page: ScannedPage, before: ScannedPage): ScannedPage {
  const last = lattices(before.content.rulings).at(-1);
  const [first] = lattices(page.content.rulings);
  if (!last || !first) return page;
  const stretch = (last.right - last.left) / (first.right - first.left);
  const shift = last.left - first.left * stretch;
  if (Math.abs(stretch - 1) > mostStretch || Math.abs(shift) > mostShift) return page;
  const moved = (x: number) => x * stretch + shift;
  const back = (x: number) => (x - shift) / stretch;
  const { glyphs, rulings } = page.content;
  return {
    content: {
      ...page.content,
      glyphs: glyphs.map((glyph) => ({ ...glyph, left: moved(glyph.left), right: moved(glyph.right) })),
      rulings: rulings.map((ruling) =>
        ruling.isHorizontal ? { ...ruling, from: moved(ruling.from), to: moved(ruling.to) } : { ...ruling, at: moved(ruling.at) },
      ),
    },
    onPage: (box) => page.onPage({ ...box, left: back(box.left), right: back(box.right) }),
  };
}
