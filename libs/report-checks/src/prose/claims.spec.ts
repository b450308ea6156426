import { describe, expect, it } from 'vitest';
import { exampleReport, type GivenCells } from '../example-report';
import { casesInText } from './cases-in-text';
import { countNumbers } from './numbers';
import { documentsInText, requestsInText } from './text-against-tables';

const intro = '（二）依申请公开。';
const base: GivenCells = {
  'requests.new_received.total': 10,
  'requests.new_received.natural_person': 8,
  'requests.new_received.enterprise': 2,
  'requests.carried_in.total': 2,
  'requests.carried_in.natural_person': 2,
  'requests.settled.total': 9,
  'requests.settled.natural_person': 7,
  'requests.settled.enterprise': 2,
  'requests.carried_out.total': 3,
  'requests.carried_out.natural_person': 3,
  'requests.granted.total': 3,
  'requests.partial.total': 1,
  'requests.denied.third_party.total': 1,
  'requests.denied.process_info.total': 1,
  'requests.unavailable.not_held.total': 1,
  'requests.other.misc.total': 2,
  'disputes.review.total': 3,
  'disputes.review.pending': 1,
  'disputes.review.upheld': 2,
  'disputes.suit_after_review.total': 1,
  'disputes.suit_after_review.upheld': 1,
  'disclosure.a20_1.normative_doc.issued': 2,
  'disclosure.a20_1.normative_doc.repealed': 1,
  'disclosure.a20_1.normative_doc.in_force': 9,
};
const checks = { 'TXT-REQ': requestsInText, 'TXT-DOC': documentsInText, 'TXT-CASE': casesInText };

/** The outcomes of the claims in a text, in order. */
const judge = (check: keyof typeof checks, text: string, cells: GivenCells = base) =>
  checks[check].judge(
    exampleReport({ cells, parts: { '1': `${check === 'TXT-REQ' ? intro : '政府信息公开方面，'}${text}`, '4': null, '6': '无' } }),
  );
const outcomes = (...asked: Parameters<typeof judge>) => judge(...asked).map(({ outcome }) => outcome);

/** Every phrase of what a phrase may mean: one that agrees, one that does not, and the cell that makes it untestable. */
const phrases: readonly [check: keyof typeof checks, agrees: string, differs: string, unread: string][] = [
  ['TXT-REQ', '2024年新收政府信息公开申请10件', '2024年新收政府信息公开申请12件', 'requests.new_received.total'],
  ['TXT-REQ', '共收到政府信息公开申请12件', '共收到政府信息公开申请11件', 'requests.carried_in.total'],
  ['TXT-REQ', '收到公民、法人或其他组织提出的政府信息公开申请10件', '收到政府信息公开申请9件', 'requests.new_received.total'],
  ['TXT-REQ', '受理申请10件', '受理申请14件', 'requests.new_received.total'],
  ['TXT-REQ', '受理申请12件', '受理申请13件', 'requests.carried_in.total'],
  ['TXT-REQ', '收办政府信息公开申请12宗', '收办政府信息公开申请10宗', 'requests.carried_in.total'],
  ['TXT-REQ', '答复9件', '答复10件', 'requests.settled.total'],
  ['TXT-REQ', '办结7件', '办结6件', 'requests.settled.total'],
  ['TXT-REQ', '予以公开及部分公开4件', '予以公开及部分公开5件', 'requests.partial.total'],
  ['TXT-REQ', '予以公开3件', '予以公开5件', 'requests.granted.total'],
  ['TXT-REQ', '不予公开2件', '不予公开1件', 'requests.denied.third_party.total'],
  ['TXT-REQ', '其他处理2件', '其他处理3件', 'requests.other.misc.total'],
  ['TXT-REQ', '主动撤回1件', '主动撤回3件', 'requests.other.misc.total'],
  ['TXT-REQ', '自然人申请8件', '自然人申请9件', 'requests.new_received.natural_person'],
  ['TXT-REQ', '自然人申请10件', '自然人申请7件', 'requests.carried_in.natural_person'],
  ['TXT-REQ', '上年结转2件', '上年结转1件', 'requests.carried_in.total'],
  ['TXT-REQ', '结转下年度继续办理3件', '结转下年度继续办理2件', 'requests.carried_out.total'],
  ['TXT-DOC', '制发行政规范性文件2件', '制发行政规范性文件3件', 'disclosure.a20_1.normative_doc.issued'],
  [
    'TXT-DOC',
    '规范性文件制定2件、废止1件、现行有效9件',
    '规范性文件制定2件、废止2件、现行有效8件',
    'disclosure.a20_1.normative_doc.repealed',
  ],
  ['TXT-CASE', '行政复议3件', '行政复议5件', 'disputes.review.total'],
  ['TXT-CASE', '行政复议2件', '行政复议1件', 'disputes.review.pending'],
  ['TXT-CASE', '行政诉讼1件', '行政诉讼2件', 'disputes.suit_after_review.total'],
  ['TXT-CASE', '相关案件4件（行政复议、行政诉讼）', '相关案件6件（行政复议、行政诉讼）', 'disputes.review.total'],
  ['TXT-CASE', '未发生被纠错或败诉', '未发生行政复议案件', 'disputes.suit_direct.corrected'],
];

describe('what a phrase may mean', () => {
  it.each(phrases)('%s: “%s” agrees', (check, agrees) => {
    const found = outcomes(check, `${agrees}。`);
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found)).toEqual(new Set(['holds']));
  });
  it.each(phrases)('%s: not “%s” but “%s” differs', (check, _, differs) => {
    expect(outcomes(check, `${differs}。`)).toContain('broken');
  });
  it.each(phrases)('%s: “%s” cannot be judged where a cell was not read', (check, agrees, differs, cell) => {
    const found = outcomes(check, `${check === 'TXT-CASE' && agrees.startsWith('未') ? agrees : differs}。`, { ...base, [cell]: 'unread' });
    expect(found).toContain('not_assessable');
    if (!differs.includes('、废止')) expect(found).not.toContain('broken');
  });

  it('binds each number to its own verb', () => {
    const cells: GivenCells = { ...base, 'requests.new_received.total': 14, 'requests.settled.total': 16 };
    expect(outcomes('TXT-REQ', '受理14件，办理上年结转2件，答复16件。', cells)).toEqual(['holds', 'holds', 'holds']);
    expect(outcomes('TXT-REQ', '受理14件，办理上年结转2件，答复17件。', cells)).toEqual(['holds', 'holds', 'broken']);
  });
  it('reads the parts behind a total: with those carried in, and others carried on', () => {
    expect(outcomes('TXT-REQ', '答复9件（含上年结转2件，另有3件转下年）。')).toEqual(['holds', 'holds', 'holds']);
    expect(outcomes('TXT-REQ', '答复9件（含上年结转1件，另有3件转下年）。')).toContain('broken');
  });
  it('does not take a part that was settled for the total', () => {
    expect(outcomes('TXT-REQ', '收到申请10件，其中8件均按规定办结，2件申请人撤销。')).toEqual(['holds', 'holds']);
  });
  it('takes 未收到 as no new request, whatever was carried in', () => {
    const none: GivenCells = { 'requests.carried_in.total': 1, 'requests.settled.total': 1 };
    expect(outcomes('TXT-REQ', '2024年未收到政府信息公开申请。', none)).toEqual(['holds']);
    expect(outcomes('TXT-REQ', '2024年未收到政府信息公开申请。')).toEqual(['broken']);
    expect(outcomes('TXT-REQ', '2024年未收到政府信息公开申请。', { 'requests.new_received.total': 'blank' })).toEqual(['not_assessable']);
  });
  it('leaves a number of published documents alone where it is not the number issued', () => {
    expect(outcomes('TXT-DOC', '公开规范性文件2件。')).toEqual(['holds']);
    expect(outcomes('TXT-DOC', '公开规范性文件7件。')).toEqual(['not_assessable']);
  });
  it('says what is written, where the cell is, and every way it was counted', () => {
    const [verdict] = judge('TXT-REQ', '2024年，我镇受理政府信息公开申请14件，均已登记。');
    expect(verdict).toMatchObject({ outcome: 'broken', expected: 12, found: 14 });
    expect((verdict as { sentence: string }).sentence).toBe(
      '第一部分“我镇受理政府信息公开申请14件”，表三「一、本年新收政府信息公开申请数量」行「总计」列等格对应数为 12（正文多 2）。依据：可能的口径：新收 10；新收 + 上年结转 10 + 2 = 12，都不相符。请核对正文与表格。',
    );
  });
});

describe('numbers that are no claims', () => {
  it.each([
    '受理12345工单86件。',
    '收到群众投诉举报15件，办结15件。',
    '办理信访事项21件。',
    '收到领导信箱来信33件，答复33件。',
    '受理行政许可申请260件，办结258件。',
    '办理法律援助案件5件。',
    '征求意见18件。',
    '公开行政处罚类信息66条。',
    '公开政府信息1205条。',
    '组织培训4次，培训政府信息公开申请办理人员60人次。',
    '自2008年以来累计受理政府信息公开申请523件。',
    '去年收到政府信息公开申请25件。',
    '与上年同期收到申请25件相比有所减少。',
    '2023年收到政府信息公开申请25件。',
    '力争2025年政府信息公开申请答复50件。',
    '高效办成一件事，答复一次性告知。',
  ])('“%s”', (text) => {
    expect(outcomes('TXT-REQ', text).filter((outcome) => outcome !== 'not_assessable')).toEqual([]);
  });
  it('never compares a rough number', () => {
    expect(outcomes('TXT-REQ', '收到政府信息公开申请约15件。')).toEqual(['not_assessable']);
    expect(outcomes('TXT-REQ', '收到政府信息公开申请三十余件。')).toEqual(['not_assessable']);
    expect(outcomes('TXT-REQ', '收到政府信息公开申请近15件。')).toEqual(['not_assessable']);
  });
  it('reads numbers in words', () => {
    expect(outcomes('TXT-REQ', '主动撤回一件，上年结转两件。')).toEqual(['holds', 'holds']);
  });
  it.each(['件', '宗', '条', '份', '例', '项', '起', ''])('reads 收到申请10%s', (counter) => {
    expect(outcomes('TXT-REQ', `共收到政府信息公开申请10${counter}。`)).toEqual(['holds']);
  });
  it('does not take litigation of other kinds for that over disclosure', () => {
    expect(casesInText.judge(exampleReport({ cells: base, parts: { '1': '办理行政复议案件120件。', '4': null } }))).toEqual([]);
  });
});

describe('numbers in a sentence', () => {
  const read = (text: string) => countNumbers(text).numbers.map(({ value, kind, counter, isRough }) => [value, kind, counter, isRough]);
  it('reads digits, words, scales, money and shares', () => {
    expect(read('共1,234件,收取3.5万元,占4.86%,提高2个百分点,两宗,三十二件,一百零五条')).toEqual([
      [1234, 'count', '件', false],
      [35000, 'money', '万元', false],
      [4.86, 'percent', '', false],
      [2, 'points', '', false],
      [2, 'count', '宗', false],
      [32, 'count', '件', false],
      [105, 'count', '条', false],
    ]);
  });
  it('knows what is rough', () => {
    expect(read('4.2万条,十余件,约5件,20多件,50件左右,数十件').map(([, , , isRough]) => isRough)).toEqual([
      true,
      true,
      true,
      true,
      true,
      true,
    ]);
    expect(read('4.2万条')[0]![0]).toBe(42000);
  });
  it('takes dates, document numbers, ordinals and slogans for none', () => {
    expect(read('2024年1月1日,国办函(2020)109号,〔2021〕30号,第三十六条,高效办成一件事,十四五,12月,第5条')).toEqual([]);
  });
});
