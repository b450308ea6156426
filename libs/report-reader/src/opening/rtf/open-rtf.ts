import type { Block, OpenedDocument } from '../../document';
import { refuse } from '../refusals';
import { charsetPages, decoded } from './code-pages';
import { RtfBody } from './rtf-body';
import { tokens, type Token } from './tokens';

/** Groups whose text is no part of the page. Every group marked with \* is skipped too, unless it is named below. */
const unprinted = new Set(
  'fonttbl colortbl stylesheet info pict header headerl headerr headerf footer footerl footerr footerf footnote annotation atnid atnauthor fldinst nonesttables rxe xe tc tcn objdata objclass sn sv listname revtbl listtable listoverridetable rsidtbl generator themedata colorschememapping filetbl private bkmkstart bkmkend formfield template'.split(
    ' ',
  ),
);
const shownThoughMarked = new Set(['shpinst', 'shptxt', 'nestrow', 'nesttableprops']);

interface Group {
  isSkipped: boolean;
  isDeleted: boolean;
  isHidden: boolean;
  isTextBox: boolean;
  isFontTable: boolean;
  /** Bytes that stand after \u for readers without Unicode. */
  fallback: number;
  page: string;
}

const deepest = 2000;
const characters: Record<string, string> = {
  emdash: '—', endash: '–', lquote: '‘', rquote: '’', ldblquote: '“', rdblquote: '”', bullet: '•', emspace: '　', enspace: ' ', '~': '\u00a0', _: '-', tab: '\t', line: '\n',
}; // prettier-ignore

/** Walks the tokens of an RTF document: which text is shown in which code page, and which words build rows. */
class RtfWalk {
  private readonly body = new RtfBody();
  pictures = 0;
  private readonly fonts = new Map<number, string>();
  private readonly outer: Group[] = [];
  private group: Group = {
    isSkipped: false,
    isDeleted: false,
    isHidden: false,
    isTextBox: false,
    isFontTable: false,
    fallback: 1,
    page: 'gb18030',
  };
  private standard = 'gb18030';
  private font = 0;
  private bytes = '';
  private toSkip = 0;
  private isMarked = false;
  private isFresh = false;

  take(token: Token): void {
    if (token.kind === 'bytes') return this.takeBytes(token.bytes);
    if (token.kind === 'word' && token.name === 'u') return this.takeUnicode(token.value ?? 0);
    if (token.kind === 'word' && token.name === 'uc') return void (this.group.fallback = Math.max(0, token.value ?? 1));
    this.flush();
    this.toSkip = 0;
    if (token.kind === 'word') return this.takeWord(token.name, token.value);
    this.isMarked = false;
    if (token.kind === 'open') {
      if (this.outer.length >= deepest) refuse('damaged');
      this.outer.push(this.group);
      this.group = { ...this.group, isTextBox: false };
      this.isFresh = true;
      return;
    }
    if (this.group.isTextBox) this.body.endBox();
    this.group = this.outer.pop() ?? this.group;
    this.isFresh = false;
  }

  /** A group that is still open means that the end of the file is missing, perhaps in the middle of a row. */
  finish(): Block[] {
    this.flush();
    if (this.outer.length > 0) refuse('damaged');
    return this.body.finish();
  }

  private get isShown(): boolean {
    return !this.group.isSkipped && !this.group.isDeleted && !this.group.isHidden;
  }

  private takeBytes(bytes: string): void {
    this.isFresh = false;
    const skipped = Math.min(this.toSkip, bytes.length);
    this.toSkip -= skipped;
    if (this.isShown) this.bytes += bytes.slice(skipped);
  }

  private takeUnicode(value: number): void {
    this.isFresh = false;
    this.flush();
    this.toSkip = this.group.fallback;
    if (this.isShown) this.body.add(String.fromCharCode(value & 0xffff));
  }

  private flush(): void {
    if (this.bytes !== '') this.body.add(decoded(this.bytes, this.group.page));
    this.bytes = '';
  }

  private takeWord(name: string, value?: number): void {
    if (name === '*') return void (this.isMarked = true);
    const opensGroup = this.isFresh;
    this.isFresh = false;
    if (name === 'pict' && !this.group.isSkipped) this.pictures += 1;
    if (opensGroup && (unprinted.has(name) || (this.isMarked && !shownThoughMarked.has(name)))) {
      this.group.isSkipped = true;
      this.group.isFontTable = name === 'fonttbl';
    }
    this.isMarked = false;
    if (this.group.isFontTable) return this.takeFont(name, value);
    if (this.group.isSkipped) return;
    const isOn = value !== 0;
    if (name === 'ansicpg') this.standard = this.group.page = charsetPages.page(value ?? 936);
    else if (name === 'f') this.group.page = this.fonts.get(value ?? 0) ?? this.standard;
    else if (name === 'plain') Object.assign(this.group, { isDeleted: false, isHidden: false, page: this.standard });
    else if (name === 'deleted') this.group.isDeleted = isOn;
    else if (name === 'v') this.group.isHidden = isOn;
    else if (name === 'shptxt') {
      this.group.isTextBox = true;
      this.body.beginBox();
    } else if (characters[name] !== undefined) {
      if (this.isShown) this.body.add(characters[name]);
    } else if (name === 'par' || name === 'sect' || name === 'page' || name === '\n' || name === '\r') {
      if (this.isShown || name !== 'par') this.body.endParagraph();
    } else this.body.mark(name, value);
  }

  private takeFont(name: string, value = 0): void {
    if (name === 'f') this.font = value;
    if (name === 'fcharset') {
      const page = charsetPages.charset(value);
      if (page) this.fonts.set(this.font, page);
    }
  }
}

/** A Rich Text document, which often is called .doc: paragraphs and tables with the merged cells their rows name. */
export function openRtf(bytes: Uint8Array): OpenedDocument {
  const walk = new RtfWalk();
  for (const token of tokens(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'))) walk.take(token);
  return { kind: 'opened', type: 'rtf', blocks: walk.finish(), traits: { scripts: 0, links: [], pictures: walk.pictures } };
}
