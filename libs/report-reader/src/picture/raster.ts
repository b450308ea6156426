/** Pixels of a page, row by row from the top left: one byte each (grey) or three (red, green, blue). */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
  readonly data: Uint8Array;
}

/** A page as a raster, with the page's size in points and how many pages the document has. */
export interface PageRaster {
  readonly raster: Raster;
  readonly width: number;
  readonly height: number;
  readonly pages: number;
}

const luminance = (red: number, green: number, blue: number) => (red * 299 + green * 587 + blue * 114 + 500) / 1000;

/** The same page in grey. */
export function greyOf({ width, height, channels, data }: Raster): Raster {
  if (channels === 1) return { width, height, channels, data };
  const grey = new Uint8Array(width * height);
  for (let pixel = 0, from = 0; pixel < grey.length; pixel += 1, from += 3)
    grey[pixel] = luminance(data[from]!, data[from + 1]!, data[from + 2]!);
  return { width, height, channels: 1, data: grey };
}

/** Whether anything on a page is printed in colour, a red head or a seal: one pixel in two thousand is enough. */
export function isColoured({ channels, data }: Raster): boolean {
  if (channels === 1) return false;
  let coloured = 0;
  for (let from = 0; from < data.length; from += 3) {
    const [red, green, blue] = [data[from]!, data[from + 1]!, data[from + 2]!];
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > 40) coloured += 1;
  }
  return coloured > data.length / 3 / 2000;
}
