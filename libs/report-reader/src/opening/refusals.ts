import type { Unreadable } from '@mingshu/report-format';

const sentences: Record<Unreadable['reason'], string> = {
  empty: '这是一个空文件，没有任何内容。请向填报单位重新索要文件。',
  too_large: '文件超过 20 MB，未打开。请压缩其中的图片，或只保留年度报告正文后重新导入。',
  unknown_type: '无法识别这个文件的类型，它的内容与扩展名不符。请让填报单位另存为 Word（.docx）后重新报送。',
  unsupported_type: '暂不能自动识读这种格式。请另存为 Word（.docx）、网页或纯文本后重新导入，或改为手工录入。',
  damaged: '文件已损坏，无法完整打开。请让填报单位重新导出后再报送。',
  archive: '这是压缩包。请解压后把其中的文件逐个导入。',
  password: '文件设有打开密码。请让填报单位取消密码后重新报送。',
  bomb: '文件解压后异常庞大，已停止打开。请让填报单位重新另存为正常的 Word 或 Excel 文件。',
  time_limit: '打开文件超过规定时间，已停止。请只保留年度报告正文，另存为 Word（.docx）后重新导入。',
  memory_limit: '打开文件占用内存过多，已停止。请只保留年度报告正文，另存为较小的文件后重新导入。',
  scanned: '这是扫描件或图片，页面上没有文字，本机没有启用图片识别。请对照原件手工录入，或让填报单位提供 Word（.docx）文件。',
  crashed: '打开文件时程序意外中止，其他文件不受影响。请重试一次；仍不成功时另存为 Word（.docx）后导入。',
};

/** A document that could not be opened, with the sentence a clerk can act on. `what` replaces the general sentence. */
export const unreadable = (reason: Unreadable['reason'], what?: string): Unreadable => ({
  kind: 'unreadable',
  reason,
  sentence: what ?? sentences[reason],
});

/** Carries a refusal out of the depths of an opener. */
export class Refusal extends Error {
  constructor(readonly answer: Unreadable) {
    super(answer.reason);
  }
}

export const refuse = (reason: Unreadable['reason'], what?: string): never => {
  throw new Refusal(unreadable(reason, what));
};
