import { raisedDigits } from '../raised-digits';
import type { XmlElement } from './xml';

/** Deleted or moved away, drawn a second time for older programs, instructions and notes: not there for a reader. */
export const skipped = new Set([
  'w:del',
  'w:moveFrom',
  'mc:Fallback',
  'w:instrText',
  'w:delText',
  'w:delInstrText',
  'w:rPr',
  'w:pPr',
  'w:tcPr',
  'w:trPr',
  'w:tblPr',
  'w:tblGrid',
  'w:sdtPr',
  'w:sectPr',
  'w:footnoteReference',
  'w:endnoteReference',
  'w:commentReference',
  'w:rt',
]);

export const isOn = (mark: XmlElement | undefined) => mark !== undefined && !['0', 'false', 'off'].includes(mark.attribute('w:val') ?? '1');

const written: Readonly<Record<string, string>> = {
  'w:tab': '\t',
  'w:ptab': '\t',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '-',
  // A character of a symbol font: something is printed that cannot be told, so it must not pass for a blank.
  'w:sym': '□',
};

/** Whether a run stands raised, lowered or struck through beside the text. */
function isBeside(run: XmlElement): boolean {
  const marks = run.first('w:rPr');
  const align = marks?.first('w:vertAlign')?.attribute('w:val');
  return align === 'superscript' || align === 'subscript' || isOn(marks?.first('w:strike')) || isOn(marks?.first('w:dstrike'));
}

/** Text of a paragraph or run as a reader sees it; what stands in text boxes is given to `box` instead. */
export function inlineText(element: XmlElement, box: (box: XmlElement) => void): string {
  let text = '';
  for (const child of element.elements) {
    const { name } = child;
    if (skipped.has(name)) continue;
    if (name === 'w:t' || name === 'm:t') text += child.children.join('');
    else if (name in written) text += written[name];
    else if (name === 'w:txbxContent') box(child);
    else if (name === 'w:r' && isOn(child.first('w:rPr')?.first('w:vanish'))) continue;
    else if (name === 'w:r' && isBeside(child)) text += raisedDigits(inlineText(child, box));
    else text += inlineText(child, box);
  }
  return text;
}
