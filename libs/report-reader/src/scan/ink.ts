import type { Box } from './crop';
import type { GreyPage } from './grey-page';

/** A patch of ink: pixels that touch. */
export interface Patch extends Box {
  readonly area: number;
}

/** The patches of ink in a box, darker than `level`. */
export function patches({ width: pageWidth, data }: GreyPage, box: Box, level: number): Patch[] {
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  if (width <= 0 || height <= 0) return [];
  const isInk = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) if (data[(box.top + y) * pageWidth + box.left + x]! < level) isInk[y * width + x] = 1;
  const found: Patch[] = [];
  const stack: number[] = [];
  for (let start = 0; start < isInk.length; start += 1) {
    if (isInk[start] !== 1) continue;
    isInk[start] = 2;
    stack.push(start);
    let [left, top, right, bottom, area] = [width, height, 0, 0, 0];
    while (stack.length > 0) {
      const at = stack.pop()!;
      const [x, y] = [at % width, Math.floor(at / width)];
      area += 1;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
      for (let dy = -1; dy <= 1; dy += 1)
        for (let dx = -1; dx <= 1; dx += 1) {
          const next = at + dy * width + dx;
          if (x + dx < 0 || x + dx >= width || next < 0 || next >= isInk.length || isInk[next] !== 1) continue;
          isInk[next] = 2;
          stack.push(next);
        }
    }
    found.push({ left: box.left + left, top: box.top + top, right: box.left + right + 1, bottom: box.top + bottom + 1, area });
  }
  return found;
}

const size = ({ left, top, right, bottom }: Box) => Math.max(right - left, bottom - top);

/** Grain and dust: too small to be a character of print at 200 dpi. */
export const isDust = (patch: Patch) => size(patch) < 7 || patch.area < 14;

/** What is left of a ruling at the edge of its cell: long, thin, at the side. */
export const isRulingRest = (patch: Patch, cell: Box) => {
  const [width, height] = [patch.right - patch.left, patch.bottom - patch.top];
  const touchesSide = patch.left <= cell.left || patch.right >= cell.right;
  const touchesEnd = patch.top <= cell.top || patch.bottom >= cell.bottom;
  return (touchesSide && width <= 6 && height > 2 * width) || (touchesEnd && height <= 6 && width > 2 * height);
};

/** The box around two. */
export const around = (one: Box, other: Box): Box => ({
  left: Math.min(one.left, other.left),
  top: Math.min(one.top, other.top),
  right: Math.max(one.right, other.right),
  bottom: Math.max(one.bottom, other.bottom),
});
const high = ({ top, bottom }: Box) => bottom - top;

/** Lines of print among patches, from top to bottom: parted by at least three rows without ink, more where one is too low to be a line. */
export function printLines(ink: readonly Patch[], leastHeight: number): { box: Box; patches: Patch[] }[] {
  const lines: { box: Box; patches: Patch[] }[] = [];
  for (const patch of [...ink].sort((one, other) => one.top - other.top)) {
    const last = lines.at(-1);
    const gap = last && Math.min(high(last.box), high(patch)) < leastHeight + 4 ? 7 : 3;
    if (last && patch.top < last.box.bottom + gap) {
      last.patches.push(patch);
      last.box = around(last.box, patch);
    } else lines.push({ box: patch, patches: [patch] });
  }
  return lines.filter(({ box, patches: own }) => high(box) >= leastHeight || own.some((patch) => patch.right - patch.left >= 10));
}
