import type { Block } from '../../document';
import { WordBlocks } from '../word-table/word-blocks';
import type { FormattedRun } from './formatted-runs';
import { characterRuns, paragraphRuns, runAt } from './formatted-runs';
import { paragraphMarks, type ParagraphMarks } from './paragraph-marks';
import { piecesOf } from './pieces';
import { propertiesOf } from './properties';
import type { WordFile } from './word-file';

const [deleted, hidden] = [0x0800, 0x083c];
const marks = {
  cell: 0x07,
  line: 0x0b,
  page: 0x0c,
  paragraph: 0x0d,
  column: 0x0e,
  fieldBegin: 0x13,
  fieldText: 0x14,
  fieldEnd: 0x15,
  fixedHyphen: 0x1e,
} as const;
/** Signs that stand for pictures, notes and soft hyphens. Any other control character is damage and is kept visible, so that no digit vanishes quietly. */
const silent = new Set([0x01, 0x02, 0x03, 0x04, 0x05, 0x08, 0x1f]);
const narrow = new TextDecoder('windows-1252');
const wide = new TextDecoder('utf-16le');

/** How a run of characters is shown. */
function showing(run: FormattedRun | undefined): 'shown' | 'hidden' | 'deleted' {
  let how: 'shown' | 'hidden' | 'deleted' = 'shown';
  if (run)
    for (const { code, operand } of propertiesOf(run.list)) {
      const value = operand.u8(0);
      if (code === deleted && value === 1) return 'deleted';
      if (code === hidden) how = value === 1 || value === 0x81 ? 'hidden' : 'shown';
    }
  return how;
}

/** What was read, and how many characters the file stores for it (without deleted ones and field codes), to hold against another reader. */
export interface WordText {
  readonly blocks: readonly Block[];
  readonly boxes: readonly Block[];
  readonly characters: number;
}

/** A paragraph's end is also the end of a cell or a row; inside inner tables its properties say so. */
function endParagraph(target: WordBlocks, isCellMark: boolean, { depth, row = [], isRowChanged, ...marks }: ParagraphMarks): void {
  const isInner = depth > 1;
  if (depth > 0 && (isInner ? marks.isInnerRowEnd : isCellMark && marks.isRowEnd)) target.endRow(depth, row, !isRowChanged);
  else if (depth > 0 && (isInner ? marks.isInnerCellEnd : isCellMark)) target.endCell(depth);
  else target.endParagraph(depth, marks.isHeading);
}

/** Reads the text of a Word document piece by piece: deleted and hidden text left out, fields by their results, tables by the marks of their rows. */
export function walkText(file: WordFile): WordText {
  const [body, boxes] = [new WordBlocks(), new WordBlocks()];
  const [characterList, paragraphList] = [characterRuns(file), paragraphRuns(file)];
  const howShown = new Map<FormattedRun | undefined, ReturnType<typeof showing>>();
  /** For each open field, whether its result has begun. */
  const fields: boolean[] = [];
  let characters = 0;
  const take = (target: WordBlocks, text: string, code: number, offset: number, how: 'shown' | 'hidden' | 'deleted') => {
    if (code === marks.fieldBegin) return void fields.push(false);
    if (code === marks.fieldText) return void (fields.length > 0 && (fields[fields.length - 1] = true));
    if (code === marks.fieldEnd) return void fields.pop();
    if (code === marks.paragraph || code === marks.cell || code === marks.page) {
      const ending = paragraphMarks(runAt(paragraphList, offset), file.data);
      if (how === 'deleted' && code === marks.paragraph) return;
      return endParagraph(target, code === marks.cell, ending);
    }
    if (fields.includes(false) || how === 'deleted') return;
    if (target === body && text.trim() !== '' && code >= 32) characters += 1;
    if (how === 'hidden') return;
    if (code === marks.line || code === marks.column) target.add('\n');
    else if (code === marks.fixedHyphen) target.add('-');
    else if (code === 9 || code >= 32) target.add(text);
    else if (!silent.has(code)) target.add('\ufffd');
  };
  for (const { from, to, offset, width } of piecesOf(file)) {
    const bytes = file.main.bytes.subarray(offset, offset + (to - from) * width);
    const text = (width === 1 ? narrow : wide).decode(bytes);
    let run: FormattedRun | undefined;
    for (let place = 0; place < to - from; place += 1) {
      const position = from + place;
      const isBody = position < file.body;
      if (!isBody && (position < file.boxes.from || position >= file.boxes.to)) continue;
      const at = offset + place * width;
      if (!run || at >= run.to || at < run.from) run = runAt(characterList, at);
      if (!howShown.has(run)) howShown.set(run, showing(run));
      take(isBody ? body : boxes, text[place] ?? '', text.charCodeAt(place), at, howShown.get(run)!);
    }
  }
  return { blocks: body.finish(), boxes: boxes.finish(), characters };
}
