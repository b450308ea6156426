import type { CellMark } from './edited-report';

/** Glyph and word of every state of a cell; colour only comes on top of them. */
export const cellMark: Record<CellMark, { readonly glyph: string; readonly word: string }> = {
  agrees: { glyph: '✓', word: '一致' },
  confirmed: { glyph: '☑', word: '核对过' },
  unclear: { glyph: '?', word: '存疑' },
  broken: { glyph: '≠', word: '不平' },
  blank: { glyph: '○', word: '空白' },
  corrected: { glyph: '✎', word: '人工改' },
  edited: { glyph: '●', word: '未保存' },
  plain: { glyph: '', word: '' },
};
