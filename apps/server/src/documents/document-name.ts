const longestPart = 120;
const longestName = 255;

/** A part of a path cut to a length a person can read; its ending stays. */
function shortened(part: string): string {
  const characters = [...part];
  if (characters.length <= longestPart) return part;
  const ending = /\.\w{1,5}$/.exec(part)?.[0] ?? '';
  return `${characters.slice(0, longestPart - ending.length - 1).join('')}…${ending}`;
}

/**
 * The name a document arrives under, folders in front included (柳河镇/年报.docx), made fit to be shown: no control characters, nothing that turns the direction of text, no
 * way upward, at most 255 characters. It is information only; nothing is ever stored under it.
 */
export function documentName(name: string): string {
  const parts = name
    .normalize('NFC')
    // eslint-disable-next-line no-control-regex
    .replaceAll(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .split(/[\\/]/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== '.' && part !== '..' && !/^[A-Za-z]:$/.test(part))
    .map(shortened);
  while (parts.length > 1 && parts.join('/').length > longestName) parts.shift();
  return parts.join('/') || '未命名文件';
}

/** The last part of a document's name. */
export const baseNameOf = (name: string): string => name.split('/').at(-1)!;
