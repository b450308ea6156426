import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { cellsOf, figureOf, type EditionId, type Figures } from '@mingshu/report-format';
import { readDocument, recogniser } from '@mingshu/report-reader';
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
  PDF: 'drawn/2024-pdf-drawn-lines/document.pdf',
  Excel: 'drawn/2024-xlsx-one-sheet/document.xlsx',
  '旧版 Excel': 'drawn/2024-xls-one-sheet/document.xls',
  网页归档: 'drawn/2024-mhtml-by-word/document.mht',
  OFD: 'drawn/2024-ofd-relative/document.ofd',
};

const scans = ['2024-clean', '2024-photocopied', '2020-clean', '2020-photocopied', '2024-almost-all-zero'];

const median = (values: number[]) => values.sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;

/** The scans of the corpus: time of a page, figures right, unclear and wrong, memory of a process that has read nothing else. */
async function benchScans(): Promise<void> {
  const model = await recogniser();
  if (!model) return console.log('扫描件：没有安装识别组件，未测量');
  const pages: number[] = [];
  for (const name of scans) {
    const folder = `scans/${name}`;
    const { edition, figures } = JSON.parse(fixture(`${folder}/scan.json`).toString()) as { edition: EditionId; figures: Figures };
    let begun: number | undefined;
    const turnPage = () => {
      if (begun !== undefined) pages.push(performance.now() - begun);
      begun = performance.now();
    };
    const reading = await readDocument(fixture(`${folder}/document.pdf`), undefined, { model, onPage: turnPage });
    turnPage();
    if (reading.kind !== 'report') throw new Error(reading.sentence);
    const read = cellsOf(edition).map((cell) => [figureOf(reading.figures[cell]!), figures[cell]]);
    const right = read.filter(([one, printed]) => one === printed).length;
    const unclear = read.filter(([one]) => one === 'unread').length;
    console.log(`扫描件 ${name}：正确 ${right}，存疑 ${unclear}，错误 ${read.length - right - unclear}`);
  }
  const seconds = median(pages) / 1000;
  const memory = process.memoryUsage().rss / 1024 / 1024;
  console.log(`识别一页：${seconds.toFixed(1)} 秒（不超过 4）；内存 ${memory.toFixed(0)} MB（不超过 700）`);
}

/** The documents that are measured, by what they are. */
const documents: Record<string, () => Uint8Array | Promise<Uint8Array>> = {
  文本: () => writeReportText(report),
  网页: () => writeReportHtml(report),
  Word: () => writeReportDocx(report),
  ...Object.fromEntries(Object.entries(drawn).map(([name, file]) => [name, () => fixture(file)])),
};

/** Prints the median time of reading one document of a format again and again in this process, and the most memory that took. */
async function benchFormat(name: string): Promise<void> {
  const bytes = await documents[name]!();
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const begun = performance.now();
    await readDocument(bytes, 'report');
    times.push(performance.now() - begun);
  }
  const memory = process.resourceUsage().maxRSS / 1024;
  const size = (bytes.length / 1024).toFixed(0);
  console.log(`读一份${name}（${size} KB）：${median(times).toFixed(1)} 毫秒；内存至多 ${memory.toFixed(0)} MB（不超过 350）`);
}

/** Every format in a process of its own, as the server's reading processes begin. */
function bench(): void {
  console.log(`${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}; median of ${rounds}, one core`);
  for (const name of Object.keys(documents)) execFileSync(process.execPath, [fileURLToPath(import.meta.url), name], { stdio: 'inherit' });
}

const asked = process.argv[2];
if (asked) await benchFormat(asked);
else {
  await benchScans();
  bench();
}
