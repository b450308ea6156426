import { cpus } from 'node:os';
import type { Progress } from '@mingshu/contracts';
import { links } from '@mingshu/contracts/routes';
import { expect, it } from 'vitest';
import { cpuSeconds, mostReaderMemory } from '../support/used-by-program';
import { drawReport, isTable, type DrawnReport } from '../corpus/drawn-report';
import { writeDocx } from '../corpus/write-docx';
import { htmlStyles, writeHtml } from '../corpus/write-html';
import { pdfStyles, writePdf } from '../corpus/write-pdf';
import { utf8, writeText } from '../corpus/write-text';
import type { Clerk } from '../support/clerk';
import { startServer } from '../support/server';

const [agencies, years, rounds] = [50, 20, 15];
const breakdowns = ['flow', 'outcome', 'outcome_detail', 'applicant', 'agency_kind', 'disclosure', 'disputes'] as const;
/** What a county receives, in turn. */
const textual = [
  { extension: 'txt', write: (report: DrawnReport) => utf8(writeText(report)) },
  { extension: 'html', write: (report: DrawnReport) => utf8(writeHtml(report, htmlStyles.plain)) },
  { extension: 'docx', write: (report: DrawnReport) => writeDocx(report) },
];
const withPdf = [...textual, { extension: 'pdf', write: (report: DrawnReport) => writePdf(report, pdfStyles['drawn-lines']) }];

/** Prose that no two reports share: nobody here copies from anybody. */
const ownWords = (seed: number): string =>
  Array.from({ length: 400 }, (_, place) =>
    String.fromCharCode(0x4e00 + ((seed * 7919 + place * 104_729 + place * place * (seed + 3)) % 6000)),
  ).join('');
const inOwnWords = (report: DrawnReport, seed: number): DrawnReport => ({
  ...report,
  sections: report.sections.map((section, place) =>
    section.parts.some(isTable) ? section : { ...section, parts: [`${ownWords(seed * 6 + place)}。`] },
  ),
});

/** Follows the progress as the page does that shows it, until so many documents are done. @returns how many stand where. */
async function progressUntilAll(clerk: Clerk, total: number): Promise<Progress['counts']> {
  const { body } = await clerk.fetch(links.progress());
  let read = '';
  for await (const text of body!.pipeThrough(new TextDecoderStream())) {
    read += text;
    const events = read.split('\n\n');
    read = events.pop()!;
    for (const [, data = '{}'] of events.map((event) => /^data: (\{.*\})$/m.exec(event) ?? [])) {
      const { done, counts } = JSON.parse(data) as Partial<Progress>;
      if (done === total && counts) return counts;
    }
  }
  throw new Error('the progress ended');
}
const median = (values: number[]) => values.sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;

it.each([
  ['文本、网页、Word 各三分之一', textual],
  ['文本、网页、Word、PDF 各四分之一', withPdf],
] as const)('measures a county of 50 agencies and 20 years: %s', async (what, writers) => {
  const server = await startServer();
  try {
    const names = Array.from(
      { length: agencies },
      (_, index) => `清河县第${'一二三四五六七八九十'[index % 10]}${'甲乙丙丁戊'[Math.floor(index / 10)]}镇人民政府`,
    );
    await server.clerk.importRoster(['单位代码,单位名称,类别', ...names.map((name, index) => `${index},${name},镇`)].join('\r\n'));
    const files = names.flatMap((agency, place) =>
      Array.from({ length: years }, (_, index) => {
        const { extension, write } = writers[(place + index) % writers.length]!;
        return {
          name: `${agency}${2019 + index}.${extension}`,
          bytes: write(inOwnWords(drawReport(agency, 2019 + index), place * years + index)),
        };
      }),
    );
    const before = cpuSeconds(server.program.process.pid!);
    const begun = performance.now();
    const shown = progressUntilAll(server.clerk, files.length);
    for (let first = 0; first < files.length; first += 100) await server.clerk.handIn(files.slice(first, first + 100));
    const counts = await shown;
    const seconds = (performance.now() - begun) / 1000;
    console.log(`${cpus()[0]?.model ?? ''}，${cpus().length} 核，Node ${process.version}`);
    console.log(`${files.length} 份文件（${what}）经队列入库：${seconds.toFixed(1)} 秒，每秒 ${(files.length / seconds).toFixed(1)} 份`);
    const after = cpuSeconds(server.program.process.pid!);
    const used = {
      program: after.program - before.program,
      readers: after.readers - before.readers,
      database: after.database - before.database,
    };
    const all = used.program + used.readers + used.database;
    console.log(
      `处理器时间：主程序 ${used.program.toFixed(1)} 秒，识读 ${used.readers.toFixed(1)} 秒，数据库 ${used.database.toFixed(1)} 秒；合每份 ${((1000 * all) / files.length).toFixed(0)} 毫秒；两个空闲的核可达每秒 ${((2 * files.length) / all).toFixed(0)} 份`,
    );
    console.log(`识读进程的内存：至多 ${mostReaderMemory(server.program.process.pid!).toFixed(0)} MB（不超过 350）`);
    for (const breakdown of breakdowns) {
      const times: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        const asked = performance.now();
        await server.clerk.call('trend', { query: { breakdown } });
        times.push(performance.now() - asked);
      }
      console.log(`趋势 ${breakdown}（${files.length} 份报告）：中位 ${median(times).toFixed(0)} 毫秒`);
    }
    expect(counts.read).toBe(files.length);
  } finally {
    await server.stop();
  }
});
