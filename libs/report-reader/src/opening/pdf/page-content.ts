import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { at, identity, times, type Matrix } from '../page/matrix';
import type { Glyph, PageContent, Ruling } from '../page/page-content';
import { rulingsOf } from '../page/rulings';
import { withoutDoubles } from '../page/without-doubles';

interface TextState {
  font: string;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  isHidden: boolean;
}

/** What a page draws, as the library lists it. */
export type Drawn = Awaited<ReturnType<PDFPageProxy['getOperatorList']>>;

interface PdfGlyph {
  /** As the file writes it. */
  readonly originalCharCode: number;
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
}

const strokes = new Set<number>([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const fills = new Set<number>([OPS.fill, OPS.eoFill, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke]);

/** Boxes of the pieces of a path; its drawing codes are move 0, line 1, curve 2, quadratic 3, close 4. */
function pathBoxes(path: ArrayLike<number>, matrix: Matrix): [number, number, number, number][] {
  const boxes: [number, number, number, number][] = [];
  let box: [number, number, number, number] | undefined;
  const end = () => box && boxes.push(box);
  const add = (x: number, y: number) => {
    const [px, py] = at(matrix, x, y);
    box = box ? [Math.min(box[0], px), Math.min(box[1], py), Math.max(box[2], px), Math.max(box[3], py)] : [px, py, px, py];
  };
  for (let place = 0; place < path.length;) {
    const code = path[place];
    const points = code === 0 || code === 1 ? 1 : code === 2 ? 3 : code === 3 ? 2 : 0;
    if (code === 0) {
      end();
      box = undefined;
    }
    for (let point = 0; point < points; point += 1) add(path[place + 1 + 2 * point]!, path[place + 2 + 2 * point]!);
    place += 1 + 2 * points;
  }
  end();
  return boxes;
}

/** The codes that a page's fonts are asked for. */
export function codesOf({ fnArray, argsArray }: Drawn): Set<number> {
  const codes = new Set<number>();
  fnArray.forEach((code, place) => {
    if (code !== OPS.showText) return;
    const [pieces] = argsArray[place] as [readonly (PdfGlyph | number | null)[]];
    for (const piece of pieces) if (piece !== null && typeof piece === 'object') codes.add(piece.originalCharCode);
  });
  return codes;
}

/** What a page prints, glyph by glyph, and the lines it draws: the order of drawing and of runs does not matter to what follows. */
export function contentOf(page: PDFPageProxy, drawn: Drawn): PageContent {
  const { turn, ...content } = contentAt(page, drawn, page.rotate);
  return turn === 0 ? content : withoutTurn(contentAt(page, drawn, (page.rotate + 360 - 90 * turn) % 360));
}

const withoutTurn = ({ turn: _, ...content }: PageContent & { turn: number }): PageContent => content;

/** The content of a page held at a rotation; `turn` says by how many quarter turns to the right most of its text runs then. */
function contentAt(page: PDFPageProxy, { fnArray, argsArray }: Drawn, rotation: number): PageContent & { readonly turn: number } {
  const viewport = page.getViewport({ scale: 1, rotation });
  const turns = [0, 0, 0, 0];
  const glyphs: Glyph[] = [];
  const rulings: Ruling[] = [];
  let [pictures, pictured] = [0, 0];
  let matrix: Matrix = viewport.transform as unknown as Matrix;
  let text: TextState = { font: '', size: 0, charSpacing: 0, wordSpacing: 0, scale: 1, leading: 0, rise: 0, isHidden: false };
  let textMatrix: Matrix = identity;
  let lineMatrix: Matrix = identity;
  const saved: { matrix: Matrix; text: TextState }[] = [];
  const save = () => saved.push({ matrix, text: { ...text } });
  const restore = () => ({ matrix, text } = saved.pop() ?? { matrix, text });
  const moveLine = (x: number, y: number) => (textMatrix = lineMatrix = times(lineMatrix, [1, 0, 0, 1, x, y]));
  const fontMatrix = (name: string): readonly number[] => {
    try {
      return (page.commonObjs.get(name) as { fontMatrix?: number[] }).fontMatrix ?? [0.001];
    } catch {
      return [0.001];
    }
  };
  const lacksFace = (name: string): boolean => {
    try {
      return (page.commonObjs.get(name) as { missingFile?: boolean }).missingFile === true;
    } catch {
      return false;
    }
  };
  let lacksFaces = false;
  const show = (pieces: readonly (PdfGlyph | number | null)[]) => {
    const unit = Math.abs(fontMatrix(text.font)[0] ?? 0.001);
    for (const piece of pieces) {
      if (piece === null) continue;
      let advance: number;
      if (typeof piece === 'number') advance = (-piece / 1000) * text.size * text.scale;
      else {
        const inked = piece.width * unit * text.size * text.scale;
        const whole = times(matrix, textMatrix);
        const [x, y] = at(whole, 0, text.rise);
        const [endX, endY] = at(whole, inked, text.rise);
        const size = Math.hypot(whole[2], whole[3]) * Math.abs(text.size) || 1;
        const isUpright = Math.abs(endY - y) <= Math.abs(endX - x) + 0.01;
        const isBackward = isUpright ? endX < x : endY < y;
        if (inked > 0) turns[(isUpright ? 0 : 1) + (isBackward ? 2 : 0)]! += 1;
        if (piece.unicode.trim() !== '' && isUpright && !text.isHidden)
          glyphs.push({ text: piece.unicode, left: Math.min(x, endX), right: Math.max(x, endX), middle: y - size * 0.35, size });
        advance = inked + (text.charSpacing + (piece.isSpace ? text.wordSpacing : 0)) * text.scale;
      }
      textMatrix = times(textMatrix, [1, 0, 0, 1, advance, 0]);
    }
  };
  fnArray.forEach((code, place) => {
    const args = argsArray[place] as never[];
    switch (code) {
      case OPS.save:
        return void save();
      case OPS.restore:
        return void restore();
      case OPS.transform:
        return void (matrix = times(matrix, args as unknown as Matrix));
      case OPS.paintFormXObjectBegin:
        save();
        if (args[0]) matrix = times(matrix, args[0] as unknown as Matrix);
        return;
      case OPS.paintFormXObjectEnd:
        return void restore();
      case OPS.beginText:
        return void (textMatrix = lineMatrix = identity);
      case OPS.setTextMatrix: {
        const given = (args.length === 1 ? args[0] : args) as unknown as Matrix;
        return void (textMatrix = lineMatrix = [given[0], given[1], given[2], given[3], given[4], given[5]]);
      }
      case OPS.moveText:
        return void moveLine(args[0]!, args[1]!);
      case OPS.setLeadingMoveText:
        text.leading = -args[1]!;
        return void moveLine(args[0]!, args[1]!);
      case OPS.nextLine:
        return void moveLine(0, -text.leading);
      case OPS.setFont:
        text = { ...text, font: args[0]!, size: args[1]! };
        lacksFaces ||= lacksFace(text.font);
        return;
      case OPS.setCharSpacing:
        return void (text.charSpacing = args[0]!);
      case OPS.setWordSpacing:
        return void (text.wordSpacing = args[0]!);
      case OPS.setHScale:
        return void (text.scale = Number(args[0]) / 100);
      case OPS.setLeading:
        return void (text.leading = args[0]!);
      case OPS.setTextRenderingMode:
        // Text that is not drawn, below a scan for searching, is somebody else's recognition and no print.
        return void (text.isHidden = Number(args[0]) === 3);
      case OPS.setTextRise:
        return void (text.rise = args[0]!);
      case OPS.showText:
        return void show(args[0] as unknown as PdfGlyph[]);
      case OPS.paintImageXObject:
      case OPS.paintInlineImageXObject:
      case OPS.paintImageMaskXObject:
        pictures += 1;
        pictured += Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]) / (viewport.width * viewport.height);
        return;
      case OPS.constructPath: {
        const kind = Number(args[0]);
        const path = (args[1] as unknown as (ArrayLike<number> | null)[] | undefined)?.[0];
        if (!path || (!strokes.has(kind) && !fills.has(kind))) return;
        return void rulings.push(...pathBoxes(path, matrix).flatMap((box) => rulingsOf(box, strokes.has(kind))));
      }
    }
  });
  return {
    glyphs: withoutDoubles(glyphs),
    rulings,
    pictures,
    pictured: Math.min(1, pictured),
    width: viewport.width,
    height: viewport.height,
    lacksFaces,
    turn: turns.indexOf(Math.max(...turns)),
  };
}
