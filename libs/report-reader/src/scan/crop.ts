import type { GreyPage } from './grey-page';

/** A small grey picture. */
export interface Crop {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The part of a page in a box, its ink made black and its paper white; what lies beyond `within` is paper. */
export function cropOf({ width: pageWidth, data, ink, paper }: GreyPage, box: Box, within: Box): Crop {
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  const result = new Uint8Array(width * height).fill(255);
  const scale = 255 / Math.max(40, paper - ink);
  for (let y = Math.max(box.top, within.top); y < Math.min(box.bottom, within.bottom); y += 1)
    for (let x = Math.max(box.left, within.left); x < Math.min(box.right, within.right); x += 1)
      result[(y - box.top) * width + x - box.left] = Math.max(0, Math.min(255, (data[y * pageWidth + x]! - ink) * scale));
  return { width, height, data: result };
}

/** A crop beside itself. */
export function twice({ width, height, data }: Crop, gap: number): Crop {
  const wide = 2 * width + gap;
  const result = new Uint8Array(wide * height).fill(255);
  for (let y = 0; y < height; y += 1) {
    const line = data.subarray(y * width, (y + 1) * width);
    result.set(line, y * wide);
    result.set(line, y * wide + width + gap);
  }
  return { width: wide, height, data: result };
}

const cubic = (x: number) => {
  const t = Math.abs(x);
  return t <= 1 ? 1.5 * t ** 3 - 2.5 * t ** 2 + 1 : t < 2 ? -0.5 * t ** 3 + 2.5 * t ** 2 - 4 * t + 2 : 0;
};

/** For each pixel of a line of a new length: the first old pixel it draws on, and its weights. */
function weights(from: number, to: number): { first: number; shares: number[] }[] {
  const scale = from / to;
  const spread = Math.max(1, scale);
  return Array.from({ length: to }, (_, place) => {
    const middle = (place + 0.5) * scale - 0.5;
    const first = Math.floor(middle - 2 * spread) + 1;
    const shares = Array.from({ length: Math.ceil(4 * spread) }, (_, step) => cubic((first + step - middle) / spread));
    const sum = shares.reduce((all, share) => all + share, 0);
    return { first, shares: shares.map((share) => share / sum) };
  });
}

/** A crop at another size, bicubic. */
export function resampled({ width, height, data }: Crop, newWidth: number, newHeight: number): Float32Array {
  const narrow = new Float32Array(newWidth * height);
  const across = weights(width, newWidth);
  for (let y = 0; y < height; y += 1)
    across.forEach(({ first, shares }, x) => {
      let sum = 0;
      for (let step = 0; step < shares.length; step += 1)
        sum += data[y * width + Math.max(0, Math.min(width - 1, first + step))]! * shares[step]!;
      narrow[y * newWidth + x] = sum;
    });
  const result = new Float32Array(newWidth * newHeight);
  weights(height, newHeight).forEach(({ first, shares }, y) => {
    for (let x = 0; x < newWidth; x += 1) {
      let sum = 0;
      for (let step = 0; step < shares.length; step += 1)
        sum += narrow[Math.max(0, Math.min(height - 1, first + step)) * newWidth + x]! * shares[step]!;
      result[y * newWidth + x] = Math.max(0, Math.min(255, sum));
    }
  });
  return result;
}
