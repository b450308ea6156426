import CFB from 'cfb';
import type { Unreadable } from '@mingshu/report-format';
import type { OpenedDocument } from '../document';
import { openDoc } from './doc/open-doc';
import { refuse, unreadable } from './refusals';
import { openXls } from './sheet/open-xls';

const works = '这是微软 Works 的文档（.wps），不是 WPS 文字，不能自动识读。请让填报单位另存为 Word（.docx）后重新报送。';
const otherOle = '这是 Office 文件，但里面没有 Word 文档或 Excel 表格。请让填报单位另存为 Word（.docx）后重新报送。';

/** The streams at the top level of an OLE file by their names. */
function streamsOf(bytes: Uint8Array): Map<string, Uint8Array> {
  try {
    const { FullPaths, FileIndex } = CFB.read(bytes, { type: 'array' });
    const [root = ''] = FullPaths;
    return new Map(
      FileIndex.flatMap(({ content }, place) => {
        const name = FullPaths[place]!.slice(root.length);
        return content && name !== '' && !name.includes('/') ? [[name, Uint8Array.from(content)] as const] : [];
      }),
    );
  } catch {
    return refuse('damaged');
  }
}

/** An OLE file by the streams it holds: a Word document, a workbook, a locked package, or something else with the next step. */
export async function openOle(bytes: Uint8Array): Promise<OpenedDocument | Unreadable> {
  const streams = streamsOf(bytes);
  if (streams.has('EncryptedPackage')) return unreadable('password');
  if (streams.has('WordDocument')) return openDoc(streams);
  if (streams.has('Workbook') || streams.has('Book')) return openXls(bytes, !streams.has('Workbook'));
  if (streams.has('MatOST') || streams.has('MN0') || streams.has('CONTENTS')) return unreadable('unsupported_type', works);
  return unreadable('unsupported_type', otherOle);
}
