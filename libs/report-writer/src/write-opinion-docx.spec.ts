import { opinionLetter, usualOpening } from '@mingshu/report-checks';
import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { writeOpinionDocx } from './write-opinion-docx';

const letter = opinionLetter({
  countyName: '清河县',
  agencyName: '清河县东坪镇人民政府',
  year: 2024,
  number: 3,
  version: 1,
  opening: usualOpening(2024, 1, 1, 1),
  points: [
    { text: '请补充第五部分的改进情况。', severity: null },
    { text: '「不予处理—信访举报」由 2 增至 31，请核实。', severity: 'warning' },
    { text: '表三「总计」列第 8 行应为 23，填写 22（少 1）。', severity: 'error' },
  ],
  dueOn: '2025-02-17',
  issuedOn: '2025-02-10',
  switchedOff: [{ check: 'S1-LEN', name: '篇幅', reason: '本县不限篇幅' }],
});
const parts = async () => {
  const files = unzipSync(await writeOpinionDocx(letter));
  return (name: string) => new TextDecoder().decode(files[name]);
};

it('numbers through errors, queries and what a person added, in this order', () => {
  expect(letter.groups).toEqual([
    { heading: '一、须改正的错误（1处）', points: ['1．表三「总计」列第 8 行应为 23，填写 22（少 1）。'] },
    { heading: '二、须改正或说明的疑问（1处）', points: ['2．「不予处理—信访举报」由 2 增至 31，请核实。'] },
    { heading: '三、其他意见（1处）', points: ['3．请补充第五部分的改进情况。'] },
  ]);
  expect(letter.opening).toContain('发现须改正的错误 1 处、须核实说明的疑问 1 处');
});

it('says the same in the document, names the rule that was off, and keeps to the layout of official papers', async () => {
  const part = await parts();
  const text = part('word/document.xml').replaceAll(/<[^>]+>/g, '');
  for (const words of [letter.title, letter.addressee, letter.closing, letter.date, ...letter.groups.flatMap(({ points }) => points)])
    expect(text).toContain(words);
  expect(text).toContain('本县已停用规则“篇幅”（S1-LEN），未据此审核。停用原因：本县不限篇幅');
  const xml = part('word/document.xml');
  expect(xml).toMatch(/w:pgSz[^>]*w:w="11906"[^>]*w:h="16838"/);
  expect(xml).toMatch(/w:line="580"[^>]*w:lineRule="exact"/);
  expect(xml).toContain('仿宋');
});

it('gives the same bytes for the same letter', async () => {
  expect(await writeOpinionDocx(letter)).toEqual(await writeOpinionDocx(letter));
});
