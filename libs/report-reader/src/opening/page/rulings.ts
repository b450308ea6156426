import type { Ruling } from './page-content';

const thickest = 3;
const shortest = 3;

/** The rulings a drawn box gives: a thin one is a line, a stroked one has four sides. */
export function rulingsOf([left, top, right, bottom]: [number, number, number, number], isStroked: boolean): Ruling[] {
  const [width, height] = [right - left, bottom - top];
  if (height <= thickest && width >= shortest) return [{ isHorizontal: true, at: (top + bottom) / 2, from: left, to: right }];
  if (width <= thickest && height >= shortest) return [{ isHorizontal: false, at: (left + right) / 2, from: top, to: bottom }];
  if (!isStroked || width < shortest || height < shortest) return [];
  return [
    { isHorizontal: true, at: top, from: left, to: right },
    { isHorizontal: true, at: bottom, from: left, to: right },
    { isHorizontal: false, at: left, from: top, to: bottom },
    { isHorizontal: false, at: right, from: top, to: bottom },
  ];
}
