import { createRequire } from 'node:module';
import CFB from 'cfb';
import type { OpenedDocument } from '../../document';
import { Refusal } from '../refusals';
import { openText } from '../text/open-text';
import { walkText, type WordText } from './walk-text';
import { wordFile } from './word-file';

/** What is used of word-extractor, which brings no types. */
type WordExtractor = new () => { extract(source: Buffer): Promise<{ getBody(options: { filterUnicode: boolean }): string }> };

/** How far the number of characters may be from what a second reader finds. */
const tolerance = 0.02;
const counted = (text: string) => [...text].filter((character) => character > ' ' && character.trim() !== '').length;

/** The body as a second reader finds it: cells parted by tabs, ends of rows lost. It is given a fresh container, so that only the document's own streams reach it. */
async function secondReading(streams: ReadonlyMap<string, Uint8Array>): Promise<string | undefined> {
  const container = CFB.utils.cfb_new();
  for (const name of ['WordDocument', '0Table', '1Table', 'Data']) {
    const content = streams.get(name);
    if (content) CFB.utils.cfb_add(container, `/${name}`, content);
  }
  try {
    const Extractor = createRequire(import.meta.url)('word-extractor') as WordExtractor;
    const document = await new Extractor().extract(CFB.write(container, { type: 'buffer' }) as Buffer);
    return document.getBody({ filterUnicode: false });
  } catch {
    return undefined;
  }
}

function firstReading(streams: ReadonlyMap<string, Uint8Array>): WordText | Refusal {
  try {
    return walkText(wordFile(streams));
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/**
 * A Word 97 to 2003 document (.doc, and .wps of WPS), from the streams of its container. Two readers must find the same number of
 * characters; where they do not, the text of the second is used, whose rows are to be counted and not trusted.
 */
export async function openDoc(streams: ReadonlyMap<string, Uint8Array>): Promise<OpenedDocument> {
  const first = firstReading(streams);
  if (first instanceof Refusal && first.answer.reason !== 'damaged') throw first;
  const second = await secondReading(streams);
  const traits = { scripts: 0, links: [], pictures: 0 };
  if (!(first instanceof Refusal)) {
    const other = second === undefined ? undefined : counted(second);
    if (other !== undefined && Math.abs(first.characters - other) <= tolerance * Math.max(first.characters, other, 1))
      return { kind: 'opened', type: 'doc', blocks: [...first.boxes, ...first.blocks], traits };
  }
  if (second === undefined || second.trim() === '') {
    if (first instanceof Refusal) throw first;
    const blocks = [...first.boxes, ...first.blocks].map((block) => (block.kind === 'grid' ? { ...block, isExact: false } : block));
    return { kind: 'opened', type: 'doc', blocks, traits };
  }
  return { ...openText(second), type: 'doc' };
}
