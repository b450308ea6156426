import type { Unreadable } from '@mingshu/report-format';
import type { OpenedDocument } from '../document';
import { openDocx } from './docx/open-docx';
import { openHtml } from './html/open-html';
import { kindByBytes } from './kind-by-bytes';
import { openOle } from './ole';
import { openMhtml } from './mhtml/open-mhtml';
import { openPdf } from './pdf/open-pdf';
import { Refusal, unreadable } from './refusals';
import { looksLikeCsv, openCsv } from './sheet/open-csv';
import { openRtf } from './rtf/open-rtf';
import { openSheetXml } from './sheet/open-sheet-xml';
import { openXlsx } from './sheet/open-xlsx';
import { decodeText } from './text/decode-text';
import { openText } from './text/open-text';
import { readZip } from './zip';

/** Largest file that is opened: 20 MB. */
export const largestDocument = 20 * 1024 * 1024;

const picture = '这是一张图片，暂不能自动识读。请让填报单位提供 Word（.docx）文件，或改为手工录入。';
const wordXml = '这是 Word 的 XML 文档，不能自动识读。请用 Word 或 WPS 打开后另存为 .docx 再导入。';

async function openPackage(bytes: Uint8Array): Promise<OpenedDocument | Unreadable> {
  const parts = await readZip(bytes, (name) => /^word\/(document|numbering)\.xml$/.test(name) || name.startsWith('xl/'));
  if (parts.has('word/document.xml')) return openDocx(parts);
  if (parts.has('xl/workbook.xml')) return openXlsx(bytes);
  if (parts.has('OFD.xml'))
    return unreadable('unsupported_type', '这是 OFD 版式文件，暂不能自动识读。请让填报单位提供 Word（.docx）文件。');
  return unreadable('unsupported_type', '这是压缩包，里面没有可直接识读的年度报告。请解压后把其中的文件逐个导入。');
}

function openPlain(bytes: Uint8Array): OpenedDocument | Unreadable {
  const text = decodeText(bytes);
  if (text.trim() === '') return unreadable('empty');
  return looksLikeCsv(text) ? openCsv(text) : openText(text);
}

/** Opens a document by what its bytes are, never by its name. Whatever is wrong with it is an answer, not an exception. */
export async function openDocument(bytes: Uint8Array): Promise<OpenedDocument | Unreadable> {
  if (bytes.length > largestDocument) return unreadable('too_large');
  try {
    switch (kindByBytes(bytes)) {
      case 'empty':
        return unreadable('empty');
      case 'zip':
        return await openPackage(bytes);
      case 'ole':
        return await openOle(bytes);
      case 'pdf':
        return await openPdf(bytes);
      case 'picture':
        return unreadable('unsupported_type', picture);
      case 'rtf':
        return openRtf(bytes);
      case 'mhtml':
        return openMhtml(bytes);
      case 'word-xml':
        return unreadable('unsupported_type', wordXml);
      case 'sheet-xml':
        return openSheetXml(bytes);
      case 'html':
        return openHtml(bytes);
      case 'text':
        return openPlain(bytes);
      case 'unknown':
        return unreadable('unknown_type');
    }
  } catch (error) {
    if (error instanceof Refusal) return error.answer;
    throw error;
  }
}
