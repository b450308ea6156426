import type { Raster } from '../picture/raster';

/** A page in grey with the levels that part ink from paper. Lengths of a scan are in pixels unless said otherwise. */
export interface GreyPage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
  /** Usual grey of the ink and of the paper, and the level between them. */
  readonly ink: number;
  readonly paper: number;
  readonly threshold: number;
}

/** The level that parts the greys of a page best into two classes (Otsu 1979), and the mean of either class. */
function levels(data: Uint8Array): Pick<GreyPage, 'ink' | 'paper' | 'threshold'> {
  const counts = new Float64Array(256);
  for (const value of data) counts[value]! += 1;
  const whole = counts.reduce((sum, count, value) => sum + count * value, 0);
  let [best, threshold, ink, paper] = [-1, 128, 0, 255];
  let [below, sumBelow] = [0, 0];
  for (let level = 0; level < 255; level += 1) {
    below += counts[level]!;
    sumBelow += counts[level]! * level;
    const above = data.length - below;
    if (below === 0 || above === 0) continue;
    const [dark, light] = [sumBelow / below, (whole - sumBelow) / above];
    const between = below * above * (light - dark) ** 2;
    if (between > best) [best, threshold, ink, paper] = [between, level + 1, dark, light];
  }
  return { ink, paper, threshold };
}

/** Evens out a page whose paper is unevenly bright, as photos are: each pixel is measured against the paper around it. */
function evened({ width, height, data }: Raster): Uint8Array {
  const field = 64;
  const [columns, rows] = [Math.ceil(width / field), Math.ceil(height / field)];
  const paper = new Float32Array(columns * rows);
  const counts = new Uint32Array(256);
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      counts.fill(0);
      let seen = 0;
      for (let y = row * field; y < Math.min(height, (row + 1) * field); y += 2)
        for (let x = column * field; x < Math.min(width, (column + 1) * field); x += 2, seen += 1) counts[data[y * width + x]!]! += 1;
      let [level, lighter] = [255, 0];
      while (level > 0 && lighter + counts[level]! < seen * 0.25) lighter += counts[level--]!;
      paper[row * columns + column] = Math.max(60, level);
    }
  const lightest = [...paper].sort((one, other) => other - one)[Math.floor(paper.length / 4)]!;
  const result = new Uint8Array(width * height);
  const clamp = (value: number, most: number) => Math.max(0, Math.min(most, value));
  for (let y = 0; y < height; y += 1) {
    const fy = clamp((y - field / 2) / field, rows - 1);
    const [top, down] = [Math.floor(fy), fy - Math.floor(fy)];
    const bottom = Math.min(rows - 1, top + 1);
    for (let x = 0; x < width; x += 1) {
      const fx = clamp((x - field / 2) / field, columns - 1);
      const left = Math.floor(fx);
      const [across, right] = [fx - left, Math.min(columns - 1, left + 1)];
      const upper = paper[top * columns + left]! * (1 - across) + paper[top * columns + right]! * across;
      const lower = paper[bottom * columns + left]! * (1 - across) + paper[bottom * columns + right]! * across;
      result[y * width + x] = Math.min(255, (data[y * width + x]! * lightest) / (upper * (1 - down) + lower * down));
    }
  }
  return result;
}

/** A raster of one channel as a page to read. */
export function greyPage(raster: Raster): GreyPage {
  const data = evened(raster);
  return { width: raster.width, height: raster.height, data, ...levels(data) };
}

/** The page with other pixels and the same levels. */
export const withPixels = (page: GreyPage, width: number, height: number, data: Uint8Array): GreyPage => ({ ...page, width, height, data });
