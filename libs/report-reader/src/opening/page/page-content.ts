/** A printed character with its box, in points from the page's top left. */
export interface Glyph {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Height of the middle of the line it stands on. */
  readonly middle: number;
  readonly size: number;
  /** Where it was recognised in a picture: how sure that is, from 0 to 1. A text of '' with a certainty is ink that says nothing. */
  readonly certainty?: number;
}

/** A ruling: a thin stroke or filled rectangle, horizontal or vertical, from `from` to `to` at `at`. */
export interface Ruling {
  readonly isHorizontal: boolean;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** What a page prints and draws; sizes in points. `pictures` counts pictures, whose content is not known, `pictured` is the part of the page they cover, from 0 to 1. */
export interface PageContent {
  readonly glyphs: readonly Glyph[];
  readonly rulings: readonly Ruling[];
  readonly pictures: number;
  readonly pictured?: number;
  readonly width: number;
  readonly height: number;
  /** Whether a typeface of the page is not in the document, so that only a program with faces of its own can draw its characters. */
  readonly lacksFaces?: boolean;
}
