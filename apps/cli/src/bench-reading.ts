import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { cellsOf, type Figures } from '@mingshu/report-format';
import { readDocument } from '@mingshu/report-reader';
import { writeReportDocx, writeReportHtml, writeReportText, type ReportDocument } from '@mingshu/report-writer';

const rounds = 60;

/** A report in which every cell holds a number of its own. */
const report: ReportDocument = {
  title: '清河县柳河镇人民政府2024年政府信息公开工作年度报告',
  introduction: '本报告所列数据的统计期限为2024年1月1日至12月31日。',
  edition: '2021',
  figures: Object.fromEntries(cellsOf('2021').map((cell, place) => [cell, place])) as Figures,
  sections: {
    '1': Array.from({ length: 5 }, (_, aspect) => `（${aspect + 1}）${'围绕重点工作主动公开政府信息，'.repeat(20)}`),
    '5': ['问题与改进。'.repeat(30)],
    '6': ['未收取信息处理费。'],
  },
  signature: '清河县柳河镇人民政府',
};

/** Documents that no writer of the program makes, from the corpus. */
const fixture = (name: string) => readFileSync(fileURLToPath(new URL(`../../../test/fixtures/${name}`, import.meta.url)));
const drawn = {
  '旧版 Word': 'converted/2024-docx-plain-as-doc/document.doc',
  RTF: 'drawn/2024-rtf-gbk/document.doc',
  Excel: 'drawn/2024-xlsx-one-sheet/document.xlsx',
  '旧版 Excel': 'drawn/2024-xls-one-sheet/document.xls',
  网页归档: 'drawn/2024-mhtml-by-word/document.mht',
  OFD: 'drawn/2024-ofd-relative/document.ofd',
};

const median = (values: number[]) => values.sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;

/** Prints the median time of reading one document of each format in this process, and the memory it took. */
async function bench(): Promise<void> {
  const corpusDocuments = Object.fromEntries(Object.entries(drawn).map(([name, file]) => [name, fixture(file)]));
  console.log(`${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}; median of ${rounds}, one core`);
  const documents = {
    文本: writeReportText(report),
    网页: writeReportHtml(report),
    Word: await writeReportDocx(report),
    ...corpusDocuments,
  };
  for (const [name, bytes] of Object.entries(documents)) {
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const begun = performance.now();
      await readDocument(bytes, 'report');
      times.push(performance.now() - begun);
    }
    console.log(`读一份${name}（${(bytes.length / 1024).toFixed(0)} KB）：${median(times).toFixed(1)} 毫秒`);
  }
  console.log(`内存：${(process.memoryUsage().rss / 1024 / 1024).toFixed(0)} MB`);
}

await bench();
