import type { XmlElement } from './xml';

const han = '〇一二三四五六七八九十';
function hanNumber(value: number): string {
  if (value <= 10) return han[value] ?? String(value);
  if (value > 99) return String(value);
  const [tens, units] = [Math.floor(value / 10), value % 10];
  return `${tens === 1 ? '' : han[tens]}十${units === 0 ? '' : han[units]}`;
}

const letter = (value: number, first: string) => String.fromCharCode(first.charCodeAt(0) + ((value - 1) % 26));
const roman = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'];
const written = (value: number, format = 'decimal') => {
  if (/^(?:chinese|japanese|ideograph|taiwanese)/.test(format)) return hanNumber(value);
  if (format === 'lowerLetter') return letter(value, 'a');
  if (format === 'upperLetter') return letter(value, 'A');
  if (format === 'lowerRoman') return roman[value] ?? String(value);
  if (format === 'upperRoman') return (roman[value] ?? String(value)).toUpperCase();
  if (format.startsWith('decimalEnclosedCircle')) return value >= 1 && value <= 20 ? String.fromCodePoint(0x245f + value) : String(value);
  return format === 'decimalZero' ? String(value).padStart(2, '0') : String(value);
};

interface Level {
  readonly start: number;
  readonly format?: string;
  readonly text: string;
}

interface List {
  readonly levels: readonly Level[];
  /** Lists of one abstract definition count on together. */
  readonly counters: number[];
  /** Levels that this list begins anew at its first use. */
  readonly restarts: ReadonlyMap<number, number>;
  isUsed: boolean;
}

const levelsOf = (definition: XmlElement): Level[] => {
  const levels: Level[] = [];
  for (const level of definition.all('w:lvl')) {
    levels[Number(level.attribute('w:ilvl'))] = {
      start: Number(level.value('w:start') ?? 1),
      format: level.value('w:numFmt'),
      text: level.value('w:lvlText') ?? '',
    };
  }
  return levels;
};

/** Renders the numbers that Word makes by itself, since they stand nowhere in the text. */
export class Numbering {
  private readonly lists = new Map<string, List>();
  /** List and level of paragraph styles that are numbered, such as headings. */
  private readonly styles = new Map<string, { list: string; level: number }>();

  constructor(part: XmlElement | undefined, styles: XmlElement | undefined) {
    const abstract = new Map((part?.all('w:abstractNum') ?? []).map((one) => [one.attribute('w:abstractNumId') ?? '', levelsOf(one)]));
    const counters = new Map<string, number[]>();
    for (const one of part?.all('w:num') ?? []) {
      const of = one.value('w:abstractNumId') ?? '';
      if (!counters.has(of)) counters.set(of, []);
      const restarts = one.all('w:lvlOverride').flatMap((level) => {
        const start = level.value('w:startOverride');
        return start === undefined ? [] : [[Number(level.attribute('w:ilvl')), Number(start)] as const];
      });
      this.lists.set(one.attribute('w:numId') ?? '', {
        levels: abstract.get(of) ?? [],
        counters: counters.get(of)!,
        restarts: new Map(restarts),
        isUsed: false,
      });
    }
    for (const style of styles?.all('w:style') ?? []) {
      const mark = style.first('w:pPr')?.first('w:numPr');
      const list = mark?.value('w:numId');
      if (list !== undefined) this.styles.set(style.attribute('w:styleId') ?? '', { list, level: Number(mark?.value('w:ilvl') ?? 0) });
    }
  }

  /** The number in front of a paragraph, empty for bullets and unnumbered ones. */
  next(paragraph: XmlElement): string {
    const properties = paragraph.first('w:pPr');
    const mark = properties?.first('w:numPr');
    const style = this.styles.get(properties?.value('w:pStyle') ?? '');
    const list = this.lists.get(mark?.value('w:numId') ?? style?.list ?? '');
    const level = Number(mark?.value('w:ilvl') ?? style?.level ?? 0);
    const own = list?.levels[level];
    if (!list || !own || own.format === 'bullet' || own.format === 'none') return '';
    const { counters, levels, restarts } = list;
    if (!list.isUsed) restarts.forEach((start, at) => (counters[at] = start - 1));
    list.isUsed = true;
    counters[level] = (counters[level] ?? own.start - 1) + 1;
    counters.length = level + 1;
    return own.text.replaceAll(/%(\d)/g, (_, digit: string) => {
      const index = Number(digit) - 1;
      return written(counters[index] ?? levels[index]?.start ?? 1, levels[index]?.format);
    });
  }
}
