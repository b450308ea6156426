import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cellsOf, requestCell, type EditionId, type Figure, type Figures } from '@mingshu/report-format';
import { writeReportDocx, writeReportHtml, writeReportText, type ReportDocument } from '@mingshu/report-writer';
import { readXlsx } from 'hucre';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from './mingshu';

const project = fileURLToPath(new URL('..', import.meta.url));
const childEntry = join(project, 'dist', 'reading-child.js');
let folder: string;
beforeAll(async () => {
  await build({ root: project, logLevel: 'silent', build: { emptyOutDir: false } });
  folder = mkdtempSync(join(tmpdir(), 'mingshu-cli-'));
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Prose that no rule finds fault with. */
const prose = {
  '1': ['主动公开、依申请公开、政府信息管理、平台建设、监督保障均按要求开展，工作考核、社会评议、责任追究各有安排。'],
  '5': ['存在的问题是更新不够及时，改进措施是建立清单。'],
  '6': ['未收取信息处理费。'],
};

/** A report with one granted request of a natural person, and what is changed about it. */
function report(year: number, cells: Partial<Record<string, Figure>> = {}): ReportDocument {
  const edition: EditionId = year < 2021 ? '2019' : '2021';
  const one = (['new_received', 'granted', 'settled'] as const).flatMap((row) => [
    requestCell(row, 'natural_person'),
    requestCell(row, 'total'),
  ]);
  const figures = {
    ...Object.fromEntries(cellsOf(edition).map((cell) => [cell, 0])),
    ...Object.fromEntries(one.map((cell) => [cell, 1])),
    ...cells,
  } as Figures;
  return {
    title: `清河县柳河镇人民政府${year}年政府信息公开工作年度报告`,
    introduction: `本报告所列数据的统计期限为${year}年1月1日至12月31日。`,
    edition,
    figures,
    sections: prose,
    signature: '清河县柳河镇人民政府',
  };
}

async function asked(...words: string[]) {
  const printed: string[] = [];
  const complained: string[] = [];
  const code = await run(words, { folder, print: (text) => printed.push(text), complain: (text) => complained.push(text), childEntry });
  return { code, printed, complained, lines: words.includes('--json') ? printed.map((line) => JSON.parse(line)) : [] };
}

describe('read', () => {
  it.each([2020, 2024])('gives the same reading of one report of %i as Word, web page and text', async (year) => {
    const written = report(year, {
      'requests.denied.state_secret.enterprise': 'blank',
      'disputes.review.upheld': 'not_applicable',
      'requests.partial.org_other': 37,
    });
    writeFileSync(join(folder, 'a.docx'), await writeReportDocx(written));
    writeFileSync(join(folder, 'a.html'), writeReportHtml(written));
    writeFileSync(join(folder, 'a.txt'), writeReportText(written));
    const { code, lines } = await asked('read', 'a.docx', 'a.html', 'a.txt', '--json');
    expect(code).toBe(0);
    for (const line of lines) {
      expect([line.kind, line.agency.name, line.year.value, line.edition, line.editionPresumed]).toEqual([
        'report',
        '清河县柳河镇人民政府',
        year,
        written.edition,
        false,
      ]);
      const read = Object.fromEntries(
        Object.entries<{ state: string; value?: number }>(line.figures).map(([cell, { state, value }]) => [cell, value ?? state]),
      );
      expect(read).toEqual(written.figures);
      expect(line.sections).toMatchObject({ '1': prose['1'][0], '5': prose['5'][0] });
    }
  });

  it('answers 2 for what is no report, and says why', async () => {
    writeFileSync(join(folder, 'empty.docx'), '');
    const { code, lines } = await asked('read', 'empty.docx', '--json');
    expect(code).toBe(2);
    expect(lines[0]).toMatchObject({ file: 'empty.docx', kind: 'unreadable', reason: 'empty' });
  });

  it('says in Chinese what it was asked wrongly', async () => {
    expect(await asked('read', 'nowhere.txt')).toMatchObject({ code: 2, complained: ['找不到文件：nowhere.txt'] });
    expect((await asked('guess')).complained[0]).toContain('用法');
    expect((await asked('sum', '.')).code).toBe(2);
  });
});

describe('check', () => {
  it('uses each year as the other’s last year, and answers 1 where there is an error', async () => {
    writeFileSync(
      join(folder, '2022.txt'),
      writeReportText(
        report(2022, {
          'requests.carried_out.natural_person': 2,
          'requests.carried_out.total': 2,
          'requests.new_received.natural_person': 3,
          'requests.new_received.total': 3,
        }),
      ),
    );
    writeFileSync(join(folder, '2023.txt'), writeReportText(report(2023)));
    const { code, lines } = await asked('check', '2022.txt', '2023.txt', '--json');
    expect(code).toBe(1);
    expect(lines[0].findings).toEqual([]);
    expect(lines[1].findings.map(({ check, expected, found }: Record<string, unknown>) => [check, expected, found])).toEqual([
      ['YOY-CARRY', 2, 0],
      ['YOY-CARRY', 2, 0],
    ]);
    expect((await asked('check', '2022.txt')).code).toBe(0);
  });

  it('names the likely cell', async () => {
    writeFileSync(join(folder, 'wrong.txt'), writeReportText(report(2024, { 'requests.granted.enterprise': 4 })));
    const { lines } = await asked('check', 'wrong.txt', '--json');
    expect(lines[0].findings[0]).toMatchObject({ severity: 'error', likely: { cell: 'requests.granted.enterprise', value: 0 } });
  });
});

it('sums a folder into a workbook of numbers, blanks kept apart, the same report once', async () => {
  const years = mkdtempSync(join(folder, 'sum-'));
  writeFileSync(join(years, '1.txt'), writeReportText(report(2024, { 'requests.partial.org_other': 'blank' })));
  writeFileSync(
    join(years, '2.docx'),
    await writeReportDocx({
      ...report(2024, { 'requests.granted.total': 41 }),
      title: '清河县东坪镇人民政府2024年政府信息公开工作年度报告',
      signature: '清河县东坪镇人民政府',
    }),
  );
  writeFileSync(join(years, '3.html'), writeReportHtml(report(2024)));
  const { code, printed } = await asked('sum', years, '-o', join(folder, 'sum.xlsx'));
  expect(code).toBe(1);
  expect(printed).toContain('2024 年度：汇总 2 份');
  expect(printed.find((line) => line.includes('3.html'))).toContain('未重复计入');
  const asJson = await asked('sum', years, '-o', join(folder, 'sum.xlsx'), '--json');
  expect(asJson.lines).toHaveLength(3);
  expect(asJson.complained.find((line) => line.includes('3.html'))).toContain('未重复计入');
  const { sheets } = await readXlsx(readFileSync(join(folder, 'sum.xlsx')));
  expect(sheets[0]!.rows.flat()).toContain(42);
  expect(sheets[0]!.rows[1]![0]).toBe('汇总 2 份报告；没有单位名册，不知应报多少家。');
  const wide = sheets.find(({ name }) => name === '2024各单位')!;
  const column = cellsOf('2021').indexOf('requests.granted.total') + 1;
  expect(wide.rows.slice(2).map((row) => [row[0], row[column]])).toEqual([
    ['清河县柳河镇人民政府', 1],
    ['清河县东坪镇人民政府', 41],
    ['合计', 42],
  ]);
  const blank = cellsOf('2021').indexOf('requests.partial.org_other') + 1;
  expect(wide.rows[2]![blank]).toBe('—（未填）');
});
