import { describe, expect, it } from 'vitest';
import { readDocument } from './read-document';

const read = (text: string | Uint8Array) => readDocument(typeof text === 'string' ? new TextEncoder().encode(text) : text);

describe('what is no report', () => {
  it.each([
    ['empty', 'unreadable', ''],
    ['empty', 'unreadable', '  \n '],
    ['damaged', 'unreadable', '%PDF-1.7 …'],
    ['unknown_type', 'unreadable', new Uint8Array([1, 2, 3, 0, 0, 0, 4, 5, 0, 0])],
    ['scanned', 'unreadable', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3])],
    ['damaged', 'unreadable', new Uint8Array([0x50, 0x4b, 3, 4, 9, 9, 9])],
    [
      'other_document',
      'not-a-report',
      '关于召开全县防汛工作会议的通知\n请各乡镇、各部门主要负责人于6月3日上午九时到县政府一楼会议室参加会议。',
    ],
    ['empty_shell', 'not-a-report', '<html><head><script src="/app.js"></script></head><body><div id="app"></div></body></html>'],
    [
      'explanation',
      'not-a-report',
      '<html><body><h1>《清河县2024年政府信息公开工作年度报告》解读</h1><p>近日，清河县公布了年度报告，现就有关内容解读如下，全文共三个方面。</p></body></html>',
    ],
    [
      'list_page',
      'not-a-report',
      `<html><body><h1>政府信息公开年报</h1><ul>${[1, 2, 3, 4].map((n) => `<li><a href="/${n}">第${n}镇2024年政府信息公开工作年度报告</a></li>`).join('')}</ul></body></html>`,
    ],
    [
      'before_2019',
      'not-a-report',
      '清河县柳河镇2016年政府信息公开工作年度报告\n一、概述\n本镇认真开展工作。\n二、主动公开政府信息情况\n公开30条。\n五、政府信息公开的收费及减免情况\n未收费。\n附表：政府信息公开情况统计表',
    ],
  ] as const)('%s is named (%s), with the next step', async (reason, kind, document) => {
    const reading = await read(document as string | Uint8Array);
    expect(reading).toMatchObject({ kind, reason });
    if (reading.kind !== 'report') expect(reading.sentence).toMatch(/[。]$/);
  });

  it('names the files that a page offers in place of the report', async () => {
    const page =
      '<html><body><h1>柳河镇2024年政府信息公开工作年度报告</h1><p>附件：<a href="/files/P0201.docx">柳河镇2024年度报告.docx</a></p></body></html>';
    const reading = await read(page);
    expect(reading.kind).toBe('not-a-report');
    expect(reading.kind !== 'report' && reading.sentence).toContain('「柳河镇2024年度报告.docx」');
  });

  it('is not opened at all above 20 MB', async () => {
    expect(await read(new Uint8Array(21 * 1024 * 1024))).toMatchObject({ kind: 'unreadable', reason: 'too_large' });
  });
});
