import type { XmlElement } from './xml';

const han = '〇一二三四五六七八九十';
function hanNumber(value: number): string {
  if (value <= 10) return han[value] ?? String(value);
  const [tens, units] = [Math.floor(value / 10), value % 10];
  return `${tens === 1 ? '' : han[tens]}十${units === 0 ? '' : han[units]}`;
}

const letter = (value: number, first: string) => String.fromCharCode(first.charCodeAt(0) + ((value - 1) % 26));
const written = (value: number, format: string | undefined) => {
  if (format?.startsWith('chinese') || format?.startsWith('japanese') || format?.startsWith('ideograph')) return hanNumber(value);
  if (format === 'lowerLetter') return letter(value, 'a');
  if (format === 'upperLetter') return letter(value, 'A');
  return String(value);
};

interface Level {
  start: number;
  format?: string;
  text: string;
}

/** Renders the numbers that Word makes by itself, since they stand nowhere in the text. */
export class Numbering {
  private readonly levels = new Map<string, Level[]>();
  private readonly counters = new Map<string, number[]>();

  constructor(part: XmlElement | undefined) {
    const abstract = new Map<string, Level[]>();
    for (const one of part?.all('w:abstractNum') ?? []) {
      const levels: Level[] = [];
      for (const level of one.all('w:lvl')) {
        levels[Number(level.attribute('w:ilvl'))] = {
          start: Number(level.first('w:start')?.attribute('w:val') ?? 1),
          format: level.first('w:numFmt')?.attribute('w:val'),
          text: level.first('w:lvlText')?.attribute('w:val') ?? '',
        };
      }
      abstract.set(one.attribute('w:abstractNumId') ?? '', levels);
    }
    for (const one of part?.all('w:num') ?? []) {
      const levels = abstract.get(one.first('w:abstractNumId')?.attribute('w:val') ?? '');
      if (levels) this.levels.set(one.attribute('w:numId') ?? '', levels);
    }
  }

  /** The number in front of a paragraph, empty for bullets and unnumbered ones. */
  next(list: string, level: number): string {
    const levels = this.levels.get(list);
    const own = levels?.[level];
    if (!levels || !own || own.format === 'bullet' || own.format === 'none') return '';
    const counters = this.counters.get(list) ?? [];
    this.counters.set(list, counters);
    counters[level] = (counters[level] ?? own.start - 1) + 1;
    counters.length = level + 1;
    return own.text.replaceAll(/%(\d)/g, (_, digit: string) => {
      const index = Number(digit) - 1;
      return written(counters[index] ?? levels[index]?.start ?? 1, levels[index]?.format);
    });
  }
}
