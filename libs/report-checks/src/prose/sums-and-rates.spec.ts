import { describe, expect, it } from 'vitest';
import { exampleReport, type GivenCells, type GivenReport } from '../example-report';
import { checkReport } from '../check-report';
import type { ReportCheck } from '../checked-report';
import { allDoneInText } from './all-done';
import { feeStatement } from './fee-statement';
import { growth } from './growth';
import { partsAndWholes } from './parts-and-wholes';
import { percentages } from './percentages';
import { printsAs } from './rates';

const outcomes = (check: ReportCheck, text: string, cells: GivenCells = {}, more: Omit<GivenReport, 'cells' | 'parts'> = {}) =>
  check
    .judge(exampleReport({ cells, parts: { '1': `（二）依申请公开。${text}`, '5': '问题', '6': '无' }, ...more }))
    .map(({ outcome }) => outcome);

describe('其中: parts and wholes', () => {
  const judge = (text: string) => outcomes(partsAndWholes, text);
  it.each([
    '公开信息共60件，其中甲25件、乙20件、丙15件。',
    '办结40件（含结转3件），其中公开30件（含部分公开4件）。',
    '共3件500元，其中甲局1件200元、乙镇2件300元。',
    '公开信息共100条，其中网站50条、公众号20条。',
    '公开信息共100条，主要包括网站50条、公众号20条等。',
    '共收到申请20件，同时通过网站和信函提交的，其中网站15件、信函10件，既有网站又有信函的5件。',
    '共10件，分别为甲4件、乙5件；其余1件。',
    '收到申请10件，其中自然人8件，办结9件，结转1件。',
  ])('“%s” stands', (text) => expect(judge(text)).not.toContain('broken'));
  it.each([
    ['公开信息共61件，其中甲25件、乙20件、丙15件。', 60, 61],
    ['公开信息共60件，分别为甲25件、乙20件、丙16件。', 61, 60],
    ['公开信息共60件，分别为甲25件、乙20件、丙10件。', 55, 60],
    ['公开信息共20条，其中网站25条。', 25, 20],
    ['共3件500元，其中甲局1件200元、乙镇2件400元。', 600, 500],
  ])('“%s” is asked about', (text, expected, found) => {
    const broken = partsAndWholes.judge(exampleReport({ parts: { '1': text } })).filter(({ outcome }) => outcome === 'broken');
    expect(broken).toMatchObject([{ expected, found }]);
  });
  it('says in one sentence what was added, what is written, and which part would make it right', () => {
    const report = exampleReport({ parts: { '1': '（一）主动公开。公开信息共60件，分别为网站30件、公众号20件、公报10件、专栏5件。' } });
    const [finding] = checkReport(report).findings.filter((one) => one.check === 'TXT-SUM');
    expect(finding).toMatchObject({
      severity: 'warning',
      expected: 65,
      found: 60,
      cells: [],
      claim: { section: '1', quote: '60件，分别为网站30件、公众号20件、公报10件、专栏5件' },
    });
    expect(finding!.sentence).toContain('分项之和 30 + 20 + 10 + 5 = 65，总数写 60（相差 5）。如不计“专栏”5，则正好相符。请核对。');
  });
  it('says of a single part that it is larger than its whole, also in brackets', () => {
    const sentences = (text: string) =>
      checkReport(exampleReport({ parts: { '1': text } })).findings.flatMap((one) => (one.check === 'TXT-SUM' ? [one.sentence] : []));
    expect(sentences('公开信息共20条，其中网站25条。')).toEqual([expect.stringContaining('分项 25大于总数 20')]);
    expect(sentences('办结3件（含结转4件）。')).toEqual([expect.stringContaining('分项 4大于总数 3')]);
    expect(sentences('办结4件（含结转4件）。')).toEqual([]);
  });
  it('adds no rough numbers', () => expect(judge('公开信息约60件，分别为甲25件、乙20件。')).toEqual(['not_assessable']));
});

describe('percentages', () => {
  it('takes any base, rounded or cut off', () => {
    expect([4.86, 4.85, 4.95, 4.9, 4.8, 5].map((rate, place) => printsAs((19 / 391) * 100, rate, [2, 2, 2, 1, 1, 0][place]!))).toEqual([
      true,
      true,
      false,
      true,
      true,
      true,
    ]);
  });
  const cells: GivenCells = { 'requests.new_received.total': 8, 'requests.carried_in.total': 2, 'requests.settled.total': 9 };
  it.each([
    ['自然人申请6件，占75%。', 'holds'],
    ['自然人申请6件，占60%。', 'holds'],
    ['自然人申请6件，占66.7%。', 'holds'],
    ['自然人申请6件，占66.6%。', 'holds'],
    ['自然人申请6件，占72%。', 'broken'],
  ])('“%s” %s', (text, outcome) => expect(outcomes(percentages, text, cells)).toEqual([outcome]));
  it('cannot judge a share of nothing, or without any base', () => {
    expect(outcomes(percentages, '自然人申请0件，占100%。', {})).toEqual(['not_assessable']);
    expect(percentages.judge(exampleReport({ parts: { '1': '公开信息20条，占35%。' } })).map(({ outcome }) => outcome)).toEqual([
      'not_assessable',
    ]);
  });
  it('asks where shares named together exceed the whole by more than rounding', () => {
    const judged = (text: string) => percentages.judge(exampleReport({ parts: { '1': text } })).map(({ outcome }) => outcome);
    expect(judged('公开信息300条，其中甲类101条，占33.7%，乙类99条，占33%，丙类100条，占33.3%。')).not.toContain('broken');
    expect(judged('公开信息100条，其中甲类60条，占60%，乙类55条，占55%。')).toContain('broken');
  });
});

describe('growth', () => {
  const year = (now: number, last: number, text: string) =>
    outcomes(growth, text, { 'requests.new_received.total': now }, { lastYear: { 'requests.new_received.total': last } });
  it.each([
    [2060, 2020, '收办申请2060件，同比增长1.9%。', 'holds'],
    [2060, 2020, '收办申请2060件，同比增长2.0%。', 'holds'],
    [2060, 2020, '收办申请2060件，同比增长1.5%。', 'broken'],
    [15, 20, '新收申请15件，同比下降25%。', 'holds'],
    [15, 20, '新收申请15件，同比增长25%。', 'broken'],
    [40, 20, '新收申请40件，同比翻一番。', 'holds'],
    [60, 20, '新收申请60件，同比增长两倍。', 'holds'],
    [25, 20, '新收申请25件，比上年增加5件。', 'holds'],
    [25, 20, '新收申请25件，比上年增加7件。', 'broken'],
    [25, 0, '新收申请25件，同比增长100%。', 'not_assessable'],
  ])('from %i to %i', (now, last, text, outcome) => expect(year(now, last, text)).toEqual([outcome]));
  it('cannot judge without last year, or where the tables do not hold the figure', () => {
    expect(outcomes(growth, '新收申请25件，同比增长25%。', { 'requests.new_received.total': 25 })).toEqual(['not_assessable']);
    expect(year(1, 1, '公开信息1200条，同比增长20%。')).toEqual(['not_assessable']);
  });
  it('sees a rate that stands word for word in last year’s text', () => {
    const words = '全年主动公开政府信息1205条，同比增长12.5%。';
    const [verdict] = growth.judge(exampleReport({ parts: { '1': words }, lastYear: {}, lastParts: { '1': words } }));
    expect((verdict as { sentence: string }).sentence).toContain('一字不差');
  });
  it('takes 百分点 for no growth rate', () => {
    expect(year(25, 20, '新收申请25件，办结率同比提高3个百分点。')).toEqual([]);
  });
});

describe('均已办结, 均获维持', () => {
  const carried: GivenCells = { 'requests.carried_out.total': 1, 'requests.carried_out.natural_person': 1 };
  it.each([
    ['收到申请10件，均已办结。', {}, ['holds']],
    ['收到申请10件，均已办结。', carried, ['broken']],
    ['收到申请10件，均已按期办结，结转下年度1件。', carried, []],
    ['收到申请10件，其中8件均按规定办结，2件申请人撤销。', carried, []],
    ['收到申请10件，均按时答复。', carried, []],
    ['收到12345工单20件，均已办结。', carried, []],
    ['收到申请10件，均已办结。', { 'requests.carried_out.total': 'unread' }, ['not_assessable']],
    ['因信息公开引起行政复议2件，均获维持。', { 'disputes.review.pending': 1 }, ['broken']],
    ['因信息公开引起行政复议2件，均获维持。', { 'disputes.review.upheld': 2 }, ['holds']],
  ] as const)('“%s”', (text, cells, expected) => expect(outcomes(allDoneInText, text, cells)).toEqual(expected));
});

describe('the processing fee', () => {
  const judge = (section: string, cells: GivenCells = {}) =>
    feeStatement
      .judge(exampleReport({ cells, parts: { '6': section } }))
      .map((verdict) => ('severity' in verdict && verdict.severity) || verdict.outcome);
  it('takes 无 for an answer, whatever fee table 2 shows', () => {
    expect(judge('无', { 'disclosure.a20_8.admin_fee.fee_amount': 12.5 })).toEqual(['holds']);
    expect(judge('本年度没有其他需要报告的事项。')).toEqual(['holds']);
  });
  it('asks for a statement where a notice lapsed, for the unit of an amount, and hints where nothing is said', () => {
    const lapsed: GivenCells = { 'requests.other.unpaid_fee.total': 1 };
    expect(judge('无', lapsed)).toEqual(['broken']);
    expect(judge('发出收费通知1件，金额100元，申请人逾期未缴。', lapsed)).toEqual(['holds']);
    expect(judge('全年收取信息处理费500。')).toEqual(['broken']);
    expect(judge('全年收取信息处理费500元。')).toEqual(['holds']);
    expect(judge('本年度完成了机构改革后的栏目调整。')).toEqual(['info']);
  });
});
