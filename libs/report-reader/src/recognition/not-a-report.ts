import type { NotAReport, ReportReading } from '@mingshu/report-format';
import type { OpenedDocument } from '../document';
import { normalise } from './normalise';

const sentences: Record<NotAReport['reason'], string> = {
  other_document: '文件里没有找到年度报告的三张表和规定的六个部分，看起来不是政府信息公开工作年度报告。请核对后重新导入。',
  list_page: '这是年度报告的目录页，不是报告本身。请打开具体单位的报告后另存再导入。',
  explanation: '这是年度报告的解读文章，不是报告本身。请导入报告原文。',
  before_2019: '这是 2018 年及以前的旧格式报告，各项数字与现行表格不可比，已单独列出，不计入汇总。',
  empty_shell: '网页里没有报告正文（内容由脚本加载）。请在浏览器中打开后另存为完整网页或复制为文本再导入。',
  no_text: '文件里没有文字，可能只有图片。请让填报单位提供可复制文字的版本，或改为手工录入。',
};

export const notAReport = (reason: NotAReport['reason']): NotAReport => ({ kind: 'not-a-report', reason, sentence: sentences[reason] });

/** A form handed out to be filled in, alone or in a notice: its title says so and no cell holds a number. */
export const isBlankForm = (texts: readonly (string | undefined)[], figures: ReportReading['figures']): boolean =>
  texts.some((text) => text !== undefined && /格式|模板|样表|样式|范本|填报说明|通知$/.test(text)) &&
  Object.values(figures).every(({ state }) => state !== 'number');

export const blankForm: NotAReport = {
  kind: 'not-a-report',
  reason: 'other_document',
  sentence: '这是年度报告的空白表样，各格都没有填数，不是报告本身。请导入填好的报告。',
};

const oldChapters = [
  '收费及减免',
  '政府信息公开情况统计表',
  '回应解读',
  '主动公开政府信息数',
  '机构建设和保障经费',
  '依申请公开政府信息情况和不予公开',
];

/** The files that a page offers, named, since the report may be in one of them. */
const attached = ({ traits }: OpenedDocument): string => {
  const names = [...new Set((traits.attachments ?? []).map(({ text }) => text))].slice(0, 3);
  return names.length === 0 ? '' : `网页附有文件：${names.map((name) => `「${name}」`).join('、')}，报告可能在其中，请下载后导入。`;
};

/** What a document is that holds neither tables nor sections of the form; `year` where signs name one. */
export function whatElse(document: OpenedDocument, year: number | null): NotAReport {
  const answer = kindOfDocument(document, year);
  const files = ['empty_shell', 'no_text', 'other_document'].includes(answer.reason) ? attached(document) : '';
  return files === '' ? answer : { ...answer, sentence: `网页里没有报告正文。${files}` };
}

function kindOfDocument(document: OpenedDocument, year: number | null): NotAReport {
  const texts = document.blocks.flatMap((block) => (block.kind === 'grid' ? block.rows.flat().map(({ text }) => text) : [block.text]));
  const whole = normalise(texts.join('\n'));
  const reportLinks = document.traits.links.filter((link) => /信息公开.*(?:年报|报告)/.test(normalise(link))).length;
  if (whole.length < 60 && document.traits.scripts > 0) return notAReport('empty_shell');
  if (whole.length < 20) return notAReport('no_text');
  if (/解读/.test(normalise(texts[0] ?? '') + normalise(document.title ?? ''))) return notAReport('explanation');
  if (reportLinks >= 3) return notAReport('list_page');
  if (oldChapters.filter((chapter) => whole.includes(chapter)).length >= 2 || (year !== null && year < 2019 && /信息公开/.test(whole)))
    return notAReport('before_2019');
  if (texts.filter((text) => /信息公开.*(?:年报|报告)$/.test(normalise(text))).length >= 5) return notAReport('list_page');
  return notAReport('other_document');
}
