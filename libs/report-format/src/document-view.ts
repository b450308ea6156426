import type { Place, Unreadable } from './reading';

/** A printed cell of a document's own table; `row` and `column` count from 0. */
export interface ViewCell {
  readonly row: number;
  readonly column: number;
  readonly rowspan: number;
  readonly colspan: number;
  readonly text: string;
  readonly place: Place;
}

/** A piece of a document as text: nothing of its own markup is left, so nothing in it can run, load or link. */
export type ViewBlock =
  | { readonly kind: 'heading' | 'paragraph'; readonly text: string; readonly place: Place }
  | { readonly kind: 'grid'; readonly rows: readonly (readonly ViewCell[])[] };

/** Size of a page in points, in which the boxes of places on it are given. */
export interface ViewPage {
  readonly page: number;
  readonly width: number;
  readonly height: number;
}

/** An original as it can be shown beside its figures: pages that are drawn, or text blocks. `isCut`: the end of a very long document is left out. */
export type DocumentView =
  | { readonly kind: 'pages'; readonly pages: readonly ViewPage[] }
  | { readonly kind: 'blocks'; readonly blocks: readonly ViewBlock[]; readonly isCut: boolean }
  | Unreadable;

/** One word for a place, equal for equal places: what marks a cell in a view. */
export function placeKey(place: Place): string {
  switch (place.kind) {
    case 'grid':
      return `grid ${place.table} ${place.row} ${place.column}`;
    case 'line':
      return place.field === undefined ? `line ${place.line}` : `line ${place.line} ${place.field}`;
    case 'paragraph':
      return `paragraph ${place.paragraph}`;
    case 'page':
      return `page ${place.page} ${place.box.join(' ')}`;
    case 'sheet':
      return `sheet ${place.sheet} ${place.address}`;
    case 'person':
      return 'person';
  }
}
