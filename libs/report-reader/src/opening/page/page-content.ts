/** A printed character with its box, in points from the page's top left. */
export interface Glyph {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Height of the middle of the line it stands on. */
  readonly middle: number;
  readonly size: number;
}

/** A ruling: a thin stroke or filled rectangle, horizontal or vertical, from `from` to `to` at `at`. */
export interface Ruling {
  readonly isHorizontal: boolean;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** What a page prints and draws; sizes in points. `pictures` counts pictures, whose content is not known. */
export interface PageContent {
  readonly glyphs: readonly Glyph[];
  readonly rulings: readonly Ruling[];
  readonly pictures: number;
  readonly width: number;
  readonly height: number;
  /** Whether a typeface of the page is not in the document, so that only a program with faces of its own can draw its characters. */
  readonly lacksFaces?: boolean;
}
