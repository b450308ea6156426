import type { Patch } from './ink';
import type { Box } from './crop';
import type { GreyPage } from './grey-page';

/** For each row of a patch: where its ink begins and ends. */
function inkRows({ width, data, threshold }: GreyPage, { left, top, right, bottom }: Patch): { from: number; to: number }[] {
  const rows: { from: number; to: number }[] = [];
  for (let y = top; y < bottom; y += 1) {
    let [from, to] = [-1, -1];
    for (let x = left; x < right; x += 1)
      if (data[y * width + x]! < threshold) {
        if (from < 0) from = x;
        to = x;
      }
    if (from >= 0) rows.push({ from, to });
  }
  return rows;
}

/** Share of a row's width that a slash may have: a 7 has a bar, a 1 stands upright. */
function isSlash(page: GreyPage, patch: Patch): boolean {
  const [wide, high] = [patch.right - patch.left, patch.bottom - patch.top];
  if (high < 14 || wide < high * 0.33 || wide > high * 1.2) return false;
  const rows = inkRows(page, patch);
  if (rows.some(({ from, to }) => to - from + 1 > Math.max(7, wide * 0.5))) return false;
  const third = Math.floor(rows.length / 3);
  const middle = (some: typeof rows) => some.reduce((sum, { from, to }) => sum + (from + to) / 2, 0) / some.length;
  const [upper, centre, lower] = [rows.slice(0, third), rows.slice(third, 2 * third), rows.slice(2 * third)].map(middle);
  return upper! - centre! > wide * 0.2 && centre! - lower! > wide * 0.2;
}

/**
 * The one stroke a cell prints where it holds no figure, told by its shape, for which recognition has no eye: a slash, or a dash in the
 * middle of the cell. `undefined` for any other ink.
 */
export function loneStroke(page: GreyPage, ink: readonly Patch[], cell: Box): '/' | '—' | undefined {
  const [patch] = ink;
  if (!patch || ink.length > 1) return undefined;
  const [wide, high] = [patch.right - patch.left, patch.bottom - patch.top];
  const middle = ((patch.top + patch.bottom) / 2 - cell.top) / (cell.bottom - cell.top);
  const isFree = patch.left - cell.left > 4 && cell.right - patch.right > 4;
  if (isFree && high <= 8 && wide >= 10 && wide >= high * 2.5 && middle > 0.25 && middle < 0.75) return '—';
  return isSlash(page, patch) ? '/' : undefined;
}
