import type { PageContent } from '../opening/page/page-content';

const fewGlyphs = 50;
const mostlyPicture = 0.5;
const unknownShare = 0.2;
/** Private use, and the mark for a character that is not known: fonts without a table of what their glyphs mean. */
const unknown = /[\ue000-\uf8ff\ufffd\u{f0000}-\u{10fffd}]/u;

/** Whether what a page shows must be read from its picture: hardly any text beside a large picture, or text whose characters cannot be told. */
export function isScanned({ glyphs, pictured = 0 }: PageContent): boolean {
  if (glyphs.length < fewGlyphs && pictured > mostlyPicture) return true;
  const untold = glyphs.filter(({ text }) => unknown.test(text)).length;
  return glyphs.length >= fewGlyphs && untold > glyphs.length * unknownShare;
}
