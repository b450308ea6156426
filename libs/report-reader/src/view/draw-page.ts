import type { Glyph, PageContent } from '../opening/page/page-content';

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
// What no XML may hold would make the whole drawing unreadable.
const printable = (text: string) => text.replaceAll(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '');
const number = (value: number) => (Number.isFinite(value) ? String(Math.round(value * 10) / 10) : '0');

const glyphMark = ({ text, left, middle, size }: Glyph) =>
  `<text x="${number(left)}" y="${number(middle + size * 0.35)}" font-size="${number(size)}">${escaped(printable(text))}</text>`;

/** A page as a drawing of our own (SVG): its characters where they are printed, its lines, nothing else of the document. */
export function drawPage({ glyphs, rulings, width, height }: PageContent): string {
  const lines = rulings.map(({ isHorizontal, at, from, to }) =>
    isHorizontal ? `<path d="M${number(from)} ${number(at)}H${number(to)}"/>` : `<path d="M${number(at)} ${number(from)}V${number(to)}"/>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${number(width)} ${number(height)}" width="${number(width)}" height="${number(height)}">`,
    '<rect width="100%" height="100%" fill="#fff"/>',
    `<g stroke="#444" stroke-width="0.6">${lines.join('')}</g>`,
    `<g fill="#111" font-family="SimSun, 'Noto Serif CJK SC', 'Noto Sans CJK SC', serif">${glyphs.map(glyphMark).join('')}</g>`,
    '</svg>',
  ].join('');
}
