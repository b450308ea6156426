import { asBytes, asCsv, asDocx, asHtml, asPdf, asText, asWorkbook, type CorpusCase } from '../corpus-case';
import { drawReport } from '../drawn-report';
import { docxStyles } from '../write-docx';
import { htmlStyles, writeHtml } from '../write-html';
import { pdfStyles } from '../write-pdf';
import { encoded, textShapes, utf16, writeText } from '../write-text';

const agencies = ['清河县柳河镇人民政府', '清河县石桥街道办事处', '清河县财政局', '清河县双塔乡人民政府'];
const names = <Name extends string>(record: Record<Name, unknown>) => Object.keys(record) as Name[];

/** Undamaged reports of both editions in every format and style. */
export const wholeCases: readonly CorpusCase[] = [2020, 2024].flatMap((year) => {
  let seed = year;
  const report = () => drawReport(agencies[(seed += 1) % agencies.length]!, year, { seed });
  const gb = report();
  const page = report();
  return [
    ...names(textShapes).map((shape) =>
      asText([`${year}-text-${shape}`, '完整文件', `纯文本，${shape}`], report(), { shape: textShapes[shape] }),
    ),
    ...names(htmlStyles).map((style) =>
      asHtml([`${year}-html-${style}`, '完整文件', `网页，${style}`], report(), { style: htmlStyles[style] }),
    ),
    ...names(docxStyles).map((style) => asDocx([`${year}-docx-${style}`, '完整文件', `Word，${style}`], report(), { style })),
    ...names(pdfStyles).map((style) => asPdf([`${year}-pdf-${style}`, '完整文件', `PDF，${style}`], report(), { style })),
    asWorkbook([`${year}-xlsx-one-sheet`, '完整文件', '工作簿，一张表'], report(), true),
    asWorkbook([`${year}-xlsx-a-sheet-a-section`, '完整文件', '工作簿，每部分一张表'], report(), false),
    asCsv([`${year}-csv`, '完整文件', '逗号分隔'], report()),
    asBytes([`${year}-text-gb18030`, '完整文件', 'GB18030 编码的文本'], gb, 'txt', encoded(writeText(gb), 'gb18030')),
    asBytes([`${year}-text-utf16`, '完整文件', 'UTF-16 编码的文本'], gb, 'txt', utf16(writeText(gb))),
    asBytes(
      [`${year}-html-gb2312`, '完整文件', '声明为 gb2312 的网页'],
      page,
      'html',
      encoded(writeHtml(page, htmlStyles['site-template']).replace('utf-8', 'gb2312'), 'gb18030'),
    ),
  ];
});
