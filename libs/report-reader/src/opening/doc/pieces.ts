import { refuse } from '../refusals';
import { structures, type WordFile } from './word-file';
import type { Stream } from './stream';

/** A run of the text: characters `from` to `to` lie at `offset` of the main stream, `width` bytes each. */
export interface Piece {
  readonly from: number;
  readonly to: number;
  readonly offset: number;
  readonly width: 1 | 2;
}

const mostPieces = 100_000;

/** The part of the piece structure that lists the pieces; property lists before it are passed over. */
function listOf(clx: Stream): Stream {
  let place = 0;
  while (clx.u8(place) === 1) place += 3 + clx.u16(place + 1);
  if (clx.u8(place) !== 2) refuse('damaged');
  return clx.part(place + 5, clx.u32(place + 1));
}

/** The pieces of the text in reading order ([MS-DOC] 2.8.35). */
export function piecesOf(file: WordFile): Piece[] {
  const list = listOf(file.structure(structures.pieces));
  const count = Math.floor((list.length - 4) / 12);
  if (count < 1 || count > mostPieces) refuse('damaged');
  let end = 0;
  return Array.from({ length: count }, (_, index): Piece => {
    const [from, to] = [list.u32(4 * index), list.u32(4 * index + 4)];
    const stored = list.u32(4 * (count + 1) + 8 * index + 2);
    const isNarrow = (stored & 0x4000_0000) !== 0;
    const start = stored & 0x3fff_ffff;
    const piece: Piece = { from, to, offset: isNarrow ? Math.floor(start / 2) : start, width: isNarrow ? 1 : 2 };
    if (from !== end || to < from || piece.offset + (to - from) * piece.width > file.main.length) refuse('damaged');
    end = to;
    return piece;
  });
}
