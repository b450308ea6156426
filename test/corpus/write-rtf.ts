import { isTable, startsOf, type DrawnReport, type DrawnTable } from './drawn-report';
import { encoded } from './write-text';

/** How a Rich Text file is put together. */
export interface RtfStyle {
  /** Characters by their codes in GBK, as Chinese word processors write them, or by Unicode numbers with a replacement. */
  readonly codes: 'gbk' | 'unicode';
  /** Old numbers left in as deleted text, the reviewer's remark, hidden words, a running head. */
  readonly hasUnprinted?: boolean;
  /** Merged cells by edges alone, their neighbours marked as merged sideways. */
  readonly isMergedSideways?: boolean;
}

const unit = 900;

function codes(text: string, { codes: kind }: RtfStyle): string {
  return [...text]
    .map((character) => {
      if (character === '\n') return '\\line ';
      if (/[\\{}]/.test(character)) return `\\${character}`;
      if (character.charCodeAt(0) < 128) return character;
      if (kind === 'unicode') return `\\u${((character.charCodeAt(0) + 0x8000) & 0xffff) - 0x8000}\\'3f`;
      return [...encoded(character, 'gb18030')].map((byte) => `\\'${byte.toString(16).padStart(2, '0')}`).join('');
    })
    .join('');
}

function row(table: DrawnTable, line: number, style: RtfStyle): string {
  const starts = startsOf(table);
  let marks = '\\trowd\\trgaph108\\trleft-108';
  let texts = '';
  for (let column = 0; column < table.columns;) {
    let found: { text: string; rowspan: number; colspan: number; isFirst: boolean } | undefined;
    for (let above = 0; above <= line; above += 1)
      table.rows[above]!.forEach((slot, place) => {
        if (starts[above]![place] === column && above + slot.rowspan > line) found = { ...slot, isFirst: above === line };
      });
    const { text, rowspan, colspan, isFirst } = found ?? { text: '', rowspan: 1, colspan: 1, isFirst: true };
    const vertical = rowspan > 1 ? (isFirst ? '\\clvmgf' : '\\clvmrg') : '';
    const pieces = style.isMergedSideways ? colspan : 1;
    for (let piece = 0; piece < pieces; piece += 1) {
      const sideways = pieces > 1 ? (piece === 0 ? '\\clmgf' : '\\clmrg') : '';
      const right = (column + (style.isMergedSideways ? piece + 1 : colspan)) * unit - 108;
      marks += `${vertical}${sideways}\\clbrdrt\\brdrs\\brdrw10\\cellx${right}`;
      const old = style.hasUnprinted && /^\d+$/.test(text) && isFirst ? '{\\deleted 99}' : '';
      texts += `\\pard\\intbl ${old}{\\f1 ${isFirst && piece === 0 ? codes(text, style) : ''}}\\cell\n`;
    }
    column += colspan;
  }
  return `${marks}\n${texts}${marks}\\row\n`;
}

/** The report as Rich Text. */
export function writeRtf(report: DrawnReport, style: RtfStyle): Uint8Array {
  const paragraph = (text: string, marks = '') => `\\pard${marks} {\\f1 ${codes(text, style)}}\\par\n`;
  const unprinted = style.hasUnprinted
    ? `{\\header \\pard {\\f1 ${codes('内部资料 12', style)}}\\par}{\\*\\generator Riched20}\\pard{\\v 7 8 9}{\\deleted 2019}{\\*\\annotation 5}\n`
    : '';
  const body = [
    paragraph(report.title, '\\qc'),
    ...report.introduction.map((text) => paragraph(text)),
    ...report.sections.flatMap(({ heading, parts }) => [
      paragraph(heading, '\\outlinelevel0'),
      ...parts.flatMap((part) =>
        isTable(part) ? [...part.rows.map((_, line) => row(part, line, style)), '\\pard\\par\n'] : [paragraph(part)],
      ),
    ]),
    ...report.ending.map((text) => paragraph(text)),
  ];
  const fonts = `{\\fonttbl{\\f0\\froman\\fcharset0 Times New Roman;}{\\f1\\fnil\\fcharset134 ${codes('宋体', { codes: 'gbk' })};}}`;
  return new TextEncoder().encode(
    `{\\rtf1\\ansi\\ansicpg936\\uc1\\deff0${fonts}{\\colortbl;\\red0\\green0\\blue0;}{\\info{\\title 1 2 3}}\n${unprinted}${body.join('')}}`,
  );
}

export const rtfStyles = {
  gbk: { codes: 'gbk' },
  unicode: { codes: 'unicode', hasUnprinted: true },
  'merged-sideways': { codes: 'gbk', isMergedSideways: true },
} satisfies Record<string, RtfStyle>;
