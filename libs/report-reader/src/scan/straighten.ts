import { withPixels, type GreyPage } from './grey-page';

const degree = Math.PI / 180;

/** How strongly the rows of a page differ in ink when it is sheared by an angle: highest where lines of text and rulings lie level. */
function sharpness(dark: readonly (readonly [number, number])[], height: number, angle: number): number {
  const rows = new Float64Array(height + 1);
  const slope = Math.tan(angle);
  for (const [x, y] of dark) {
    const row = y - x * slope;
    if (row >= 0 && row < height) rows[Math.floor(row)]! += 1;
  }
  let sum = 0;
  for (let row = 1; row < height; row += 1) sum += (rows[row]! - rows[row - 1]!) ** 2;
  return sum;
}

/** The angle in radians by which a page leans, found between −4° and 4° to a twentieth of a degree. */
export function leaning({ width, height, data, threshold }: GreyPage): number {
  const dark: [number, number][] = [];
  for (let y = 1; y < height; y += 1)
    for (let x = y % 3; x < width; x += 3)
      if (data[y * width + x]! < threshold && data[(y - 1) * width + x]! >= threshold) dark.push([x - width / 2, y]);
  const best = (from: number, to: number, step: number) => {
    let [found, most] = [0, -1];
    for (let angle = from; angle <= to + step / 2; angle += step) {
      const value = sharpness(dark, height, angle * degree);
      if (value > most) [found, most] = [angle, value];
    }
    return found;
  };
  const coarse = best(-4, 4, 0.25);
  return best(coarse - 0.25, coarse + 0.25, 0.05) * degree;
}

/** A page turned against its leaning around its middle, on paper. */
export function straightened(page: GreyPage, angle: number): GreyPage {
  const { width, height, data, paper } = page;
  const result = new Uint8Array(width * height).fill(Math.round(paper));
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [middleX, middleY] = [width / 2, height / 2];
  for (let y = 0; y < height; y += 1) {
    const dy = y - middleY;
    for (let x = 0; x < width; x += 1) {
      const dx = x - middleX;
      const [fromX, fromY] = [middleX + dx * cos - dy * sin, middleY + dx * sin + dy * cos];
      const [left, top] = [Math.floor(fromX), Math.floor(fromY)];
      if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) continue;
      const at = top * width + left;
      const [across, down] = [fromX - left, fromY - top];
      const upper = data[at]! * (1 - across) + data[at + 1]! * across;
      const lower = data[at + width]! * (1 - across) + data[at + width + 1]! * across;
      result[y * width + x] = upper * (1 - down) + lower * down + 0.5;
    }
  }
  return withPixels(page, width, height, result);
}

export type Quarter = 0 | 1 | 2 | 3;

/** A page turned by quarters to the right. */
export function turned(page: GreyPage, quarters: Quarter): GreyPage {
  if (quarters === 0) return page;
  const { width, height, data } = page;
  const [newWidth, newHeight] = quarters === 2 ? [width, height] : [height, width];
  const result = new Uint8Array(data.length);
  for (let y = 0; y < newHeight; y += 1)
    for (let x = 0; x < newWidth; x += 1) {
      const from =
        quarters === 1
          ? (height - 1 - x) * width + y
          : quarters === 2
            ? (height - 1 - y) * width + width - 1 - x
            : x * width + width - 1 - y;
      result[y * newWidth + x] = data[from]!;
    }
  return withPixels(page, newWidth, newHeight, result);
}

/** A point of the turned and straightened page, as a point of the page as it was. All in pixels. */
export function pointBefore(
  [x, y]: readonly [number, number],
  { width, height }: { width: number; height: number },
  angle: number,
  quarters: Quarter,
): [number, number] {
  const [dx, dy] = [x - width / 2, y - height / 2];
  const [ux, uy] = [width / 2 + dx * Math.cos(angle) - dy * Math.sin(angle), height / 2 + dx * Math.sin(angle) + dy * Math.cos(angle)];
  if (quarters === 0) return [ux, uy];
  if (quarters === 1) return [uy, width - ux];
  if (quarters === 2) return [width - ux, height - uy];
  return [height - uy, ux];
}
