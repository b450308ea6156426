import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import type { Finding } from '@mingshu/report-checks';
import { writeAnnotatedDocx, type AnnotatedReport } from './write-annotated-docx';

const total: Finding = {
  check: 'T4-SUM',
  severity: 'error',
  cells: ['disputes.review.upheld', 'disputes.review.total'],
  sentence: '表四「行政复议」部分「总计」应为 0，填写 1（多 1）。',
};
const claim: Finding = {
  check: 'TXT-REQ',
  severity: 'warning',
  cells: [],
  sentence: '正文写收到申请 9 件，表三为 1。',
  claim: { section: '1', start: 6, end: 12, quote: '收到申请9件' },
};
const report: AnnotatedReport = {
  title: '标注版',
  notes: [],
  edition: '2021',
  printed: { 'disputes.review.upheld': '0', 'disputes.review.total': '1' },
  parts: { '1': '全年共计：\n收到申请9件，均已答复。' },
  findings: [total, claim],
  at: new Date('2025-01-20T02:00:00Z'),
};
const parts = async (one: AnnotatedReport) => {
  const files = unzipSync(await writeAnnotatedDocx(one));
  const text = (name: string) => strFromU8(files[name]!);
  return { document: text('word/document.xml'), comments: text('word/comments.xml') };
};
const plain = (xml: string) => xml.replaceAll(/<[^>]+>/g, '');

it('puts each finding as a comment at its cell or its words, with a mark that prints', async () => {
  const { document, comments } = await parts(report);
  expect(plain(comments)).toBe(`〔错误1〕${total.sentence}〔疑问1〕${claim.sentence}`);
  // The comment of the sum opens at the total, where it is printed 1; its other cell bears the mark alone.
  expect(plain(/<w:commentRangeStart w:id="0"\/>.*?<w:commentRangeEnd w:id="0"\/>/.exec(document)![0])).toBe('1');
  expect(plain(/<w:commentRangeStart w:id="1"\/>.*?<w:commentRangeEnd w:id="1"\/>/.exec(document)![0])).toBe('收到申请9件');
  expect(plain(document)).toContain('0〔错误1〕');
  expect(plain(document)).toContain('收到申请9件〔疑问1〕，均已答复。');
});

it('never shows a cell that was not read as 0 or blank', async () => {
  expect(plain((await parts(report)).document).match(/〔未读到〕/g)).toHaveLength(198);
});

it('writes the same bytes for the same report', async () => {
  expect(Buffer.from(await writeAnnotatedDocx(report)).equals(Buffer.from(await writeAnnotatedDocx(report)))).toBe(true);
});
