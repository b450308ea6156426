import type { Unreadable } from '@mingshu/report-format';
import { isArchive } from '../archive/is-archive';
import type { OpenedDocument } from '../document';
import { withoutRadicals } from '../recognition/radicals';
import { mainPart, openDocx } from './docx/open-docx';
import { openHtml } from './html/open-html';
import { kindByBytes } from './kind-by-bytes';
import { openOfd } from './ofd/open-ofd';
import { openOle } from './ole';
import { openMhtml } from './mhtml/open-mhtml';
import { openPicture } from '../scan/open-picture';
import type { Scans } from '../scan/read-scans';
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

const otherArchive = '这是 RAR、7z 等格式的压缩包，不能直接展开。请解压后把文件夹整个拖入，或改打成 zip 再导入。';
const program = '这是程序文件，不是文档，没有打开。请移除，并向填报单位重新索要年度报告。';
const wordXml = '这是 Word 的 XML 文档，不能自动识读。请用 Word 或 WPS 打开后另存为 .docx 再导入。';

/** What of a Word package is read: text, numbering, styles, and whole documents that some programs only wrap. */
const wordParts =
  /^word\/(?:document\d*|numbering|styles)\.xml$|^word\/_rels\/document\d*\.xml\.rels$|^word\/[^/]+\.(?:mht|mhtml|html?|rtf|txt)$/i;

/** Parts that are inflated; in an OFD package, whose folders are named freely, every XML file. */
const isWanted = (name: string) =>
  wordParts.test(name) ||
  name.startsWith('xl/') ||
  (/\.xml$/i.test(name) && !/^(word|docProps|customXml|_rels|ppt)\/|^\[Content_Types\]/.test(name));

async function openPackage(bytes: Uint8Array, scans: Scans): Promise<OpenedDocument | Unreadable> {
  const parts = await readZip(bytes, isWanted);
  if (mainPart(parts.keys()))
    return openDocx(parts, async (part) => {
      const opened = kindByBytes(part) === 'zip' ? unreadable('unsupported_type') : await openDocument(part);
      return opened.kind === 'opened' ? opened : undefined;
    });
  if (parts.has('xl/workbook.xml')) return openXlsx(bytes);
  if (parts.has('OFD.xml')) return openOfd(parts, bytes, scans);
  return unreadable('unsupported_type', '这种文件（如演示文稿）里没有年度报告的正文。请让填报单位提供 Word（.docx）文件。');
}

function openPlain(bytes: Uint8Array): OpenedDocument | Unreadable {
  const text = decodeText(bytes);
  if (text.trim() === '') return unreadable('empty');
  return looksLikeCsv(text) ? openCsv(text) : openText(text);
}

async function openByBytes(bytes: Uint8Array, scans: Scans): Promise<OpenedDocument | Unreadable> {
  switch (kindByBytes(bytes)) {
    case 'empty':
      return unreadable('empty');
    case 'zip':
      return (await isArchive(bytes)) ? unreadable('archive') : await openPackage(bytes, scans);
    case 'ole':
      return await openOle(bytes);
    case 'pdf':
      return await openPdf(bytes, scans);
    case 'picture':
      return await openPicture(bytes, scans);
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
    case 'other-archive':
      return unreadable('unsupported_type', otherArchive);
    case 'program':
      return unreadable('unsupported_type', program);
    case 'unknown':
      return unreadable('unknown_type');
  }
}

function inPlainText<Printed extends { readonly text: string }>(printed: Printed): Printed {
  const text = withoutRadicals(printed.text);
  return text === printed.text ? printed : { ...printed, text };
}

/** What a document says, its radicals written as the characters they stand for, whatever program put them down. */
const inPlainCharacters = ({ title, blocks, ...others }: OpenedDocument): OpenedDocument => ({
  ...others,
  blocks: blocks.map((block) =>
    block.kind === 'grid' ? { ...block, rows: block.rows.map((row) => row.map(inPlainText)) } : inPlainText(block),
  ),
  ...(title === undefined ? {} : { title: withoutRadicals(title) }),
});

/** Opens a document by what its bytes are, never by its name. Whatever is wrong with it is an answer, not an exception. `scans` reads what is printed in pictures. */
export async function openDocument(bytes: Uint8Array, scans: Scans = 'none'): Promise<OpenedDocument | Unreadable> {
  if (bytes.length > largestDocument) return unreadable('too_large');
  try {
    const opened = await openByBytes(bytes, scans);
    return opened.kind === 'opened' ? inPlainCharacters(opened) : opened;
  } catch (error) {
    if (error instanceof Refusal) return error.answer;
    throw error;
  }
}
